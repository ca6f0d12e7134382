/** A person who gives no sign for longer than this is not counted as reading (design: review §2.5). */
export const SILENCE_MS = 30_000;

/** How long somebody has been at one card. Times in milliseconds on one clock. */
export interface ActiveTime {
  readonly counted: number;
  /** Their last sign; null while they are away: the page is hidden, or another window has the focus. */
  readonly heardAt: number | null;
}

/** Somebody has the card before them from `at`, or is away meanwhile. */
export function startedAt(at: number, here: boolean): ActiveTime {
  return { counted: 0, heardAt: here ? at : null };
}

/** A key, the pointer, a scroll: they are there. Of a longer silence before it only {@link SILENCE_MS} count. */
export function withSign(time: ActiveTime, at: number): ActiveTime {
  return { counted: activeMs(time, at), heardAt: at };
}

/** They left: nothing counts until the next sign. */
export function withLeaving(time: ActiveTime, at: number): ActiveTime {
  return { counted: activeMs(time, at), heardAt: null };
}

/** The active time until `at`: without what was hidden, out of focus, or silent for longer than {@link SILENCE_MS}. */
export function activeMs({ counted, heardAt }: ActiveTime, at: number): number {
  return heardAt === null ? counted : counted + Math.min(SILENCE_MS, Math.max(0, at - heardAt));
}
