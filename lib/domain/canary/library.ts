import { aboutKind } from "../card/kinds";
import type { Kind } from "../words";
import type { CanarySource } from "./canary";

/** A known-bad variant of a past action, by the name of what was done to it. */
export interface Canary {
  readonly mutation: string;
  readonly wrong: string;
  readonly source: CanarySource;
}

/**
 * A canary made of a real, past action: the seed chooses the mutation and its details, so that the same seed makes the same canary. The ones
 * that do not apply to this action are passed over; null when none does.
 */
export function canaryOf(kind: Kind, source: CanarySource, seed: number): Canary | null {
  const { canaries: mutations } = aboutKind(kind);
  const first = Math.abs(Math.trunc(seed)) % mutations.length;
  for (const mutation of [...mutations.slice(first), ...mutations.slice(0, first)]) {
    const made = mutation.apply(source, Math.floor(Math.abs(seed) / mutations.length));
    if (made !== null) return { mutation: mutation.name, ...made };
  }
  return null;
}
