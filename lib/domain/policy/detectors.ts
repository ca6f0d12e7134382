import type { AssessFacts } from "./facts";
import { moneyWords } from "./money-words";

/** Something about the exact payload that makes it at least high risk, whatever the matrix says. */
export interface Detection {
  readonly id: string;
  /** For the badge, without any of the payload's text. */
  readonly says: string;
}

/** Ten times the usual, less what rounding takes away. */
const TEN_TIMES = 9.5;
/** How near a tenth, a hundredth … of the usual an amount must be to look like a slipped decimal point. */
const SLIP_TOLERANCE = 0.03;

/** Every detector that fires. All of them work on the payload and on our own records, none on what the agent says. */
export function detect(facts: AssessFacts): readonly Detection[] {
  const { card, derived, history } = facts;
  const found: Detection[] = [];
  if (card.hiddenMarks > 0) {
    found.push({
      id: "hidden-text",
      says: card.hiddenMarks === 1 ? "1 hidden character" : `${card.hiddenMarks} hidden characters`,
    });
  }
  if (card.mixedScript) found.push({ id: "mixed-script", says: "mixes alphabets that look alike" });
  if (!card.fullyReadable) {
    const parts = card.unreadable.length;
    found.push({ id: "not-readable", says: parts < 2 ? "not fully readable" : `not fully readable: ${parts} parts` });
  }
  for (const id of card.failedChecks) {
    if (id !== "mixed-script") found.push({ id: `check-${id}`, says: `a check failed: ${id.replaceAll("-", " ")}` });
  }
  if (history.firstTimeCounterpart === true) found.push({ id: "first-time", says: "first time to this recipient or host" });
  if (derived.amountUnreadable) found.push({ id: "amount-unreadable", says: "an amount is not a plain number" });
  const { usualAmount } = history;
  if (usualAmount !== null && isUnusual(derived.amount, usualAmount)) {
    found.push({ id: "unusual-amount", says: `a power of ten off the usual ${moneyWords(usualAmount, derived.currency)}` });
  }
  return found;
}

/** Far above the usual, or below it by what looks like a slipped decimal point; merely smaller is not alarming. */
function isUnusual(amount: number | null, usual: number): boolean {
  if (amount === null || amount <= 0 || usual <= 0) return false;
  if (amount >= usual * TEN_TIMES) return true;
  if (amount > usual / TEN_TIMES) return false;
  const decades = Math.log10(usual / amount);
  return Math.abs(decades - Math.round(decades)) < Math.log10(1 + SLIP_TOLERANCE);
}
