import type { Refusal } from "../error-codes";
import type { ProposalState } from "../proposal";
import { refusalOfQuestion } from "../question";
import type { Result } from "../result";
import { ok, refuse } from "../result";
import type { Command } from "./commands";
import type { ProposalEvent } from "./events";

/** A reason that follows its decision, while that can still be undone. */
export function explain(
  state: ProposalState,
  command: Extract<Command, { type: "explain" }>,
  now: number,
): Result<readonly ProposalEvent[], Refusal> {
  // After release the agent has read the decision: a reason given then would not be the one it acted on.
  if (state.status !== "held" || (state.releaseAt !== null && now >= state.releaseAt)) {
    return refuse({ code: "undo_closed", detail: "the decision has been released with the reason it had" });
  }
  if (state.decision?.by.includes(command.by) !== true) {
    return refuse({ code: "forbidden", detail: "only a person who decided this can give its reason" });
  }
  const asking = refusalOfQuestion(state.decision.type, command.reason);
  if (asking !== null) return refuse(asking);
  const { reason } = state.decision;
  if (reason?.code === command.reason.code && reason.text === command.reason.text) return ok([]);
  return ok([{ type: "proposal.explained", at: now, by: command.by, reason: command.reason }]);
}
