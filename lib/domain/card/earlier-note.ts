import type { SaidPart } from "./said";

/** How often this agent reached the same counterpart before, as people approved it; null where nobody looked. */
export function earlierNote(earlier: number | null): SaidPart | null {
  if (earlier === null) return null;
  return earlier === 0 ? { key: "face.firstTime" } : { key: "face.earlier", values: { count: earlier } };
}
