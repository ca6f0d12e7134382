"use client";

import { useState } from "react";

import { KINDS, REVERSIBILITIES, REVERSIBILITY_WORD, STAKES, STAKES_WORD } from "../../lib/domain/words";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import type { DraftEntry } from "./draft";
import { textOf } from "./entry-words";
import type { EntryEditor } from "./use-entry-editor";

/** The fields that show their own reasons. */
export const CATALOGUE_FIELDS = ["match", "because", "reviewers", "expiresIn", "regulated", "argumentsSchema"] as const;

const KIND_OPTIONS = KINDS.map((value) => ({ value, label: value }));
const STAKES_OPTIONS = STAKES.map((value) => ({ value, label: STAKES_WORD[value] }));
const REVERSIBILITY_OPTIONS = REVERSIBILITIES.map((value) => ({ value, label: REVERSIBILITY_WORD[value] }));

export interface CatalogueDialogProps {
  /** The entry as the draft has it; empty for a new one. */
  readonly entry: DraftEntry;
  readonly editor: EntryEditor;
}

/** One entry of the catalogue: what is known beforehand about actions of a name. */
export function CatalogueDialog({ entry, editor }: CatalogueDialogProps) {
  const { regulated, argumentsSchema } = entry;
  const [mustSign, setMustSign] = useState(regulated === true || typeof regulated === "string");
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const submit = (form: FormData) => {
    const schema = schemaOf(fieldText(form, "argumentsSchema"));
    setUnreadable(schema.says);
    if (schema.says !== null) return;
    const rule = fieldText(form, "regulated").trim();
    const perhaps = ["because", "reviewers", "expiresIn"]
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
      title={editor.index === null ? "New entry" : "Catalogue entry"}
      description="What is known about actions of this name before one is proposed. The most exact pattern counts."
      submit="Put into the draft"
      pending={editor.pending}
      failure={editor.failure}
      onSubmit={submit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="entry-match" label="Actions" required error={editor.issue("match")}>
          {(control) => (
            <Input
              {...control}
              technical
              name="match"
              required
              data-first-focus
              defaultValue={textOf(entry, "match")}
              placeholder="payment.refund"
            />
          )}
        </Field>
        <Field id="entry-kind" label="Card">
          {(control) => <Select {...control} name="kind" defaultValue={textOf(entry, "kind") || "tool"} options={KIND_OPTIONS} />}
        </Field>
        <Field id="entry-stakes" label="Stakes">
          {(control) => (
            <Select {...control} name="stakes" defaultValue={textOf(entry, "stakes") || "S2"} options={STAKES_OPTIONS} />
          )}
        </Field>
        <Field id="entry-reversibility" label="Way back">
          {(control) => (
            <Select
              {...control}
              name="reversibility"
              defaultValue={textOf(entry, "reversibility") || "R3"}
              options={REVERSIBILITY_OPTIONS}
            />
          )}
        </Field>
        <Field id="entry-because" label="Why" hint="Stands on the badge." error={editor.issue("because")}>
          {(control) => (
            <Input {...control} name="because" maxLength={60} defaultValue={textOf(entry, "because")} placeholder="moves money" />
          )}
        </Field>
        <Field id="entry-expires" label="Waits" hint="90s, 30m, 4h or 7d." error={editor.issue("expiresIn")}>
          {(control) => <Input {...control} name="expiresIn" defaultValue={textOf(entry, "expiresIn")} placeholder="24h" />}
        </Field>
        <Field id="entry-reviewers" label="Reviewers" hint="A group’s name; empty: anyone." error={editor.issue("reviewers")}>
          {(control) => <Input {...control} name="reviewers" maxLength={60} defaultValue={textOf(entry, "reviewers")} />}
        </Field>
      </div>
      <Checkbox checked={mustSign} onChange={(event) => setMustSign(event.target.checked)}>
        Regulated: a person signs, however reliable the agent is
      </Checkbox>
      {mustSign && (
        <Field id="entry-regulated" label="The rule’s name" hint="Stands on the card." error={editor.issue("regulated")}>
          {(control) => (
            <Input {...control} name="regulated" maxLength={120} defaultValue={typeof regulated === "string" ? regulated : ""} />
          )}
        </Field>
      )}
      <Field
        id="entry-schema"
        label="Schema of the arguments"
        hint="JSON Schema: makes the form to compose by hand, and what edits must fit."
        error={unreadable ?? editor.issue("argumentsSchema")}
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

type Schema = { readonly value: unknown; readonly says: null } | { readonly value: null; readonly says: string };

function schemaOf(text: string): Schema {
  if (text.trim() === "") return { value: null, says: null };
  try {
    const value: unknown = JSON.parse(text);
    return { value, says: null };
  } catch {
    return { value: null, says: "this is not JSON" };
  }
}
