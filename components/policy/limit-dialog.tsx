"use client";

import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { DraftEntry } from "./draft";
import { textOf } from "./entry-words";
import type { EntryEditor } from "./use-entry-editor";

/** The fields that show their own reasons. */
export const LIMIT_FIELDS = ["id", "match", "window", "count", "sum"] as const;

const PER = [
  { value: "agent", label: "each agent" },
  { value: "action", label: "each action" },
  { value: "workspace", label: "everybody together" },
] as const;
const OF = [
  { value: "count", label: "proposals" },
  { value: "sum", label: "their amounts, added up" },
] as const;
const THEN = [
  { value: "review", label: "one look" },
  { value: "block", label: "blocked" },
] as const;

export interface LimitDialogProps {
  /** The limit as the draft has it; empty for a new one. */
  readonly limit: DraftEntry;
  readonly editor: EntryEditor;
}

/** One limit: so many, or so much, in each window. */
export function LimitDialog({ limit, editor }: LimitDialogProps) {
  const counts = textOf(limit, "sum") === "";
  const submit = (form: FormData) => {
    const of = fieldText(form, "of") === "sum" ? "sum" : "count";
    const size = fieldText(form, "size");
    editor.submit({
      id: fieldText(form, "id"),
      match: fieldText(form, "match").trim(),
      per: fieldText(form, "per"),
      window: fieldText(form, "window").trim(),
      [of]: size === "" ? null : Number(size),
      then: fieldText(form, "then"),
    });
  };
  return (
    <FormDialog
      open
      onOpenChange={editor.close}
      title={editor.index === null ? "New limit" : "Limit"}
      description="What goes beyond it in one window is looked at or blocked."
      submit="Put into the draft"
      pending={editor.pending}
      failure={editor.failure}
      onSubmit={submit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="limit-id" label="Name" required error={editor.issue("id")}>
          {(control) => (
            <Input
              {...control}
              technical
              name="id"
              required
              data-first-focus
              defaultValue={textOf(limit, "id")}
              placeholder="refunds-a-day"
            />
          )}
        </Field>
        <Field id="limit-match" label="Actions" required error={editor.issue("match")}>
          {(control) => (
            <Input {...control} technical name="match" required defaultValue={textOf(limit, "match")} placeholder="payment.*" />
          )}
        </Field>
        <Field id="limit-per" label="For">
          {(control) => <Select {...control} name="per" defaultValue={textOf(limit, "per") || "agent"} options={PER} />}
        </Field>
        <Field id="limit-window" label="In each" required hint="90s, 30m, 4h or 7d." error={editor.issue("window")}>
          {(control) => <Input {...control} name="window" required defaultValue={textOf(limit, "window") || "24h"} />}
        </Field>
        <Field id="limit-size" label="At most" required error={editor.issue("count") ?? editor.issue("sum")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              step="any"
              name="size"
              required
              className="tabular"
              defaultValue={textOf(limit, counts ? "count" : "sum")}
            />
          )}
        </Field>
        <Field id="limit-of" label="Of">
          {(control) => <Select {...control} name="of" defaultValue={counts ? "count" : "sum"} options={OF} />}
        </Field>
        <Field id="limit-then" label="Beyond it">
          {(control) => <Select {...control} name="then" defaultValue={textOf(limit, "then") || "review"} options={THEN} />}
        </Field>
      </div>
    </FormDialog>
  );
}
