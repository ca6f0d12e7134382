import type { Refusal } from "../error-codes";
import type { Result } from "../result";
import { ok, refuse } from "../result";
import type { Command } from "./commands";
import type { ProposalEvent } from "./events";

type Answer = Result<readonly ProposalEvent[], Refusal>;

/** What only agents ask for. */
const AGENTS: ReadonlySet<Command["type"]> = new Set<Command["type"]>(["withdraw", "deliver", "redeem", "report"]);

/**
 * What follows from a command on a test of the reviewers, given what would follow on a real proposal. It takes a decision like any other, by
 * the same rules, and ends with it. INVARIANT (design: trust §4, 10): nothing else can happen to it, so there is no way to a receipt, to its agent
 * or to a run. What else people may ask of it gets the answer that it always gets, or the answer would tell.
 */
export function answerOfTest(command: Exclude<Command, { type: "propose" }>, real: Answer, now: number): Answer {
  if (AGENTS.has(command.type)) return refuse({ code: "not_found", detail: "there is no such proposal" });
  if (!real.ok || real.value.length === 0) return real;
  if (command.type !== "decide" && command.type !== "expire") return ok([]);
  const caught = command.type === "expire" ? null : catches(command.choice);
  return ok([...real.value, { type: "proposal.revealed", at: now, caught }]);
}

/** What was wrong was seen: it was not let run, or only with what was wrong put right. */
function catches(choice: Extract<Command, { type: "decide" }>["choice"]): boolean {
  return choice.type === "reject" || choice.type === "answer" || (choice.type === "edit" && choice.cures === true);
}
