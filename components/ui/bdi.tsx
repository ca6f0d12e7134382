import type { ReactNode } from "react";

/** For a name within a text: whichever way it runs, the text around it keeps its own. */
export function bdi(inside: ReactNode): ReactNode {
  return <bdi>{inside}</bdi>;
}
