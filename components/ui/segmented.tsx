import clsx from "clsx";

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  /** Groups the radio buttons; unique on the page. */
  readonly name: string;
  readonly options: readonly SegmentedOption<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** One of a few, all in sight. Real radio buttons: arrows move between them. */
export function Segmented<Value extends string>({ label, name, options, value, onChange, className }: SegmentedProps<Value>) {
  return (
    <fieldset className={clsx("min-w-0", className)}>
      <legend className="sr-only">{label}</legend>
      <div className="flex flex-wrap rounded-control border border-rule bg-sunk p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex min-h-7 flex-auto cursor-pointer items-center justify-center rounded-[6px] border border-transparent px-2.5 py-0.5 text-center text-small font-medium text-ink-2 has-checked:border-rule has-checked:bg-panel has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
