import type { ReactNode } from "react";

/** For what a text holds for ears alone: the name of what a short button is about. */
export function srOnly(inside: ReactNode): ReactNode {
  return <span className="sr-only">{inside}</span>;
}
