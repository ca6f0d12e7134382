"use client";

import { useState } from "react";

import { REVERSIBILITIES, STAKES, TIERS } from "../../lib/domain/words";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";
import { ConditionField } from "./condition-field";
import type { DraftEntry } from "./draft";
import { partOf, textOf } from "./entry-words";
import { usePolicyWords, type PolicyWords } from "./grid-words";
import { RuleTrial } from "./rule-trial";
import type { EntryEditor } from "./use-entry-editor";

/** The fields that show their own reasons. */
export const RULE_FIELDS = ["id", "match", "when", "then.reason"] as const;

const TREATMENTS = ["review", "confirm", "two_person", "block"] as const;
const TRIED_EFFECTS = ["treatment", "stakes", "reversibility", "tier"] as const;
type TriedEffect = (typeof TRIED_EFFECTS)[number];

/** As they are spelt in every language. */
const EXAMPLE = { id: "large-refund", match: "payment.*" } as const;

export interface RuleDialogProps {
  /** The rule as the draft has it; empty for a new one. */
  readonly rule: DraftEntry;
  readonly editor: EntryEditor;
  /** The arguments that actions of this pattern are known to have. */
  readonly argumentNamesFor: (match: string) => readonly string[];
  /** The draft that it stands in: what it is tried with. */
  readonly draft: string;
}

/** One rule. It can only tighten: the choices that would loosen are not there. */
export function RuleDialog({ rule, editor, argumentNamesFor, draft }: RuleDialogProps) {
  const words = usePolicyWords("policyLists");
  const { t } = words;
  const [when, setWhen] = useState(textOf(rule, "when"));
  const [match, setMatch] = useState(textOf(rule, "match"));
  const then = partOf(rule, "then");
  const [sets, setSets] = useState<Readonly<Record<TriedEffect, string>>>({
    treatment: textOf(then, "treatment"),
    stakes: textOf(then, "stakes"),
    reversibility: textOf(then, "reversibility"),
    tier: textOf(then, "tier"),
  });
  const condition = when.trim();
  const tried = TRIED_EFFECTS.filter((name) => sets[name] !== "").map((name) => [name, sets[name]] as const);
  const submit = (form: FormData) => {
    const effects = TRIED_EFFECTS.map((name) => [name, fieldText(form, name)] as const).filter(([, value]) => value !== "");
    editor.submit({
      id: fieldText(form, "id"),
      match: match.trim(),
      ...(condition === "" ? {} : { when: condition }),
      then: { ...Object.fromEntries(effects), reason: fieldText(form, "reason") },
    });
  };
  const select = (name: TriedEffect, label: string) => (
    <Field id={`rule-${name}`} label={label}>
      {(control) => (
        <Select
          {...control}
          name={name}
          value={sets[name]}
          options={[{ value: "", label: t("unchanged") }, ...effectOptions(words, name)]}
          onChange={(event) => setSets({ ...sets, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <FormDialog
      open
      onOpenChange={editor.close}
      title={t(editor.index === null ? "rule.new" : "rule.title")}
      description={t("rule.says")}
      submit={t("submit")}
      pending={editor.pending}
      failure={editor.failure}
      onSubmit={submit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="rule-id" label={t("name")} required error={editor.issue("id")}>
          {(control) => (
            <Input
              {...control}
              technical
              name="id"
              required
              data-first-focus
              defaultValue={textOf(rule, "id")}
              placeholder={EXAMPLE.id}
              translate="no"
            />
          )}
        </Field>
        <Field id="rule-match" label={t("actions")} required error={editor.issue("match")}>
          {(control) => (
            <Input
              {...control}
              technical
              required
              value={match}
              placeholder={EXAMPLE.match}
              translate="no"
              onChange={(event) => setMatch(event.target.value)}
            />
          )}
        </Field>
      </div>
      <ConditionField value={when} argumentNames={argumentNamesFor(match)} error={editor.issue("when")} onChange={setWhen} />
      <fieldset className="grid min-w-0 grid-cols-2 gap-4 tight:grid-cols-1">
        <legend className="mb-2 text-note font-semibold">{t("rule.then")}</legend>
        {select("treatment", t("act"))}
        {select("tier", t("tier"))}
        {select("stakes", t("stakes"))}
        {select("reversibility", t("wayBack"))}
      </fieldset>
      <RuleTrial
        input={{
          text: draft,
          place: editor.index ?? null,
          match: match.trim(),
          when: condition === "" ? null : condition,
          sets: Object.fromEntries(tried),
        }}
      />
      <Field id="rule-reason" label={t("rule.reason")} required hint={t("rule.reason.hint")} error={editor.issue("then.reason")}>
        {(control) => (
          <Input
            {...control}
            name="reason"
            required
            maxLength={160}
            defaultValue={textOf(then, "reason")}
            placeholder={t("rule.reason.example")}
          />
        )}
      </Field>
    </FormDialog>
  );
}

/** What the effect of a name may be set to. */
function effectOptions({ terms, ui }: PolicyWords<"policyLists">, name: TriedEffect): readonly SelectOption[] {
  switch (name) {
    case "treatment":
      return TREATMENTS.map((value) => ({ value, label: terms(`treatment.${value}`) }));
    case "tier":
      return TIERS.map((value) => ({ value, label: ui(`tier.${value}`) }));
    case "stakes":
      return STAKES.map((value) => ({ value, label: terms(`stakes.${value}`) }));
    case "reversibility":
      return REVERSIBILITIES.map((value) => ({ value, label: terms(`reversibility.${value}`) }));
  }
}
