import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

import { Check } from "./icons";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  readonly children: ReactNode;
}

/** A box to tick, with its words as part of the target. */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <label className={clsx("flex min-h-6 cursor-pointer items-start gap-2.5 text-body has-disabled:opacity-60", className)}>
      <span className="relative mt-0.5 inline-flex shrink-0">
        <input
          {...rest}
          type="checkbox"
          className="peer size-4 cursor-[inherit] appearance-none rounded-[4px] border border-rule-control bg-panel checked:border-ink checked:bg-ink forced-colors:appearance-auto"
        />
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none invisible absolute inset-0 m-auto size-3 text-on-ink peer-checked:visible forced-colors:hidden"
        />
      </span>
      <span className="min-w-0">{children}</span>
    </label>
  );
}
