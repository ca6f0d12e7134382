import { CANARIES_NEEDED } from "../measure/anytime-bound";
import type { ProposalState } from "../proposal";
import type { Kind } from "../words";

export const CANARY_OUTCOMES = ["caught", "missed", "unseen"] as const;
/** How a test ended: rejected or edited right, let through, or decided by nobody. */
export type CanaryOutcome = (typeof CANARY_OUTCOMES)[number];

/** True for a test that has ended: from then on nobody is kept from knowing that it was one. */
export function isEndedTest({ canary, status }: Pick<ProposalState, "canary" | "status">): boolean {
  return canary && status === "withdrawn";
}

/**
 * The share of a person's items that are tests: more of the first ones, so that a figure is there soon (design: policy §5), and more for the
 * next ones after a decision that was too fast to have read the card (design: review §2.5).
 */
export const CANARY_RATE = { more: 0.1, steady: 0.04, firstDecisions: 100, afterTooFast: 50 } as const;

/** After this long nobody remembers the last test as "the one before". */
const FORGOTTEN_MS = 12 * 60 * 60_000;

/** The chance that a person's decision is followed by a test; `tooFastLately`: one of their last {@link CANARY_RATE}`.afterTooFast` was not read. */
export function canaryRate(decisions: number, tooFastLately: boolean): number {
  return decisions < CANARY_RATE.firstDecisions || tooFastLately ? CANARY_RATE.more : CANARY_RATE.steady;
}

/**
 * Which kind the next test is of. All are alike likely, whatever their share of the work, but one that has too few tests yet to measure its
 * reviewers is so twice (design: policy §4.2): not always, or whoever has seen them all would know that no more come.
 */
export function kindOfTest(kinds: readonly { readonly kind: Kind; readonly shown: number }[], seed: number): Kind | null {
  const chances = kinds.flatMap(({ kind, shown }) => (shown < CANARIES_NEEDED ? [kind, kind] : [kind]));
  return chances[seed % Math.max(1, chances.length)] ?? null;
}

/**
 * True when another test may be put into the queue: none is open, and whoever had the last one has decided something real since. So no
 * person and no list ever has two of them next to each other.
 */
export function mayFollow(last: { readonly decidedAt: number | null } | null, decidedSince: number, now: number): boolean {
  if (last === null) return true;
  if (last.decidedAt === null) return false;
  return decidedSince > 0 || now - last.decidedAt >= FORGOTTEN_MS;
}

/** True when the edited arguments say again what they said before the test was made of them, wherever it had changed them. */
export function cures(
  original: Readonly<Record<string, unknown>>,
  test: Readonly<Record<string, unknown>>,
  edited: Readonly<Record<string, unknown>>,
): boolean {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const keys = new Set([...Object.keys(original), ...Object.keys(test)]);
  const wrong = [...keys].filter((key) => !same(original[key], test[key]));
  return wrong.length > 0 && wrong.every((key) => same(edited[key], original[key]));
}
