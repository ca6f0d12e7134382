import type { Body, Steps, Transaction } from "../../db/store/store";
import type { DrawRecord } from "../../db/store/look-types";
import type { ProposalRecord, VersionRecord } from "../../db/store/types";
import { spansText } from "../domain/card/headline-text";
import { actionDigest } from "../domain/digest";
import type { Digest } from "../domain/ids";
import { decide } from "../domain/lifecycle/decide";
import { evolve } from "../domain/lifecycle/evolve";
import { place } from "../domain/placement";
import type { HistoryFacts } from "../domain/policy/facts";
import type { ReplayFacts } from "../domain/policy/replay-facts";
import { replayFactsOf } from "../domain/policy/replay-facts";
import type { Assessment } from "../domain/risk";
import type { AgentActor } from "./actor";
import { AppError, raise } from "./app-error";
import type { AssessedPayload } from "./assess-payload";
import { MICRO, assessPayload } from "./assess-payload";
import type { Context } from "./context";
import { withFingerprint } from "./fingerprint";
import { noteVolume } from "./ladder/volume";
import { mayWait } from "./pending-bounds";
import { noteRollout } from "./policy/read-rollout";
import type { ProposeInput, ReadInput } from "./propose-input";
import { readInput } from "./propose-input";
import type { ProposeCall, Proposed, ProposedBy } from "./propose-types";
import { receiptOf } from "./receipt-of";
import { requireScope } from "./require-scope";
import { usedDraft } from "./grants/used-draft";
import { useStanding } from "./grants/standing";
import { drawAudit, drawnDraft } from "./second-look/draw-audit";
import { refreshGrants } from "./settings/live-settings";
import { withSettings } from "./settings/with-settings";
import { draftOf } from "./transition";
import { undecidedState } from "./undecided-state";
import { alikeOf, weigh } from "./weigh";

/**
 * Takes one proposal from an agent: judged by policy, stored with its digest and its ledger rows in one commit, answered after it is on disk.
 * The same idempotency key with the same action answers what the first call answered; with another action it is refused.
 */
export async function propose(ctx: Context, actor: AgentActor, input: ProposeInput, call: ProposeCall): Promise<Proposed> {
  requireScope(actor, "propose");
  const { agentId, agentName, keyId, ownerId } = actor;
  return proposeAs(ctx, { actor, agentId, agentName, keyId, ownerId, composerId: null }, input, call);
}

/** The one way in: agents, a person who composes by hand and an import all end here. */
export function proposeAs(ctx: Context, by: ProposedBy, input: ProposeInput, call: ProposeCall): Promise<Proposed> {
  return withSettings(ctx, (settingsAsOf) => proposeUnder(ctx, by, input, call, settingsAsOf));
}

async function proposeUnder(
  ctx: Context,
  by: ProposedBy,
  input: ProposeInput,
  call: ProposeCall,
  settingsAsOf: number,
): Promise<Proposed> {
  const read = readInput(input);
  const digest = actionDigest({ agentId: by.agentId, action: read.payload.action, target: read.payload.target }, ctx.sha256);
  const earlier = await replayOf(ctx, by, call.idempotencyKey, digest);
  if (earlier !== null) return earlier;
  await refuseFlood(ctx, by);
  const now = ctx.clock();
  const assessed = await assessPayload(
    ctx,
    { agentId: by.agentId, agentName: by.agentName, createdAt: now, expiresInMs: read.expiresInMs },
    read.payload,
    read.extras,
  );
  const make = (assessment: Assessment, facts: ReplayFacts): Made =>
    madeOf(ctx, by, call, read, digest, { ...assessed, assessment }, facts, now);
  try {
    const { result, rows } = await ctx.store.transact((tx) => written(tx, { by, assessed, make, now }), { settingsAsOf });
    const { agentId, actionName, kind, tier } = result.record.state;
    noteVolume(ctx, { agentId, actionName, kind, tier, fingerprint: assessed.fingerprint });
    noteRollout(ctx, result.version.assessment);
    ctx.hub.publish({ type: "proposal", state: result.record.state, rows });
    // One that fitted and could not be used is used up, or over: the next proposal need not ask for it.
    if (assessed.standing !== null && result.version.assessment.grant === undefined) await refreshGrants(ctx);
    return { found: { record: result.record, version: result.version }, replayed: false };
  } catch (error) {
    // Another call with this key may have committed between our look and our lock: then its row refused ours.
    const first = isConstraint(error) ? await replayOf(ctx, by, call.idempotencyKey, digest) : null;
    if (first === null) throw error;
    return first;
  }
}

/** True for the store's word that a row broke a rule of the schema. */
function isConstraint(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "constraint";
}

interface Made {
  readonly record: ProposalRecord;
  readonly version: VersionRecord;
  /** Set when it ran by itself and was drawn for a look afterwards. */
  readonly draw: DrawRecord | null;
  readonly events: readonly [Parameters<typeof draftOf>[1], ...Parameters<typeof draftOf>[1][]];
}

/** What {@link written} needs, apart from the transaction. */
interface ToWrite {
  readonly by: ProposedBy;
  readonly assessed: AssessedPayload;
  readonly make: (assessment: Assessment, facts: ReplayFacts) => Made;
  readonly now: number;
}

/**
 * Asks the database nothing unless a limit or a standing approval has to be counted, so that it can be written by another thread. Closes over
 * nothing: a generator that does keeps what it sees until the next major collection, which for every proposal was 12 kB (`db/group-commit.ts`).
 */
function* written(tx: Transaction, { by, assessed, make, now }: ToWrite): ReturnType<Body<Made>> {
  const counted = yield* countLimits(tx, assessed);
  const usage = counted ?? assessed.facts.history.usage;
  const without = counted === null ? assessed.assessment : assessed.withUsage(counted);
  const used = assessed.standing === null ? null : yield* useStanding(tx, assessed.standing, without, usage, now);
  const made = make(used?.assessment ?? without, replayFactsOf(used?.facts ?? assessed.facts, usage));
  yield* tx.insertProposal(made.record, made.version);
  const [first, ...rest] = made.events;
  const draft = (event: typeof first) => draftOf(made.record, event, by.actor);
  const more = used === null ? [] : [usedDraft(made.record.state, used.use)];
  if (made.draw === null) return { result: made, events: [draft(first), ...rest.map(draft), ...more] };
  yield* tx.insertDraw(made.draw);
  return { result: made, events: [draft(first), ...rest.map(draft), ...more, drawnDraft(made.draw)] };
}

/** Counts this proposal towards its limits and answers what was used before it, exact under the write lock; null without limits. */
function* countLimits(tx: Transaction, { limits }: AssessedPayload): Steps<HistoryFacts["usage"] | null> {
  if (limits.length === 0) return null;
  const usage: Record<string, { count: number; sum: number }> = {};
  for (const limit of limits) {
    const sum = Math.round(limit.sum * MICRO);
    const after = yield* tx.addUsage(limit.key, limit.windowStart, 1, sum);
    usage[limit.id] = { count: after.count - 1, sum: (after.sum - sum) / MICRO };
  }
  return usage;
}

// eslint-disable-next-line max-lines-per-function -- one record and one version, field by field
function madeOf(
  ctx: Context,
  by: ProposedBy,
  call: ProposeCall,
  read: ReadInput,
  digest: Digest,
  { assessment, card, kind, fingerprint }: Pick<AssessedPayload, "assessment" | "card" | "kind" | "fingerprint">,
  facts: ReplayFacts,
  now: number,
): Made {
  const fresh = undecidedState(ctx, by, read, digest, assessment, kind, now);
  const decided = decide(
    null,
    {
      type: "propose",
      state: fresh,
      receiptId: ctx.newId("receipt"),
      heldBack: assessment.heldBack === true,
      redemptionId: read.redeem ? ctx.newId("redemption") : null,
      blockReason: {
        code: "policy_block",
        text: assessment.risk.reasons.find((reason) => reason.sets?.includes("block") === true)?.says ?? null,
      },
    },
    now,
  );
  if (!decided.ok) return raise(decided.error);
  const [first, ...rest] = decided.value;
  if (first === undefined) throw new Error("INVARIANT: a proposal has at least its first event");
  const state = rest.reduce(evolve, evolve(null, first));
  const draw = drawAudit(ctx, state, assessment, fingerprint);
  const needsPerson = state.status === "pending" || state.status === "held" || draw !== null;
  // What nobody will look at needs no budget: the segmenter is the dearest step of all. What is held back may be stopped, and then is looked at.
  const { prediction, rank } = needsPerson
    ? weigh(ctx, card, assessment)
    : { prediction: { lane: "quick" as const, seconds: 0 }, rank: 0 };
  const record: ProposalRecord = {
    state,
    keyId: by.keyId,
    idempotencyKey: call.idempotencyKey,
    runId: read.extras.run.id,
    headline: spansText(card.headline),
    lane: prediction.lane,
    predictedSeconds: prediction.seconds,
    ...place(state, prediction.lane, rank, draw !== null),
    receipt: receiptOf(ctx, state, null, null),
    alike: needsPerson ? alikeOf(ctx, by.agentId, kind, read.payload, { card, assessment }) : "",
    assigneeId: null,
  };
  const version: VersionRecord = {
    proposalId: state.id,
    version: 1,
    digest,
    payload: read.payload,
    extras: withFingerprint(read.extras, fingerprint),
    assessment,
    by: by.composerId,
    at: now,
    raw: call.raw,
    facts,
  };
  return { record, version, draw, events: [first, ...rest] };
}

async function replayOf(ctx: Context, by: ProposedBy, key: string | null, digest: Digest): Promise<Proposed | null> {
  if (key === null) return null;
  const found = await ctx.store.read.proposalByKey(by.agentId, key);
  if (found === null) return null;
  // The first version's digest: an edit by a person must not turn the agent's own retry into a conflict.
  const first = found.record.state.version === 1 ? found.version : (await ctx.store.read.versions(found.record.state.id))[0];
  if (first?.digest !== digest) throw keyConflict();
  return { found, replayed: true };
}

function keyConflict(): AppError {
  return new AppError("idempotency_conflict", "this key was used for another action: use a new key for a new action");
}

async function refuseFlood(ctx: Context, by: ProposedBy): Promise<void> {
  if (by.keyId === null || (await mayWait(ctx, by.keyId))) return;
  throw new AppError(
    "too_many_pending",
    `${String(ctx.live.pendingCap)} proposals of this key wait already: withdraw some, or wait for people`,
    { retryAfter: 30 },
  );
}
