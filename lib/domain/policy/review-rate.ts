import type { Assessment } from "../risk";
import { assess } from "./assess";
import type { CompiledPolicy } from "./compile-policy";
import type { AssessFacts } from "./facts";
import { LADDER_SHARE } from "./ladder-handling";

/**
 * What policy makes of one proposal, with the chance that a person looks where only the ladder's draw brought one: such a look stands for all the
 * items that the draw let run. Whatever else asks for a person looks at every item, and there the chance is 1 and not written down.
 */
export function assessWithRate(policy: CompiledPolicy, facts: AssessFacts): Assessment {
  const assessment = assess(policy, facts);
  const { ladder } = facts.history;
  if (ladder?.drawn !== true || assessment.treatment === "auto" || assessment.treatment === "audit") return assessment;
  const undrawn = assess(policy, { ...facts, history: { ...facts.history, ladder: { ...ladder, drawn: false } } });
  return undrawn.heldBack === true ? { ...assessment, reviewRate: LADDER_SHARE.L2 } : assessment;
}
