"use client";

import type { ReactNode } from "react";

import { useWords } from "../words/words-provider";

export interface QueueListProps {
  /** `Needs you, 12 proposals`. */
  readonly label: string;
  /** {@link import("./queue-row").QueueRow}s. */
  readonly children: ReactNode;
  /** A {@link NewArrivals} pill, while something waits above. */
  readonly arrivals?: ReactNode;
  readonly footer?: ReactNode;
}

/** The rows. New arrivals wait in a pill above: nothing moves under a pointer. */
export function QueueList({ label, children, arrivals, footer }: QueueListProps) {
  return (
    <div className="relative">
      {arrivals}
      <ul aria-label={label}>{children}</ul>
      {footer}
    </div>
  );
}

export interface NewArrivalsProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** How many came in since; one press shows them. Floats over the top edge of the list, so that it shifts nothing and covers no headline. */
export function NewArrivals({ count, onShow }: NewArrivalsProps) {
  const t = useWords("desk");
  if (count === 0) return null;
  return (
    <div className="pointer-events-none sticky top-(--strip) z-10 md:top-0 flex h-0 justify-end">
      <button
        type="button"
        onClick={onShow}
        className="tabular pointer-events-auto fade-in flex h-6 items-center rounded-b-control border border-transparent bg-ink px-3 me-4 text-small font-strong text-on-ink shadow-float"
      >
        {t("arrivals", { count })} <span aria-hidden="true">&nbsp;↑</span>
      </button>
    </div>
  );
}
