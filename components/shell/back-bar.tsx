import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export interface BackBarProps {
  readonly href: string;
  /** Where it leads: `Queue`. */
  readonly label: string;
  /** How much is left: `12 left`. */
  readonly children?: ReactNode;
}

/** A phone's bar on a screen of one thing: back, and how much is left. Takes the place of the shell's. */
export function BackBar({ href, label, children }: BackBarProps) {
  return (
    <header
      data-own-bar
      className="flex h-[2.8125rem] shrink-0 items-center justify-between gap-4 border-b border-rule bg-panel px-4 text-note text-ink-3 md:hidden"
    >
      <Link href={href} className="-ml-1 inline-flex min-h-11 items-center gap-0.5 rounded-badge pr-3 hover:text-ink">
        <ChevronLeft aria-hidden="true" className="size-4" strokeWidth={1.75} />
        <span className="sr-only">Back to </span>
        {label}
      </Link>
      {children !== undefined && <p className="tabular">{children}</p>}
    </header>
  );
}
