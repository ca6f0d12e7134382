import type { ReactNode } from "react";

import { CircleAlert } from "./icons-later";

export interface ErrorStateProps {
  /** What could not be done. */
  readonly title: string;
  /** Why, as far as it is known, and what happens to what was there. */
  readonly says: string;
  /** What to find it by in the log: shown small, selectable. */
  readonly number?: string | null;
  readonly action?: ReactNode;
}

/** What stands in place of something that could not be loaded. Announced at once. */
export function ErrorState({ title, says, number = null, action }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-[28rem] flex-col items-center px-6 py-14 text-center">
      <CircleAlert aria-hidden="true" className="mb-3 size-6 text-removed" strokeWidth={1.75} />
      <p className="text-body font-semibold text-ink">{title}</p>
      <p className="mt-1 text-note text-pretty text-ink-2">{says}</p>
      {number !== null && <p className="mt-2 font-mono text-tiny text-ink-3">{number}</p>}
      {action !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
