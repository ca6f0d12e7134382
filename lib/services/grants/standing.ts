import type { Steps, Transaction } from "../../../db/store/store";
import type { AgentId, GrantId } from "../../domain/ids";
import type { AssessFacts, HistoryFacts } from "../../domain/policy/facts";
import type { Payload } from "../../domain/proposal";
import type { Assessment, GrantUse } from "../../domain/risk";
import type { Context } from "../context";
import { isDrawnToday } from "../ladder/live-ladder";
import { grantFor } from "./live-grants";

/** A standing approval that fits a payload, and what policy makes of it under a use of that approval. */
export interface Standing {
  readonly id: GrantId;
  readonly under: (use: number, usage: HistoryFacts["usage"]) => Used;
}

/** A judgement under one use of a standing approval, with the facts it was made on. */
export interface Used {
  readonly use: GrantUse;
  readonly facts: AssessFacts;
  readonly assessment: Assessment;
}

/** The standing approval that would let a payload run; null where none fits, where it runs anyway, or where a person is asked all the same. */
export function standingOf(
  ctx: Context,
  agentId: AgentId,
  facts: AssessFacts,
  payload: Pick<Payload, "action" | "target">,
  without: Assessment,
  judge: (facts: AssessFacts) => Assessment,
): Standing | null {
  const found = runsAlone(without) ? null : grantFor(ctx, agentId, without.kind, payload);
  if (found === null) return null;
  const { grant, byName } = found;
  const ladder = facts.history.ladder ?? { levels: {}, drawn: isDrawnToday(ctx, agentId, payload.action) };
  const standing: Standing = {
    id: grant.id,
    under: (count, usage) => {
      const use: GrantUse = { id: grant.id, by: byName, use: count, of: grant.usesMax };
      const under = { ...facts, history: { ...facts.history, usage, ladder: { ...ladder, grant: use } } };
      return { use, facts: under, assessment: judge(under) };
    },
  };
  return runsAlone(standing.under(1, facts.history.usage).assessment) ? standing : null;
}

/**
 * Uses the standing approval up by one, under the write lock, if with the limits' use as counted there it still makes the difference; null, and
 * nothing used, otherwise.
 */
export function* useStanding(
  tx: Transaction,
  standing: Standing | null,
  without: Assessment,
  usage: HistoryFacts["usage"],
  now: number,
): Steps<Used | null> {
  if (standing === null || runsAlone(without) || !runsAlone(standing.under(1, usage).assessment)) return null;
  const count = yield* tx.useGrant(standing.id, now);
  return count === null ? null : standing.under(count, usage);
}

/** True for what runs without a person looking first. */
function runsAlone({ treatment }: Pick<Assessment, "treatment">): boolean {
  return treatment === "auto" || treatment === "audit";
}
