import { Field } from "../ui/field";
import { Input } from "../ui/input";

export interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly editable: boolean;
  /** Nothing to edit yet, whoever looks: something else has to be said first. */
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** One number of the document. What is no number yet changes nothing. */
export function NumberField({ id, label, value, step, editable, disabled = false, onChange }: NumberFieldProps) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          step={step}
          min={0}
          value={String(value)}
          readOnly={!editable}
          disabled={disabled}
          className="tabular"
          onChange={({ target: { value: typed, valueAsNumber } }) => {
            if (typed !== "" && Number.isFinite(valueAsNumber)) onChange(valueAsNumber);
          }}
        />
      )}
    </Field>
  );
}

export interface OwnNumberFieldProps {
  readonly id: string;
  readonly label: string;
  /** Null where it has none of its own. */
  readonly value: number | null;
  /** What counts where it has none. */
  readonly otherwise: number;
  readonly step: number;
  readonly editable: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A number that may be left to another one, which then stands in the empty field. */
export function OwnNumberField({ id, label, value, otherwise, step, editable, onChange }: OwnNumberFieldProps) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          step={step}
          min={0}
          value={value === null ? "" : String(value)}
          placeholder={String(otherwise)}
          readOnly={!editable}
          className="tabular"
          onChange={({ target: { validity, value: typed, valueAsNumber } }) => {
            if (typed === "" && !validity.badInput) onChange(null);
            else if (Number.isFinite(valueAsNumber)) onChange(valueAsNumber);
          }}
        />
      )}
    </Field>
  );
}

/** Numbers that belong together, under what they are. */
export function NumberGroup({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says: string;
  readonly children: React.ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-note font-semibold">
        {title} <span className="font-normal text-ink-3">{says}</span>
      </legend>
      <div className="grid grid-cols-2 gap-3 tight:grid-cols-1 sm:grid-cols-4">{children}</div>
    </fieldset>
  );
}
