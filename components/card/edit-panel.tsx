"use client";

import type { ReactNode } from "react";

import type { FieldChange } from "../../lib/domain/card/card";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import type { EditField, EditValue } from "./edit-field";
import { EditControl } from "./edit-field";
import { useWords } from "../words/words-provider";
import { FieldDiff } from "./field-diff";

export interface EditPanelProps {
  readonly subject: string;
  readonly fields: readonly EditField[];
  /** What stands in the form, by path. */
  readonly values: Readonly<Record<string, EditValue>>;
  /** What is wrong, by path, in words. */
  readonly errors: Readonly<Record<string, string>>;
  /** Original → yours: the rows that differ. */
  readonly changes: readonly FieldChange[];
  /** Why people edit; one is needed. */
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly reason: string | null;
  /** What the changed action was assessed as, or why it cannot be sent; null before it was asked. */
  readonly verdict: { readonly tone: "note" | "failed"; readonly says: ReactNode } | null;
  /** What policy makes of the changed action; nothing while nothing is changed. */
  readonly preview?: ReactNode;
  readonly pending: boolean;
  readonly onChange: (path: string, value: EditValue) => void;
  readonly onReason: (code: string) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** The typed fields of a proposal, to be changed and then approved as changed. Shows original → yours all along. */
export function EditPanel(props: EditPanelProps) {
  const { subject, fields, values, errors, changes, reasons, reason, verdict, pending } = props;
  const t = useWords("card");
  const ui = useWords("ui");
  const ready = changes.length > 0 && reason !== null && Object.keys(errors).length === 0 && verdict?.tone !== "failed";
  return (
    <form
      aria-label={t("edit.form", { subject })}
      noValidate
      className="flex flex-col gap-5 p-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) props.onSubmit();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => (
          <EditControl
            key={field.path}
            field={field}
            value={values[field.path] ?? field.value}
            error={errors[field.path] ?? null}
            onChange={(value) => props.onChange(field.path, value)}
          />
        ))}
      </div>
      <section aria-labelledby="edit-changes" className="@container border-t border-rule pt-4">
        <h3 id="edit-changes" className="text-small leading-5">
          <span className="font-semibold text-ink-2">{t("edit.changes")}</span>{" "}
          {changes.length === 0 && <span className="ms-1 text-ink-3">{t("edit.nothing")}</span>}
        </h3>
        {changes.length > 0 && (
          <FieldDiff subject={subject} rows={changes} headers={{ before: t("edit.original"), after: t("edit.yours") }} />
        )}
        {props.preview}
      </section>
      <Field id="edit-reason" label={t("edit.why")} required hint={t("edit.why.hint")}>
        {(control) => (
          <Select
            {...control}
            value={reason ?? ""}
            onChange={(event) => props.onReason(event.target.value)}
            options={[
              { value: "", label: t("edit.choose"), disabled: true },
              ...reasons.map((one) => ({ value: one.code, label: one.label })),
            ]}
          />
        )}
      </Field>
      {verdict !== null && <Callout tone={verdict.tone} title={verdict.says} role="status" />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" size="act" onClick={props.onCancel}>
          {ui("cancel")}
        </Button>
        <Button type="submit" variant="primary" size="act" disabled={!ready || pending}>
          {pending ? t("sending") : t("edit.approve")}
        </Button>
      </div>
    </form>
  );
}
