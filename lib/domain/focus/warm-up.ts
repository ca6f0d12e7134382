/** Items of one warm-up, half of them known to be bad (design: review §4.2). */
export const WARM_UP_ITEMS = 10;
/** Whoever has warmed up within this time may begin at once. */
export const WARM_UP_HOLDS_MS = 4 * 60 * 60_000;
/** A warm-up that was begun longer ago than this is over. */
export const WARM_UP_LASTS_MS = 60 * 60_000;

/** How somebody's warm-ups went, for their eyes alone. It is no evidence of anything. */
export interface WarmUpTally {
  /** The warm-up that is under way, or was the last: when it was begun. */
  readonly begunAt: number;
  /** The places that were answered in it. */
  readonly answered: readonly number[];
  /** When one was last finished; null before the first. */
  readonly doneAt: number | null;
  readonly bad: number;
  readonly caught: number;
  readonly good: number;
  readonly passed: number;
}

export const NO_WARM_UP: WarmUpTally = { begunAt: 0, answered: [], doneAt: null, bad: 0, caught: 0, good: 0, passed: 0 };

/** One answer: at which place, whether something was wrong there, and whether the person rejected it. */
export interface WarmUpAnswer {
  readonly begunAt: number;
  readonly place: number;
  readonly bad: boolean;
  readonly rejected: boolean;
}

/** True when somebody is to warm up before they begin. */
export function isWarmUpDue({ doneAt }: WarmUpTally, now: number): boolean {
  return doneAt === null || now - doneAt >= WARM_UP_HOLDS_MS;
}

/** Which half of the places is bad: those with the lower of the hashes, so that nobody can know it without the key. */
export function badPlaces(hashes: readonly string[]): ReadonlySet<number> {
  const order = hashes.map((hash, place) => ({ hash, place })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return new Set(order.slice(0, Math.floor(hashes.length / 2)).map(({ place }) => place));
}

/** The tally after an answer. Each place counts once, and another warm-up begins with none answered. */
export function withAnswer(tally: WarmUpTally, { begunAt, place, bad, rejected }: WarmUpAnswer, now: number): WarmUpTally {
  const before = tally.begunAt === begunAt ? tally.answered : [];
  if (before.includes(place)) return tally;
  const answered = [...before, place];
  return {
    begunAt,
    answered,
    doneAt: answered.length === WARM_UP_ITEMS ? now : tally.doneAt,
    bad: tally.bad + (bad ? 1 : 0),
    caught: tally.caught + (bad && rejected ? 1 : 0),
    good: tally.good + (bad ? 0 : 1),
    passed: tally.passed + (bad || rejected ? 0 : 1),
  };
}
