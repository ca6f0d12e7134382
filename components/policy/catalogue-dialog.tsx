"use client";

import { useState } from "react";

import { KINDS, REVERSIBILITIES, STAKES } from "../../lib/domain/words";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import type { DraftEntry } from "./draft";
import { textOf } from "./entry-words";
import { usePolicyWords } from "./grid-words";
import type { EntryEditor } from "./use-entry-editor";

/** The fields that show their own reasons. */
export const CATALOGUE_FIELDS = ["match", "because", "expiresIn", "regulated", "argumentsSchema"] as const;

/** As they are spelt in every language. */
const EXAMPLE = { match: "payment.refund", expiresIn: "24h" } as const;

export interface CatalogueDialogProps {
  /** The entry as the draft has it; empty for a new one. */
  readonly entry: DraftEntry;
  readonly editor: EntryEditor;
}

/** One entry of the catalogue: what is known beforehand about actions of a name. */
export function CatalogueDialog({ entry, editor }: CatalogueDialogProps) {
  const { t, terms } = usePolicyWords("policyLists");
  const { regulated, argumentsSchema } = entry;
  const [mustSign, setMustSign] = useState(regulated === true || typeof regulated === "string");
  const [unreadable, setUnreadable] = useState(false);
  const submit = (form: FormData) => {
    const schema = schemaOf(fieldText(form, "argumentsSchema"));
    setUnreadable(!schema.ok);
    if (!schema.ok) return;
    const rule = fieldText(form, "regulated").trim();
    const perhaps = ["because", "expiresIn"]
      .map((name) => [name, fieldText(form, name).trim()] as const)
      .filter(([, value]) => value !== "");
    editor.submit({
      match: fieldText(form, "match").trim(),
      kind: fieldText(form, "kind"),
      stakes: fieldText(form, "stakes"),
      reversibility: fieldText(form, "reversibility"),
      ...Object.fromEntries(perhaps),
      ...(mustSign ? { regulated: rule === "" ? true : rule } : {}),
      ...(schema.value === null ? {} : { argumentsSchema: schema.value }),
    });
  };
  return (
    <FormDialog
      open
      onOpenChange={editor.close}
      title={t(editor.index === null ? "entry.new" : "entry.title")}
      description={t("entry.says")}
      submit={t("submit")}
      pending={editor.pending}
      failure={editor.failure}
      onSubmit={submit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="entry-match" label={t("actions")} required error={editor.issue("match")}>
          {(control) => (
            <Input
              {...control}
              technical
              name="match"
              required
              data-first-focus
              defaultValue={textOf(entry, "match")}
              placeholder={EXAMPLE.match}
              translate="no"
            />
          )}
        </Field>
        <Field id="entry-kind" label={t("entry.card")}>
          {(control) => (
            <Select
              {...control}
              name="kind"
              defaultValue={textOf(entry, "kind") || "tool"}
              options={KINDS.map((value) => ({ value, label: terms(`kind.${value}`) }))}
            />
          )}
        </Field>
        <Field id="entry-stakes" label={t("stakes")}>
          {(control) => (
            <Select
              {...control}
              name="stakes"
              defaultValue={textOf(entry, "stakes") || "S2"}
              options={STAKES.map((value) => ({ value, label: terms(`stakes.${value}`) }))}
            />
          )}
        </Field>
        <Field id="entry-reversibility" label={t("wayBack")}>
          {(control) => (
            <Select
              {...control}
              name="reversibility"
              defaultValue={textOf(entry, "reversibility") || "R3"}
              options={REVERSIBILITIES.map((value) => ({ value, label: terms(`reversibility.${value}`) }))}
            />
          )}
        </Field>
        <Field id="entry-because" label={t("entry.because")} hint={t("entry.because.hint")} error={editor.issue("because")}>
          {(control) => (
            <Input
              {...control}
              name="because"
              maxLength={60}
              defaultValue={textOf(entry, "because")}
              placeholder={t("entry.because.example")}
            />
          )}
        </Field>
        <Field id="entry-expires" label={t("entry.expires")} hint={t("durations")} error={editor.issue("expiresIn")}>
          {(control) => (
            <Input
              {...control}
              name="expiresIn"
              defaultValue={textOf(entry, "expiresIn")}
              placeholder={EXAMPLE.expiresIn}
              translate="no"
            />
          )}
        </Field>
      </div>
      <Checkbox checked={mustSign} onChange={(event) => setMustSign(event.target.checked)}>
        {t("entry.sign")}
      </Checkbox>
      {mustSign && (
        <Field id="entry-regulated" label={t("entry.rule")} hint={t("rule.reason.hint")} error={editor.issue("regulated")}>
          {(control) => (
            <Input {...control} name="regulated" maxLength={120} defaultValue={typeof regulated === "string" ? regulated : ""} />
          )}
        </Field>
      )}
      <Field
        id="entry-schema"
        label={t("entry.schema")}
        hint={t("entry.schema.hint")}
        error={unreadable ? t("entry.schema.wrong") : editor.issue("argumentsSchema")}
      >
        {(control) => (
          <Textarea
            {...control}
            technical
            name="argumentsSchema"
            spellCheck={false}
            rows={4}
            defaultValue={argumentsSchema === undefined ? "" : JSON.stringify(argumentsSchema, null, 2)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

type Schema = { readonly value: unknown; readonly ok: true } | { readonly ok: false };

function schemaOf(text: string): Schema {
  if (text.trim() === "") return { value: null, ok: true };
  try {
    const value: unknown = JSON.parse(text);
    return { value, ok: true };
  } catch {
    return { ok: false };
  }
}
