"use client";

import type { FreedInput, GrantOfferView } from "../../lib/contract/grants";
import { plain } from "../../lib/domain/card/spans";
import { Spans } from "../card/spans";
import { Field } from "../ui/field";
import { fieldText } from "../ui/field-text";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { useWords } from "../words/words-provider";

/** How far a field may differ. */
export type Freedom = "exact" | "list" | "range";
type OfferedField = GrantOfferView["fields"][number];

const TEXT_FREEDOMS = ["exact", "list"] as const;
const NUMBER_FREEDOMS = ["exact", "list", "range"] as const;

export interface FreedFieldRowProps {
  /** Unique on the page. */
  readonly id: string;
  readonly field: OfferedField;
  readonly freedom: Freedom;
  readonly onFreedom: (freedom: Freedom) => void;
}

/** One field of the arguments with the value that was approved, and within what it may differ. */
export function FreedFieldRow({ id, field, freedom, onFreedom }: FreedFieldRowProps) {
  const { label, value, path } = field;
  const t = useWords("grants");
  const freedoms = typeof value === "number" ? NUMBER_FREEDOMS : TEXT_FREEDOMS;
  const options = freedoms.map((one) => ({ value: one, label: t(`freedom.${one}`) }));
  return (
    <li className="flex flex-col gap-2 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-40 text-note">
          <bdi className="text-ink-3">{label}</bdi>{" "}
          <span className="line-clamp-2 font-strong [overflow-wrap:anywhere] text-ink" dir="auto" translate="no">
            <Spans spans={plain(String(value))} />
          </span>
        </p>
        <Field id={id} label={t("freedom", { field: label })} hideLabel className="w-36 max-w-full">
          {(control) => (
            <Select
              {...control}
              value={freedom}
              options={options}
              onChange={(event) => {
                const chosen = freedoms.find((one) => one === event.target.value);
                if (chosen !== undefined) onFreedom(chosen);
              }}
            />
          )}
        </Field>
      </div>
      {freedom === "list" && (
        <Field id={`${id}-list`} label={t("list", { field: label })}>
          {(control) => <Textarea {...control} name={`list ${path}`} rows={3} defaultValue={String(value)} />}
        </Field>
      )}
      {freedom === "range" && (
        <div className="grid grid-cols-2 gap-3 tight:grid-cols-1">
          <Field id={`${id}-min`} label={t("from", { field: label })}>
            {(control) => (
              <Input {...control} name={`min ${path}`} type="number" step="any" required defaultValue={String(value)} />
            )}
          </Field>
          <Field id={`${id}-max`} label={t("to")}>
            {(control) => (
              <Input {...control} name={`max ${path}`} type="number" step="any" required defaultValue={String(value)} />
            )}
          </Field>
        </div>
      )}
    </li>
  );
}

/** What the form says of a field: nothing where it stays exactly as approved. */
export function freedIn(form: FormData, { path, value }: OfferedField, freedom: Freedom): readonly FreedInput[] {
  if (freedom === "exact") return [];
  if (freedom === "range") {
    return [{ path, type: "range", min: Number(fieldText(form, `min ${path}`)), max: Number(fieldText(form, `max ${path}`)) }];
  }
  const lines = fieldText(form, `list ${path}`)
    .split(/\r?\n/u)
    .filter((line) => line !== "");
  return [{ path, type: "list", values: typeof value === "number" ? lines.map(Number) : lines }];
}
