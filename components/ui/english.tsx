import type { ReactNode } from "react";

/** For what stays English within a text of another language: what the server says to machines as well. */
export function english(inside: ReactNode): ReactNode {
  return <span lang="en">{inside}</span>;
}
