import clsx from "clsx";
import type { ReactNode } from "react";

export interface PanelProps {
  /** Ties the heading to the section; unique on the page. */
  readonly id: string;
  readonly title: string;
  /** Said beside the title in the third ink: `18,204 proposals, last 90 days`. */
  readonly note?: string | null;
  readonly actions?: ReactNode;
  /** `flush` lets a table reach the edges. */
  readonly padding?: "normal" | "flush";
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled box of one matter. */
export function Panel({ id, title, note = null, actions, padding = "normal", className, children }: PanelProps) {
  return (
    <section aria-labelledby={`${id}-title`} className={clsx("min-w-0 rounded-card border border-rule bg-panel", className)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 pt-4 pb-3">
        <h2 id={`${id}-title`} className="text-note font-semibold">
          {title}
        </h2>
        {note !== null && <p className="text-note text-ink-3">{note}</p>}
        {actions !== undefined && <div className="ms-auto flex min-w-0 flex-wrap gap-2">{actions}</div>}
      </div>
      <div className={padding === "flush" ? "pb-1" : "px-5 pb-5"}>{children}</div>
    </section>
  );
}
