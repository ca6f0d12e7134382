import type { ReactNode } from "react";

export interface PageHeaderProps {
  /** An element where it is a name. */
  readonly title: ReactNode;
  /** A tag beside the title: `draft`. */
  readonly tag?: ReactNode;
  readonly says?: ReactNode;
  readonly actions?: ReactNode;
}

/** The top of a screen: its one heading, a sentence, and what can be done with the whole. */
export function PageHeader({ title, tag, says, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1
          tabIndex={-1}
          className="flex flex-wrap items-center gap-2 text-lead font-head tracking-[-0.01em] sm:text-[1.25rem] sm:leading-7"
        >
          {title}
          {tag}
        </h1>
        {says !== undefined && <div className="mt-1 max-w-[46rem] text-body text-pretty text-ink-2">{says}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
