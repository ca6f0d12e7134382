/** The digits that pick on screen are `1` to `6`. */
const KEYS = 6;

/** A question and its choices with their keys, in one sentence to be heard: `Why not? 1 Wrong value, 2 Not needed`. Where no key picks, the question. */
export function byKeys(question: string, choices: readonly string[], picks: boolean): string {
  if (!picks) return question;
  return `${question} ${choices
    .slice(0, KEYS)
    .map((choice, index) => `${(index + 1).toString()} ${choice}`)
    .join(", ")}`;
}

/** How many of so many choices have a key. */
export function withKeys(count: number): number {
  return Math.min(count, KEYS);
}
