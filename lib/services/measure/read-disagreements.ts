import type { MeasuredDouble } from "../../domain/measure/insights/rows";
import { firstVerdict, readOpinions } from "../../domain/second-opinion";
import type { LookVerdict } from "../../domain/second-look";
import type { DecisionReason } from "../../domain/proposal";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";

/** What one person said, and why; nobody is named. */
export interface Said {
  readonly verdict: LookVerdict;
  readonly reason: DecisionReason | null;
}

/** One decision on which the second person went against the first. */
export interface Disagreement extends Pick<MeasuredDouble, "id" | "actionName" | "kind" | "headline" | "verdict"> {
  readonly agentName: string;
  readonly settledAt: number;
  readonly first: Said;
  readonly second: Said;
  /** Null where nobody was left to settle it. */
  readonly third: Said | null;
}

const READ_MAX = 2_000;
const DAY_MS = 86_400_000;

/**
 * What people disagreed on and why, newest first: only what is settled, since whoever is still to be asked reads this too. Everybody may, to mend
 * what they go by, and it names nobody.
 */
export async function readDisagreements(
  ctx: Context,
  actor: PersonActor,
  { days }: { readonly days: number },
): Promise<readonly Disagreement[]> {
  requirePermission(actor, "measures.read");
  const until = ctx.clock() + 1;
  const span = { from: until - days * DAY_MS, until };
  const [doubles, agents] = await Promise.all([
    ctx.store.read.measuredDoubles(span, { agentId: null, kind: null }, READ_MAX),
    ctx.store.read.agents(),
  ]);
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  return doubles.flatMap(({ settledAt, decision, opinions, agentId, ...double }): readonly Disagreement[] => {
    const [second, third] = readOpinions(opinions);
    const first: Said = { verdict: firstVerdict(decision), reason: decision.reason };
    if (settledAt === null || second === undefined || second.verdict === first.verdict) return [];
    const { id, actionName, kind, headline, verdict } = double;
    const said = { first, second: saidBy(second), third: third === undefined ? null : saidBy(third) };
    return [{ id, actionName, kind, headline, verdict, agentName: names.get(agentId) ?? agentId, settledAt, ...said }];
  });
}

function saidBy({ verdict, reasonCode, reasonText }: MeasuredDouble["opinions"][number]): Said {
  return { verdict, reason: reasonCode === null ? null : { code: reasonCode, text: reasonText } };
}
