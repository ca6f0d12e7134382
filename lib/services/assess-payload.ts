import type { VersionExtras } from "../../db/store/types";
import type { Card } from "../domain/card/card";
import { cardFacts } from "../domain/card/facts-for-policy";
import { counterpartOf } from "../domain/counterpart";
import type { AgentId } from "../domain/ids";
import type { ProposalState, Payload } from "../domain/proposal";
import type { AssessFacts, Declared, HistoryFacts } from "../domain/policy/facts";
import type { LadderFacts } from "../domain/policy/ladder-handling";
import { meetSameLimits } from "../domain/policy/apply-rules";
import { assessWithRate } from "../domain/policy/review-rate";
import { assessWithoutPolicy } from "../domain/policy/assess-without-policy";
import { resolveAction } from "../domain/policy/compile-policy";
import type { Derived } from "../domain/policy/derive";
import { derive } from "../domain/policy/derive";
import type { Assessment } from "../domain/risk";
import type { Kind } from "../domain/words";
import { moneyUnit, usualOf } from "../domain/usual";
import { KINDS, REVERSIBILITIES, STAKES } from "../domain/words";
import { calibrationFor } from "./calibration/table";
import type { Context } from "./context";
import { stopsFor } from "./context";
import { fingerprintNow } from "./fingerprint";
import type { Standing } from "./grants/standing";
import { standingOf } from "./grants/standing";
import { ladderFor } from "./ladder/live-ladder";
import type { LimitUse } from "./limit-use";
import { limitUses } from "./limit-use";
import { judgedBecause, policyFor } from "./policy/policy-for";
import { cardOf, earlierTo } from "./weigh";

/** Whose payload it is. */
export type Proposer = Pick<ProposalState, "agentId"> & {
  readonly createdAt: number;
  readonly agentName?: string;
  readonly expiresInMs?: number | null;
};

export interface AssessedPayload {
  readonly assessment: Assessment;
  readonly card: Card;
  readonly kind: Kind;
  readonly facts: AssessFacts;
  /** Which versions of the agent, its tool and the card it was judged for. */
  readonly fingerprint: string;
  /** The limits that this proposal counts towards. */
  readonly limits: readonly LimitUse[];
  /** The same judgement with the limits' use as counted under the write lock. */
  readonly withUsage: (usage: HistoryFacts["usage"]) => Assessment;
  /** The standing approval that would let it run; null where none fits, or none is needed. */
  readonly standing: Standing | null;
}

/**
 * What policy makes of a payload now: the card is read from the exact bytes, history is looked up, and the pure engine decides. With no
 * usable policy everything goes to a person.
 */
export async function assessPayload(
  ctx: Context,
  proposer: Proposer,
  payload: Payload,
  extras: Omit<VersionExtras, "state">,
): Promise<AssessedPayload> {
  const declared = declaredOf(payload, extras);
  const by = policyFor(ctx, proposer.agentId, payload.action, declared.kind);
  const { policy } = by;
  const kind = policy === null ? (declared.kind ?? "tool") : resolveAction(policy, payload.action.name, declared.kind).kind;
  const derived = derive(payload.action, payload.target, kind);
  const limits = policy === null ? [] : limitUses(policy, payload.action.name, derived.amount, proposer.agentId, ctx.clock());
  const fingerprint = fingerprintNow(ctx, extras, kind);
  const ladder = ladderFor(ctx, proposer.agentId, payload.action, kind, fingerprint);
  const earlier = earlierTo(ctx, proposer.agentId, counterpartOf(payload, kind));
  const [card, found] = await Promise.all([
    cardOf(ctx, { agentId: proposer.agentId, kind, at: proposer.createdAt, runId: extras.run.id }, payload, { earlier }),
    historyOf(ctx, proposer.agentId, payload.action.name, { fingerprint, earlier, limits, ladder, derived }),
  ]);
  const history = { calibration: calibrationFor(ctx, proposer.agentId, kind, declared.confidence), ...found };
  const facts: AssessFacts = {
    action: payload.action,
    agent: { id: proposer.agentId, name: proposer.agentName ?? "" },
    target: payload.target,
    declared: { expiresInMs: proposer.expiresInMs ?? null, ...declared },
    card: cardFacts(card),
    derived,
    history,
    kill: stopsFor(ctx.live, proposer.agentId, kind),
  };
  const judge = (given: AssessFacts): Assessment =>
    judgedBecause(policy === null ? assessWithoutPolicy(given) : assessWithRate(policy, given), by);
  const assessment = judge(facts);
  return {
    assessment,
    card,
    kind,
    facts,
    fingerprint,
    limits,
    withUsage: (usage) => {
      const counted = { ...facts, history: { ...history, usage } };
      // Under the write lock everybody waits: judged again only where the count made a difference.
      return policy !== null && meetSameLimits(policy, facts, counted) ? assessment : judge(counted);
    },
    standing: standingOf(ctx, proposer.agentId, facts, payload, assessment, judge),
  };
}

/** What the agent said of its own proposal, as policy may know it: words that are none of ours are nothing said. */
export function declaredOf(
  payload: Payload,
  { confidence, declared }: Pick<VersionExtras, "confidence" | "declared">,
): Omit<Declared, "expiresInMs"> {
  return {
    kind: KINDS.find((kind) => kind === declared.kind) ?? impliedKind(payload),
    stakes: STAKES.find((stakes) => stakes === declared.stakes) ?? null,
    reversibility: REVERSIBILITIES.find((reversibility) => reversibility === declared.reversibility) ?? null,
    confidence,
    hasDoubt: payload.doubt !== null,
  };
}

/** An action that nobody described, sent with a record before or after it, changes a record: its card is the field diff. */
function impliedKind({ before, after }: Payload): Kind | null {
  return before === null && after === null ? null : "record";
}

/** What the look-ups go by. */
interface Known {
  readonly fingerprint: string;
  /** How often this agent reached the counterpart before. */
  readonly earlier: Promise<number | null>;
  readonly limits: readonly LimitUse[];
  readonly ladder: LadderFacts | undefined;
  readonly derived: Pick<Derived, "amount" | "currency">;
}

async function historyOf(
  ctx: Context,
  agentId: AgentId,
  actionName: string,
  { fingerprint, earlier, limits, ladder, derived }: Known,
): Promise<Omit<HistoryFacts, "calibration">> {
  const { read } = ctx.store;
  const [observation, reached, usual, used] = await Promise.all([
    read.observation(agentId, actionName, fingerprint),
    earlier,
    derived.amount === null ? null : read.usualFigures(agentId, actionName, moneyUnit(derived.currency)),
    Promise.all(limits.map((limit) => read.usage(limit.key, limit.windowStart))),
  ]);
  return {
    observation:
      observation === null ? null : { looked: observation.looked, wrong: observation.wrong, ended: observation.endedAt !== null },
    firstTimeCounterpart: reached === null ? null : reached === 0,
    usualAmount: usual === null ? null : usualOf(usual.figures),
    ...(ladder === undefined ? {} : { ladder }),
    usage: Object.fromEntries(
      limits.map((limit, index) => [limit.id, { count: used[index]?.count ?? 0, sum: (used[index]?.sum ?? 0) / MICRO }]),
    ),
  };
}

/** Sums are stored as integers of a millionth. */
export const MICRO = 1_000_000;
