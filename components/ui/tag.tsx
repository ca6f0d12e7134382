import clsx from "clsx";
import type { ReactNode } from "react";

export interface TagProps {
  readonly children: ReactNode;
  readonly className?: string;
}

/** A quiet word in a box: `unverified`, `draft`, `production`. Never a colour. */
export function Tag({ children, className }: TagProps) {
  return (
    <span
      className={clsx(
        "inline-block rounded-badge border border-rule-strong px-1.5 text-tiny leading-[1.0625rem] whitespace-nowrap text-ink-3",
        className,
      )}
    >
      {children}
    </span>
  );
}
