import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

import { ChevronRight } from "./icons";

export interface FoldProps extends Omit<ComponentProps<"details">, "title"> {
  /** What is folded, or what unfolding it shows. */
  readonly title: ReactNode;
}

/** Something folded until asked for. The mark before its title says that there is more: without it a title is taken for a line of text. */
export function Fold({ title, className, children, ...rest }: FoldProps) {
  return (
    <details {...rest} className={clsx("group/fold", className)}>
      <summary className="inline-flex min-h-6 items-center gap-1.5 rounded-badge hover:text-ink">
        <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 group-open/fold:rotate-90" strokeWidth={1.75} />
        {title}
      </summary>
      {children}
    </details>
  );
}
