import clsx from "clsx";
import type { ComponentProps } from "react";

import { controlClass } from "./control-class";
import { ChevronDown } from "./icons";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps extends Omit<ComponentProps<"select">, "children"> {
  readonly options: readonly SelectOption[];
  /** `plain` sits in a toolbar without an edge. */
  readonly look?: "control" | "plain";
}

/** The browser's own select, so that it works with every keyboard, phone and screen reader there is. */
export function Select({ options, look = "control", className, ...rest }: SelectProps) {
  const plain = look === "plain";
  return (
    <span className={clsx("relative inline-flex items-center", !plain && "w-full", className)}>
      <select
        {...rest}
        className={clsx(
          "cursor-pointer appearance-none",
          plain
            ? "h-7 rounded-badge bg-transparent pr-4 text-small text-ink-2 hover:text-ink [field-sizing:content]"
            : controlClass("h-9 pr-8 pl-2.5"),
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled} className="bg-panel text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className={clsx("pointer-events-none absolute text-ink-3", plain ? "right-0 size-3" : "right-2.5 size-4")}
        strokeWidth={1.75}
      />
    </span>
  );
}
