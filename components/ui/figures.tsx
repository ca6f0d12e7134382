import clsx from "clsx";
import type { ReactNode } from "react";

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string | null;
}

/** A ruled row of figures, each with its label above and what it rests on below. */
export function Figures({ figures, className }: { readonly figures: readonly Figure[]; readonly className?: string }) {
  return (
    <dl className={clsx("flex flex-wrap gap-px overflow-hidden rounded-control border border-rule bg-rule", className)}>
      {figures.map((figure) => (
        <div key={figure.label} className="min-w-0 flex-[1_1_8.5rem] bg-panel px-3 py-3">
          <dt className="text-small text-ink-2">{figure.label}</dt>
          <dd className="tabular mt-1 text-lead font-semibold tracking-[-0.01em]">{figure.value}</dd>
          {figure.note !== undefined && figure.note !== null && <dd className="text-small text-ink-3">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
