import type { AssessFacts } from "./facts";
import { moneyWords } from "./money-words";
import { said, type ReasonSays, type Said } from "./reason-texts";

/** Something about the exact payload that makes it at least high risk, whatever the matrix says. */
export interface Detection {
  readonly id: string;
  /** For the badge, without any of the payload's text. */
  readonly says: Said;
}

/** Ten times the usual, less what rounding takes away. */
const TEN_TIMES = 9.5;
/** How near a tenth, a hundredth … of the usual an amount must be to look like a slipped decimal point. */
const SLIP_TOLERANCE = 0.03;

/** Every detector that fires. All of them work on the payload and on our own records, none on what the agent says. */
export function detect(facts: AssessFacts): readonly Detection[] {
  const { card, derived, history } = facts;
  const found: Detection[] = [];
  const find = (id: string, says: ReasonSays) => found.push({ id, says: said(says) });
  if (card.hiddenMarks > 0) {
    const count = card.hiddenMarks;
    find("hidden-text", count === 1 ? "found.hiddenOne" : { key: "found.hidden", values: { count } });
  }
  if (card.mixedScript) find("mixed-script", "found.mixedScript");
  if (!card.fullyReadable) {
    const parts = card.unreadable.length;
    find("not-readable", parts < 2 ? "found.notReadable" : { key: "found.partsNotReadable", values: { parts } });
  }
  for (const id of card.failedChecks) {
    if (id === "mixed-script") continue;
    find(`check-${id}`, { key: "found.checkFailed", values: { check: id.replaceAll("-", " ") } });
  }
  if (history.firstTimeCounterpart === true) find("first-time", "found.firstTime");
  if (derived.amountUnreadable) find("amount-unreadable", "found.amountUnreadable");
  const { usualAmount } = history;
  if (usualAmount !== null && isUnusual(derived.amount, usualAmount)) {
    find("unusual-amount", { key: "found.unusualAmount", values: { amount: moneyWords(usualAmount, derived.currency) } });
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
