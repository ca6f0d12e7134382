import type { Decisive } from "../card";
import { decisiveValue } from "../finish-card";
import type { FaceKey } from "../said";

/** `41,220`: a count as people write it. */
export function countText(count: number): string {
  return count.toLocaleString("en-US");
}

/** `0.09 %`: what share `part` is of `whole`, never rounded down to nothing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.01) return "under 0.01 %";
  return `${percent >= 10 ? String(Math.round(percent)) : String(Math.round(percent * 100) / 100)} %`;
}

/** Three counts that `count` could be mistaken for: a digit more, two digits swapped, a few more. All differ. */
export function countDecisive(question: FaceKey, count: number): Decisive {
  const swapped = Number(Array.from(String(count)).reverse().join(""));
  const candidates = [count * 10, swapped, count % 10 === 0 ? count / 10 : count + 9, count + 1, count + 10, count + 100];
  const [first = 1, second = 2, third = 3] = [...new Set(candidates)].filter((other) => other !== count);
  return decisiveValue(question, countText(count), [countText(first), countText(second), countText(third)]);
}
