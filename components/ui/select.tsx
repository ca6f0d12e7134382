import clsx from "clsx";
import type { ComponentProps } from "react";

import { controlClass } from "./control-class";
import { ChevronDown } from "./icons";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** The label is a name, and no text of the screens: the same in every language. */
  readonly labelIsName?: boolean;
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
    <span className={clsx("relative inline-flex max-w-full items-center", !plain && "w-full", className)}>
      <select
        {...rest}
        className={clsx("cursor-pointer appearance-none text-ellipsis", plain ? "filter-pill" : controlClass("h-9 ps-2.5 pe-8"))}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            disabled={option.disabled}
            translate={option.labelIsName === true ? "no" : undefined}
            className="bg-panel text-ink"
          >
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className={clsx("pointer-events-none absolute text-ink-3", plain ? "end-0 size-3" : "end-2.5 size-4")}
        strokeWidth={1.75}
      />
    </span>
  );
}
