import { randomInt } from "node:crypto";

/** The same options in an unpredictable order (Fisher and Yates), so that the right one has no place of its own. */
export function shuffle(options: readonly string[]): string[] {
  const shuffled = [...options];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const held = shuffled[last];
    const swap = shuffled[other];
    if (held !== undefined && swap !== undefined) [shuffled[last], shuffled[other]] = [swap, held];
  }
  return shuffled;
}
