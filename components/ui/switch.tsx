import clsx from "clsx";
import type { ComponentProps } from "react";

export interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "role" | "size"> {
  readonly label: string;
  /** What turning it on leads to; null when the label says it all. */
  readonly hint?: string | null;
}

/** An on/off setting. A real checkbox underneath: works in forms, without scripts, and says `on` or `off` as a switch. */
export function Switch({ label, hint = null, id, className, ...rest }: SwitchProps) {
  return (
    <label
      className={clsx("flex cursor-pointer items-start gap-3 has-disabled:cursor-not-allowed has-disabled:opacity-60", className)}
    >
      <span className="relative mt-px inline-flex shrink-0">
        <input
          {...rest}
          id={id}
          type="checkbox"
          role="switch"
          className="peer h-5 w-9 cursor-[inherit] appearance-none rounded-full border border-rule-control bg-sunk transition-colors checked:border-ink checked:bg-ink forced-colors:appearance-auto"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-[3px] left-[3px] size-3.5 rounded-full bg-rule-control transition-transform peer-checked:translate-x-4 peer-checked:bg-on-ink forced-colors:hidden"
        />
      </span>
      <span className="min-w-0">
        <span className="block text-body font-medium">{label}</span>
        {hint !== null && <span className="block text-note text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
