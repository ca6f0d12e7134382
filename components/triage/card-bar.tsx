import type { ReactNode } from "react";

export interface CardBarProps {
  /** Hangs above the bar, over the card. */
  readonly above: ReactNode;
  readonly children: ReactNode;
}

/** In place of the acts, on what is decided. In sight wherever the card is scrolled to: there may be seconds. */
export function CardBar({ above, children }: CardBarProps) {
  return (
    <div
      data-action-bar
      className="sticky bottom-0 z-20 flex items-center gap-x-4 border-t border-rule bg-sunk px-4 py-3.5 text-note text-ink-2 max-md:fixed max-md:inset-x-0 max-md:pb-[calc(0.875rem+env(safe-area-inset-bottom))] md:rounded-b-card md:px-6"
    >
      <div className="pointer-events-none absolute inset-x-0 bottom-full">{above}</div>
      {children}
    </div>
  );
}
