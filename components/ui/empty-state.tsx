import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: string;
  /** One or two sentences, as a person would say them. */
  readonly says?: string | null;
  /** A line of its own below. */
  readonly more?: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
}

/** What a list shows when there is nothing in it. Says why, and what can be done. */
export function EmptyState({ title, says = null, more, icon, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-[26rem] flex-col items-center px-6 py-14 text-center">
      {icon !== undefined && (
        <span
          aria-hidden="true"
          className="mb-3 grid size-9 place-items-center rounded-control border border-rule bg-panel text-ink-3"
        >
          {icon}
        </span>
      )}
      <p className="text-body font-semibold text-ink">{title}</p>
      {says !== null && <p className="mt-1 text-note text-pretty text-ink-2">{says}</p>}
      {more}
      {action !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
