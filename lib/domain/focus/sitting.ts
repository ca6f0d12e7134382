/** After so long, or so many decisions, without a rest, a break is offered: catch rates fall from there (design: review §4.2). */
export const BREAK_AFTER_MS = 25 * 60_000;
export const BREAK_AFTER_DECISIONS = 150;
/** So long without a decision or a card being read is a rest: what follows is a new sitting. */
export const REST_MS = 2 * 60_000;
/** A break that was put off once is due again after so much more. */
export const DEFERRAL_MS = 5 * 60_000;
export const DEFERRAL_DECISIONS = 30;

/** One decision, as the record has it. Times in milliseconds. */
export interface Pace {
  readonly at: number;
  /** How long its card was read; null where nobody measured it. */
  readonly activeMs: number | null;
}

/** What somebody has done without a rest. */
export interface Sitting {
  /** When its first card was opened; null before the first decision. */
  readonly since: number | null;
  readonly decisions: number;
  readonly lastAt: number;
  /** When the break was put off within this sitting; null while it was not. */
  readonly deferredAt: number | null;
  readonly decisionsSinceDeferral: number;
}

export const NO_SITTING: Sitting = { since: null, decisions: 0, lastAt: 0, deferredAt: null, decisionsSinceDeferral: 0 };

/** The sitting after one more decision; a rest before it begins another. Time spent reading its card is no rest. */
export function withDecision(sitting: Sitting, { at, activeMs }: Pace): Sitting {
  if (isRested(sitting, at, activeMs ?? 0)) {
    return { ...NO_SITTING, since: at - Math.min(activeMs ?? 0, BREAK_AFTER_MS), decisions: 1, lastAt: at };
  }
  const more = sitting.deferredAt === null ? 0 : 1;
  return {
    ...sitting,
    decisions: sitting.decisions + 1,
    lastAt: Math.max(at, sitting.lastAt),
    decisionsSinceDeferral: sitting.decisionsSinceDeferral + more,
  };
}

/** The sitting that a person's decisions amount to, oldest first; `deferredAt` is when they last put a break off, null if never. */
export function sittingOf(paces: readonly Pace[], deferredAt: number | null): Sitting {
  let sitting = NO_SITTING;
  let putOff = deferredAt;
  for (const pace of paces) {
    if (putOff !== null && pace.at > putOff) {
      sitting = withDeferral(sitting, putOff);
      putOff = null;
    }
    sitting = withDecision(sitting, pace);
  }
  return putOff === null ? sitting : withDeferral(sitting, putOff);
}

/** The same with the break put off. Once a sitting: a second time changes nothing. */
export function withDeferral(sitting: Sitting, at: number): Sitting {
  if (sitting.since === null || sitting.deferredAt !== null || isRested(sitting, at, 0)) return sitting;
  return { ...sitting, deferredAt: at, decisionsSinceDeferral: 0 };
}

/** True when the sitting is over at `now`, of which the card that is open was read for `readingMs`. */
export function isRested({ since, lastAt }: Sitting, now: number, readingMs: number): boolean {
  return since === null || now - readingMs - lastAt >= REST_MS;
}

/** How far the break has come, 0 to 1: by time or by decisions, whichever is nearer. What the ring shows. */
export function towardsBreak(sitting: Sitting, now: number, readingMs: number): number {
  if (sitting.since === null || isRested(sitting, now, readingMs)) return 0;
  return Math.min(1, Math.max((now - sitting.since) / BREAK_AFTER_MS, sitting.decisions / BREAK_AFTER_DECISIONS, 0));
}
