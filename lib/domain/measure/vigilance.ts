/** So many last decisions of a person, and last tests of everybody, are looked at (design: trust H10). */
export const LOOKED_AT = { decisions: 50, tests: 100 } as const;
/** Above this share of approvals, read in less than this in the middle, nobody was reading. */
export const REFLEX = { approvedAbove: 0.97, medianBelowMs: 4_000 } as const;
/** Below this share of tests caught, reviewers let too much through; judged from so many tests on. */
export const CATCHING = { caughtBelow: 0.9, testsNeeded: 22 } as const;

/** One decision, as the record of it has it. */
export interface Attended {
  /** `approve`, `reject` … */
  readonly type: string;
  /** How long its card was read, in milliseconds; null where nobody measured it. */
  readonly activeMs: number | null;
}

/** Approving everything at a glance: what is told to whoever does it. */
export interface Reflex {
  readonly decisions: number;
  readonly approved: number;
  readonly medianMs: number;
}

/** Whether the people who decide still look, without saying who does not. */
export interface Vigilance {
  /** Who decides here, and how many of them approve at a glance. */
  readonly reviewers: number;
  readonly byReflex: number;
  /** The last tests of everybody together. */
  readonly tests: { readonly shown: number; readonly caught: number };
  /** True when too few of these were caught. */
  readonly missing: boolean;
}

/**
 * Whether somebody's last decisions look like a reflex; null where they do not, or where there are too few to tell. `last` is at most the last 50
 * decisions. Where fewer than half were measured nothing is claimed.
 */
export function reflexOf(last: readonly Attended[]): Reflex | null {
  if (last.length < LOOKED_AT.decisions) return null;
  const approved = last.filter(({ type }) => type === "approve").length;
  const measured = last.flatMap(({ activeMs }) => (activeMs === null ? [] : [activeMs])).sort((a, b) => a - b);
  const medianMs = measured[Math.floor(measured.length / 2)];
  if (medianMs === undefined || measured.length * 2 < last.length) return null;
  const isReflex = approved / last.length > REFLEX.approvedAbove && medianMs < REFLEX.medianBelowMs;
  return isReflex ? { decisions: last.length, approved, medianMs } : null;
}

/** True when too few of the last tests were caught to trust what was approved meanwhile. */
export function missesTests({ shown, caught }: { readonly shown: number; readonly caught: number }): boolean {
  return shown >= CATCHING.testsNeeded && caught / shown < CATCHING.caughtBelow;
}
