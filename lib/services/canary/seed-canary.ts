import type { CanaryRecord } from "../../../db/store/look-types";
import type { ProposalRecord, ProposalWithVersion, VersionRecord } from "../../../db/store/types";
import type { AgentActor, PersonActor } from "../actor";
import { canaryOf } from "../../domain/canary/library";
import { canaryRate, CANARY_RATE, kindOfTest, mayFollow } from "../../domain/canary/serving";
import { spansText } from "../../domain/card/headline-text";
import { actionDigest } from "../../domain/digest";
import type { ProposalId } from "../../domain/ids";
import { UNDECIDED } from "../../domain/lifecycle/undecided";
import { place } from "../../domain/placement";
import { replayFactsOf } from "../../domain/policy/replay-facts";
import { CANARIES_NEEDED } from "../../domain/measure/anytime-bound";
import type { ProposalState } from "../../domain/proposal";
import { drawText, isDrawn } from "../../domain/second-look";
import { assessPayload } from "../assess-payload";
import type { Context } from "../context";
import { isOn } from "../settings/switches";
import { draftOf } from "../transition";
import { alikeOf, weigh } from "../weigh";

/** Tests are made of what people approved within this time: they look like today's work. */
const SOURCES_MS = 30 * 24 * 60 * 60_000;
const SOURCES_MAX = 200;
/** A payload that policy would not bring to a person, or that nothing applies to, is passed over this often. */
const TRIES = 6;

/**
 * After a person's real decision: with the chance that is theirs, one test is put into the queue, where it stands by its stakes like
 * anything else. The queue is everybody's, so whoever comes to it has it. Nothing that goes wrong here touches the decision.
 */
export async function mayTest(ctx: Context, actor: PersonActor, decided: ProposalId): Promise<void> {
  try {
    if (!(await isOn(ctx, "canaries"))) return;
    const decisions = await ctx.store.read.reviewCount(actor.personId, CANARY_RATE.firstDecisions);
    const lately = await ctx.store.read.lastReviews(actor.personId, CANARY_RATE.afterTooFast);
    const tooFast = lately.some((review) => review.tooFast);
    const hash = ctx.sha256(drawText(ctx.live.drawKey, "canary", `${actor.personId} ${decided}`));
    if (!isDrawn(hash, canaryRate(decisions, tooFast)) || !(await isApart(ctx))) return;
    await seedCanary(ctx, Number.parseInt(hash.slice(-8), 16));
  } catch (error) {
    ctx.log.warn({ error }, "a test of the reviewers could not be made");
  }
}

async function isApart(ctx: Context): Promise<boolean> {
  if ((await ctx.store.read.openCanary()) !== null) return false;
  const last = await ctx.store.read.lastCanary();
  if (last === null || last.decidedAt === null) return true;
  const by = last.decidedBy;
  const reviews = by === null ? [] : await ctx.store.read.reviewsSince(by, last.decidedAt);
  const since = reviews.filter(({ proposalId }) => proposalId !== last.proposalId).length;
  return mayFollow(last, by === null ? 1 : since, ctx.clock());
}

/**
 * Puts one test into the queue, made of something that people approved lately; null when nothing fits. It is a proposal of its own that no
 * agent sent: it has no key, uses no limit, and stands in the record under no agent's stream.
 */
export async function seedCanary(ctx: Context, seed: number): Promise<CanaryRecord | null> {
  const now = ctx.clock();
  const sources = await ctx.store.read.canarySources(now - SOURCES_MS, SOURCES_MAX);
  const kinds = [...new Set(sources.map(({ kind }) => kind))].sort();
  const shown = kinds.map(async (kind) => ({ kind, shown: (await ctx.store.read.lastCatches(kind, CANARIES_NEEDED)).shown }));
  const kind = kindOfTest(await Promise.all(shown), seed);
  const fitting = sources.filter((source) => source.kind === kind);
  for (let attempt = 0; attempt < Math.min(TRIES, fitting.length); attempt += 1) {
    const source = fitting[(Math.floor(seed / 16) + attempt) % fitting.length];
    const found = source === undefined ? null : await ctx.store.read.proposal(source.id);
    const made = found === null ? null : await madeOf(ctx, found, seed + attempt, now);
    if (made !== null) return commit(ctx, made, found);
  }
  return null;
}

interface Made {
  readonly record: ProposalRecord;
  readonly version: VersionRecord;
  readonly canary: CanaryRecord;
}

async function madeOf(ctx: Context, found: ProposalWithVersion, seed: number, now: number): Promise<Made | null> {
  const { record, version: source } = found;
  const { agentId, kind } = record.state;
  const { action, target, before, after } = source.payload;
  const canary = canaryOf(kind, { action, target, before, after }, seed);
  if (canary === null) return null;
  const payload = { ...source.payload, ...canary.source };
  const agent = await ctx.store.read.agent(agentId);
  const expiresInMs = source.facts?.expiresInMs ?? null;
  const asked = { agentId, agentName: agent?.name ?? "", createdAt: now, expiresInMs };
  const assessed = await assessPayload(ctx, asked, payload, source.extras);
  const { assessment } = assessed;
  if (assessed.kind !== kind || !["review", "confirm", "two_person"].includes(assessment.treatment)) return null;
  const digest = actionDigest({ agentId, action: payload.action, target: payload.target }, ctx.sha256);
  const { prediction, rank } = weigh(ctx, assessed.card, assessment);
  const { ownerId, composerId, actionName, allowed } = record.state;
  const state: ProposalState = {
    ...{ ...UNDECIDED, id: ctx.newId("proposal"), agentId, ownerId, composerId, actionName, kind, allowed, digest },
    ...{ tier: assessment.risk.tier, treatment: assessment.treatment, regulated: assessment.regulated },
    ...{ policyVersion: assessment.policyVersion, createdAt: now, expiresAt: now + assessment.expiresInMs },
    ...{ undoMs: assessment.undoMs, revision: 1, canary: true },
  };
  const headline = spansText(assessed.card.headline);
  return {
    record: {
      ...{ state, keyId: null, idempotencyKey: null, runId: record.runId, headline, receipt: null, assigneeId: null },
      alike: alikeOf(ctx, agentId, kind, payload, assessed),
      ...{ lane: prediction.lane, predictedSeconds: prediction.seconds, ...place(state, prediction.lane, rank) },
    },
    version: {
      ...{ proposalId: state.id, version: 1, digest, payload, extras: source.extras, assessment, by: source.by },
      ...{ at: now, raw: null, facts: replayFactsOf(assessed.facts) },
    },
    canary: {
      ...{ proposalId: state.id, sourceId: record.state.id, kind, mutation: canary.mutation, wrong: canary.wrong, at: now },
      ...{ decidedAt: null, decidedBy: null, outcome: null },
    },
  };
}

async function commit(
  ctx: Context,
  { record, version, canary }: Made,
  found: ProposalWithVersion | null,
): Promise<CanaryRecord | null> {
  const { agentId, composerId } = record.state;
  // The row reads like its neighbours until it is decided; then the record says what it was (docs/decisions/0013).
  const actor: AgentActor | PersonActor | null = composerId === null ? asAgent(agentId, found) : null;
  if (actor === null) return null;
  const proposed = draftOf(record, { type: "proposal.proposed", at: canary.at, state: record.state }, actor);
  const { result, rows } = await ctx.store.transact<boolean>(function* (tx) {
    if ((yield* tx.openCanary()) !== null) return { result: false, unchanged: true };
    yield* tx.insertProposal(record, version);
    yield* tx.insertCanary(canary);
    return { result: true, events: [proposed] };
  });
  if (!result) return null;
  ctx.hub.publish({ type: "proposal", state: record.state, rows });
  return canary;
}

function asAgent(agentId: ProposalState["agentId"], found: ProposalWithVersion | null): AgentActor | null {
  const keyId = found?.record.keyId ?? null;
  if (keyId === null) return null;
  return { type: "agent", agentId, agentName: "", keyId, scopes: new Set(), ownerId: null };
}
