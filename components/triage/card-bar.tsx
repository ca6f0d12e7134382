import type { ReactNode } from "react";

export interface CardBarProps {
  /** Hangs above the bar, over the card. */
  readonly above: ReactNode;
  /** It holds two buttons: on a phone they stand below what it says, and the card leaves room for both. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** In place of the acts, on what is decided. In sight wherever the card is scrolled to: there may be seconds. */
export function CardBar({ above, tall = false, children }: CardBarProps) {
  return (
    <div
      data-action-bar
      data-tall={tall || undefined}
      className="sticky bottom-0 z-20 flex items-center gap-x-4 gap-y-2.5 border-t border-rule bg-sunk px-4 py-3.5 text-note text-ink-2 max-md:fixed max-md:inset-x-0 max-md:pb-[calc(0.875rem+env(safe-area-inset-bottom))] md:rounded-b-card md:px-6 max-md:data-tall:flex-wrap max-md:data-tall:gap-x-3 max-md:data-tall:[&>button]:flex-1 max-md:data-tall:[&>p]:basis-full"
    >
      <div className="pointer-events-none absolute inset-x-0 bottom-full">{above}</div>
      {children}
    </div>
  );
}
