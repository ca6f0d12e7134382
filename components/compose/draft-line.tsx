import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";

export interface DraftLineProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value: string;
  /** Names to choose from; anything else may be typed. */
  readonly options?: readonly string[];
  readonly onChange: (value: string) => void;
}

/** One text of a draft. */
export function DraftLine({ id, label, hint, required = false, value, options = [], onChange }: DraftLineProps) {
  return (
    <Field id={id} label={label} required={required} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <>
          <Input
            {...control}
            value={value}
            {...(options.length === 0 ? {} : { list: `${id}-options`, spellCheck: false, autoComplete: "off" })}
            onChange={(event) => onChange(event.target.value)}
          />
          {options.length > 0 && (
            <datalist id={`${id}-options`}>
              {options.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** One JSON text of a draft, kept as it is typed. */
export function DraftJson({ id, label, required = false, value, rows, onChange }: DraftLineProps & { readonly rows: number }) {
  return (
    <Field id={id} label={label} required={required}>
      {(control) => (
        <Textarea
          {...control}
          technical
          value={value}
          rows={rows}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
