"use client";

import { useState } from "react";

import { cellWords } from "../../lib/domain/policy/matrix-words";
import { REVERSIBILITIES, REVERSIBILITY_WORD, STAKES, STAKES_WORD, TIERS, TIER_WORD } from "../../lib/domain/words";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { ConditionField } from "./condition-field";
import type { DraftEntry } from "./draft";
import { partOf, textOf } from "./entry-words";
import { RuleTrial } from "./rule-trial";
import type { EntryEditor } from "./use-entry-editor";

/** The fields that show their own reasons. */
export const RULE_FIELDS = ["id", "match", "when", "then.reason", "then.reviewers"] as const;

const UNCHANGED = { value: "", label: "As it is" };
const TREATMENT_OPTIONS = [
  UNCHANGED,
  ...(["review", "confirm", "two_person", "block"] as const).map((value) => ({ value, label: cellWords(value) })),
];
const STAKES_OPTIONS = [UNCHANGED, ...STAKES.map((value) => ({ value, label: STAKES_WORD[value] }))];
const REVERSIBILITY_OPTIONS = [UNCHANGED, ...REVERSIBILITIES.map((value) => ({ value, label: REVERSIBILITY_WORD[value] }))];
const TIER_OPTIONS = [UNCHANGED, ...TIERS.map((value) => ({ value, label: TIER_WORD[value] }))];
const TRIED_EFFECTS = ["treatment", "stakes", "reversibility", "tier"] as const;
type TriedEffect = (typeof TRIED_EFFECTS)[number];
const EFFECTS = [...TRIED_EFFECTS, "reviewers"] as const;

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
    const effects = EFFECTS.map((name) => [name, fieldText(form, name)] as const).filter(([, value]) => value !== "");
    editor.submit({
      id: fieldText(form, "id"),
      match: match.trim(),
      ...(condition === "" ? {} : { when: condition }),
      then: { ...Object.fromEntries(effects), reason: fieldText(form, "reason") },
    });
  };
  const select = (name: TriedEffect, label: string, options: readonly { value: string; label: string }[]) => (
    <Field id={`rule-${name}`} label={label}>
      {(control) => (
        <Select
          {...control}
          name={name}
          value={sets[name]}
          options={options}
          onChange={(event) => setSets({ ...sets, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <FormDialog
      open
      onOpenChange={editor.close}
      title={editor.index === null ? "New rule" : "Rule"}
      description="A rule can only tighten. To loosen, change the matrix or the catalogue."
      submit="Put into the draft"
      pending={editor.pending}
      failure={editor.failure}
      onSubmit={submit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="rule-id" label="Name" required error={editor.issue("id")}>
          {(control) => (
            <Input
              {...control}
              technical
              name="id"
              required
              data-first-focus
              defaultValue={textOf(rule, "id")}
              placeholder="large-refund"
            />
          )}
        </Field>
        <Field id="rule-match" label="Actions" required error={editor.issue("match")}>
          {(control) => (
            <Input
              {...control}
              technical
              required
              value={match}
              placeholder="payment.*"
              onChange={(event) => setMatch(event.target.value)}
            />
          )}
        </Field>
      </div>
      <ConditionField value={when} argumentNames={argumentNamesFor(match)} error={editor.issue("when")} onChange={setWhen} />
      <fieldset className="grid min-w-0 grid-cols-2 gap-4">
        <legend className="mb-2 text-note font-semibold">Then at least</legend>
        {select("treatment", "Act", TREATMENT_OPTIONS)}
        {select("tier", "Tier", TIER_OPTIONS)}
        {select("stakes", "Stakes", STAKES_OPTIONS)}
        {select("reversibility", "Way back", REVERSIBILITY_OPTIONS)}
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
      <Field id="rule-reason" label="Reason" required hint="Stands on the card." error={editor.issue("then.reason")}>
        {(control) => (
          <Input
            {...control}
            name="reason"
            required
            maxLength={160}
            defaultValue={textOf(then, "reason")}
            placeholder="over the team’s limit"
          />
        )}
      </Field>
      <Field id="rule-reviewers" label="Reviewers" hint="A group’s name; empty: anyone." error={editor.issue("then.reviewers")}>
        {(control) => <Input {...control} name="reviewers" maxLength={60} defaultValue={textOf(then, "reviewers")} />}
      </Field>
    </FormDialog>
  );
}
