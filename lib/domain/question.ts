import type { Refusal } from "./error-codes";
import { showsAnything } from "./invisible";
import type { DecisionReason } from "./proposal";
import type { DecisionType } from "./words";

/** The code of a rejection that is a question: a fact is missing, and the reason's text asks the agent for it. */
export const ASK_AGENT = "ask_agent";

/** True where a rejection says nothing about what was proposed: nobody could judge it yet. */
export function isQuestion(reason: Pick<DecisionReason, "code"> | null): boolean {
  return reason?.code === ASK_AGENT;
}

/** A question goes back to the agent with a rejection and says what is to be known; null where there is none, or where it may be asked. */
export function refusalOfQuestion(type: DecisionType, reason: DecisionReason | null): Refusal | null {
  if (!isQuestion(reason)) return null;
  if (type !== "reject") return { code: "decision_not_allowed", detail: "a question goes back with a rejection only" };
  return showsAnything(reason?.text ?? "") ? null : { code: "reason_required", detail: "say what you need to know" };
}
