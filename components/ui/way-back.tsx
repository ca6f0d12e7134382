import type { ReactNode } from "react";

import { Link } from "./link";

export interface WayBackProps {
  /** For a screen reader: `Back`. */
  readonly label: string;
  /** The screen above this one. */
  readonly href: string;
  /** What that is called. */
  readonly children: ReactNode;
}

/** Above the heading of a screen that no entry of the menu leads to: the one that leads here. */
export function WayBack({ label, href, children }: WayBackProps) {
  return (
    <nav aria-label={label} className="mb-2 text-note text-ink-3">
      <Link href={href} className="inline-flex min-h-6 items-center hover:text-ink">
        {children}
      </Link>
      <span aria-hidden="true"> / </span>
    </nav>
  );
}
