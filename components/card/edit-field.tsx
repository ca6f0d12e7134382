"use client";

import type { ReactNode } from "react";

import type { Json } from "../../lib/domain/json";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import { Textarea } from "../ui/textarea";
import { useWords } from "../words/words-provider";

/** A value as it stands in a form: text until it is read back by type. */
export type EditValue = Json;

/** One argument that may be changed. The contract's `editFields` are these. */
export interface EditField {
  readonly path: string;
  readonly label: string;
  readonly type: "text" | "number" | "boolean" | "enum" | "json";
  readonly value: EditValue;
  readonly options?: readonly string[] | undefined;
}

export interface EditControlProps {
  readonly field: EditField;
  readonly value: EditValue;
  readonly error: ReactNode;
  readonly required?: boolean;
  readonly hint?: string | null;
  readonly onChange: (value: EditValue) => void;
}

/** Longer text than this gets several lines. */
const ONE_LINE = 60;

/** The control that fits a field's type. Numbers and JSON stay text while they are typed; whoever holds them reads and checks them. */
export function EditControl({ field, value, error, required = false, hint = null, onChange }: EditControlProps) {
  const t = useWords("ui");
  const id = `edit${field.path.replaceAll(/[^\w-]/gu, "-")}`;
  if (field.type === "boolean") {
    return (
      <Switch
        id={id}
        label={field.label}
        hint={hint}
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
      />
    );
  }
  const text = typeof value === "string" ? value : JSON.stringify(value, null, field.type === "json" ? 2 : 0);
  const tall = field.type === "json" || text.length > ONE_LINE || text.includes("\n");
  return (
    <Field
      id={id}
      label={field.label}
      error={error}
      hint={hint}
      required={required}
      className={tall ? "sm:col-span-2" : "min-w-0"}
    >
      {(control) => {
        if (field.type === "enum") {
          const options = (field.options ?? []).map((option) => ({
            value: option,
            label: option === "" ? t("choice.none") : option,
          }));
          return <Select {...control} value={text} options={options} onChange={(event) => onChange(event.target.value)} />;
        }
        if (tall) {
          return (
            <Textarea
              {...control}
              technical={field.type === "json"}
              value={text}
              spellCheck={field.type === "text"}
              onChange={(event) => onChange(event.target.value)}
            />
          );
        }
        return (
          <Input
            {...control}
            inputMode={field.type === "number" ? "decimal" : undefined}
            className={field.type === "number" ? "tabular" : ""}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}
