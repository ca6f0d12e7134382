"use client";

import type { ReactNode } from "react";

import type { ComposeField } from "../../lib/domain/card/compose-form";
import type { EditValue } from "../card/edit-field";
import { EditControl } from "../card/edit-field";
import { useWords } from "../words/words-provider";
import { DraftJson } from "./draft-line";

export interface ArgumentFieldsProps {
  readonly fields: readonly ComposeField[];
  readonly values: Readonly<Record<string, EditValue>>;
  readonly issue: (path: string) => ReactNode;
  /** The arguments as JSON, where there are no fields. */
  readonly json: string;
  readonly onChange: (path: string, value: EditValue) => void;
  readonly onJson: (text: string) => void;
}

/** The arguments: a control an argument where a schema describes them, else one JSON object. */
export function ArgumentFields({ fields, values, issue, json, onChange, onJson }: ArgumentFieldsProps) {
  const t = useWords("compose");
  if (fields.length === 0)
    return <DraftJson id="args" label={t("arguments.json")} required rows={6} value={json} onChange={onJson} />;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-note font-semibold">{t("arguments")}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => (
          <EditControl
            key={field.path}
            field={{ ...field, ...(field.required || field.options === undefined ? {} : { options: ["", ...field.options] }) }}
            required={field.required}
            hint={field.hint}
            value={values[field.path] ?? (field.required ? field.value : "")}
            error={issue(field.path)}
            onChange={(value) => onChange(field.path, value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
