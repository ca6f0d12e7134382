"use client";

import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { FormDialog } from "../ui/form-dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { DraftEntry } from "./draft";
import { textOf } from "./entry-words";
import { usePolicyWords } from "./grid-words";
import type { EntryEditor } from "./use-entry-editor";

/** The fields that show their own reasons. */
export const LIMIT_FIELDS = ["id", "match", "window", "count", "sum"] as const;

const PER = ["agent", "action", "workspace"] as const;
const OF = ["count", "sum"] as const;
const THEN = ["review", "block"] as const;

/** As they are spelt in every language. */
const EXAMPLE = { id: "refunds-a-day", match: "payment.*" } as const;

export interface LimitDialogProps {
  /** The limit as the draft has it; empty for a new one. */
  readonly limit: DraftEntry;
  readonly editor: EntryEditor;
}

/** One limit: so many, or so much, in each window. */
export function LimitDialog({ limit, editor }: LimitDialogProps) {
  const { t } = usePolicyWords("policyLists");
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
      title={t(editor.index === null ? "limit.new" : "limit.title")}
      description={t("limit.dialog.says")}
      submit={t("submit")}
      pending={editor.pending}
      failure={editor.failure}
      onSubmit={submit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="limit-id" label={t("name")} required error={editor.issue("id")}>
          {(control) => (
            <Input
              {...control}
              technical
              name="id"
              required
              data-first-focus
              defaultValue={textOf(limit, "id")}
              placeholder={EXAMPLE.id}
              translate="no"
            />
          )}
        </Field>
        <Field id="limit-match" label={t("actions")} required error={editor.issue("match")}>
          {(control) => (
            <Input
              {...control}
              technical
              name="match"
              required
              defaultValue={textOf(limit, "match")}
              placeholder={EXAMPLE.match}
              translate="no"
            />
          )}
        </Field>
        <Field id="limit-per" label={t("limit.per")}>
          {(control) => (
            <Select
              {...control}
              name="per"
              defaultValue={textOf(limit, "per") || "agent"}
              options={PER.map((value) => ({ value, label: t(`limit.per.${value}`) }))}
            />
          )}
        </Field>
        <Field id="limit-window" label={t("limit.window")} required hint={t("durations")} error={editor.issue("window")}>
          {(control) => <Input {...control} name="window" required defaultValue={textOf(limit, "window") || "24h"} />}
        </Field>
        <Field id="limit-size" label={t("limit.size")} required error={editor.issue("count") ?? editor.issue("sum")}>
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
        <Field id="limit-of" label={t("limit.of")}>
          {(control) => (
            <Select
              {...control}
              name="of"
              defaultValue={counts ? "count" : "sum"}
              options={OF.map((value) => ({ value, label: t(`limit.of.${value}`) }))}
            />
          )}
        </Field>
        <Field id="limit-then" label={t("limit.then")}>
          {(control) => (
            <Select
              {...control}
              name="then"
              defaultValue={textOf(limit, "then") || "review"}
              options={THEN.map((value) => ({ value, label: t(`limit.then.${value}`) }))}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  );
}
