import type { ProposalRecord } from "../../db/store/types";
import type { Card } from "../domain/card/card";
import { predict } from "../domain/card/budget";
import { readCard } from "../domain/card/read-card";
import type { AgentId } from "../domain/ids";
import { stake } from "../domain/placement";
import { onlyReads } from "../domain/policy/compile-policy";
import { harmAt, pricesOf, type Prices } from "../domain/policy/prices";
import type { Payload, ProposalState } from "../domain/proposal";
import type { Assessment, Prediction } from "../domain/risk";
import type { Kind } from "../domain/words";
import type { Context } from "./context";
import { alikePattern } from "../domain/alike/pattern";
import { counterpartOf } from "../domain/counterpart";
import { catalogueSchema } from "./fit-arguments";
import { sameRunOf } from "./same-run-of";

/** Whose card it is, and what it is looked up by. */
export interface CardOf {
  readonly agentId: AgentId;
  readonly kind: Kind;
  /** When it was proposed. */
  readonly at: number;
  /** The run that the agent named; null where it named none. */
  readonly runId: string | null;
}

/** That of a stored proposal. */
export function cardKey({ state, runId }: Pick<ProposalRecord, "state" | "runId">): CardOf {
  return { agentId: state.agentId, kind: state.kind, at: state.createdAt, runId };
}

/**
 * The card of one payload, with what history knows of its counterpart, of the last call like it and of what its run tried before. `before` is
 * for what has run already: it is compared with what came before it, not with itself. `earlier` is for a caller that has asked already.
 */
export async function cardOf(
  ctx: Context,
  { agentId, kind, at, runId }: CardOf,
  payload: Payload,
  options: { readonly before?: number; readonly earlier?: Promise<number | null> } = {},
): Promise<Card> {
  const [earlierToCounterpart, last, sameRun] = await Promise.all([
    options.earlier ?? earlierTo(ctx, agentId, counterpartOf(payload, kind)),
    options.before === undefined
      ? ctx.store.read.lastApproved(agentId, payload.action.name)
      : ctx.store.read.lastApprovedBefore(agentId, payload.action.name, options.before),
    runId === null ? null : sameRunOf(ctx, { agentId, runId, at, before: options.before ?? null }, payload),
  ]);
  return readCard({
    kind,
    action: payload.action,
    target: payload.target,
    before: payload.before,
    after: payload.after,
    history: {
      earlierToCounterpart,
      lastApprovedArguments: last?.payload.action.arguments ?? null,
      lastApprovedAt: last?.at ?? null,
      ...(sameRun === null ? {} : { sameRun }),
    },
    schema: catalogueSchema(ctx, payload.action.name),
    onlyReads: onlyReads(ctx.live.policy, payload.action.name),
    at,
  });
}

/** How often this agent reached a counterpart before, as people approved it; null for what has none. */
export async function earlierTo({ store }: Context, agentId: AgentId, counterpart: string | null): Promise<number | null> {
  return counterpart === null ? null : ((await store.read.counterpart(agentId, counterpart))?.seen ?? 0);
}

/**
 * The same of what has gone on its way since: without itself, and null where others came after it, for the count does not say how many of it they
 * are. What was decided in one press with it counts as earlier.
 */
export async function earlierThan(
  { store }: Context,
  { agentId, kind, decision, releasedAt }: Pick<ProposalState, "agentId" | "kind" | "decision" | "releasedAt">,
  payload: Payload,
  before: number,
): Promise<number | null> {
  const counterpart = counterpartOf(payload, kind);
  if (counterpart === null) return null;
  const known = await store.read.counterpart(agentId, counterpart);
  if (known === null) return 0;
  const approved = decision?.type === "approve" || decision?.type === "edit";
  if (decision?.source === "person" && approved && releasedAt !== null) {
    return known.lastAt === decision.at ? known.seen - 1 : null;
  }
  // By the same instant as above: a second opinion is not to tell an approval from a rejection by it.
  return known.lastAt <= (decision?.at ?? before) ? known.seen : null;
}

/** How long the card takes on a keyboard, and where the item stands among others. */
export function weigh(
  { live }: Pick<Context, "live">,
  card: Card,
  assessment: Assessment,
): { readonly prediction: Prediction; readonly rank: number } {
  const prediction = predict({ card, treatment: assessment.treatment, device: "keyboard" });
  const failedChecks = card.checks.filter((check) => check.state === "failed").length;
  const { tier, stakes } = assessment.risk;
  return { prediction, rank: stake({ tier }, { harm: harmAt(livePrices(live), stakes), failedChecks }) };
}

/** The prices of the policy in force. */
export function livePrices({ policy }: Context["live"]): Prices {
  return pricesOf(policy?.document ?? null);
}

/** Enough of a fingerprint that two templates never share one by chance. */
const ALIKE_DIGITS = 24;

/** The fingerprint of the template that a proposal was made from: see {@link alikePattern}. */
export function alikeOf(
  ctx: Pick<Context, "sha256">,
  agentId: AgentId,
  kind: Kind,
  payload: Payload,
  { card, assessment }: { readonly card: Card; readonly assessment: Assessment },
): string {
  const { risk, treatment, regulated } = assessment;
  const pattern = alikePattern({ agentId, kind, payload, card, tier: risk.tier, treatment, regulated });
  return ctx.sha256(pattern).slice(0, ALIKE_DIGITS);
}
