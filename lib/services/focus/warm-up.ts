import type { ListRow, ProposalWithVersion } from "../../../db/store/types";
import type { Canary } from "../../domain/canary/library";
import { canaryOf } from "../../domain/canary/library";
import type { Card } from "../../domain/card/card";
import { spansText } from "../../domain/card/headline-text";
import type { WarmUpTally } from "../../domain/focus/warm-up";
import { NO_WARM_UP, WARM_UP_ITEMS, WARM_UP_LASTS_MS, badPlaces, isWarmUpDue, withAnswer } from "../../domain/focus/warm-up";
import { UNDECIDED } from "../../domain/lifecycle/undecided";
import { drawText } from "../../domain/second-look";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import { assessPayload } from "../assess-payload";
import type { Context } from "../context";
import { readPreferences, savePreferences } from "../preferences/preferences";
import { proposalId } from "../read-proposal";
import { isOn } from "../settings/switches";
import { requireDecider } from "../triage/require-decider";
import { weigh } from "../weigh";

/** Items are made of what people approved within this time. */
const SOURCES_MS = 30 * 24 * 60 * 60_000;
const SOURCES_MAX = 60;

/** One item as it is shown: nothing in it tells whether something is wrong with it. */
export interface WarmUpItem {
  readonly place: number;
  /** What it is made of. */
  readonly source: string;
  readonly row: ListRow;
  readonly found: ProposalWithVersion;
  readonly card: Card;
}

export interface WarmUp {
  readonly begunAt: number;
  readonly items: readonly WarmUpItem[];
}

/**
 * A new warm-up; null where there is too little to make one of. Nothing is stored: no proposal, lease or review comes of it, so it never runs,
 * and says nothing of any agent. Which items are bad follows from a key that never leaves the server.
 */
export async function beginWarmUp(ctx: Context, actor: PersonActor): Promise<WarmUp | null> {
  requireDecider(actor);
  const begunAt = ctx.clock();
  const hashes = hashesOf(ctx, actor, begunAt);
  const bad = badPlaces(hashes);
  const sources = await ctx.store.read.canarySources(begunAt - SOURCES_MS, SOURCES_MAX);
  const left = [...sources].sort((a, b) =>
    ctx.sha256(`${hashes[0] ?? ""}${a.id}`) < ctx.sha256(`${hashes[0] ?? ""}${b.id}`) ? -1 : 1,
  );
  const items: WarmUpItem[] = [];
  while (items.length < WARM_UP_ITEMS) {
    const source = left.shift();
    if (source === undefined) return null;
    const found = await ctx.store.read.proposal(source.id);
    const place = items.length;
    const item = found === null ? null : await itemOf(ctx, found, { place, bad: bad.has(place), hash: hashes[place] ?? "" });
    if (item !== null) items.push(item);
  }
  return { begunAt, items };
}

/** True when the caller is to warm up before they begin: it is switched on, and they have not within four hours. */
export async function isToWarmUp(ctx: Context, actor: PersonActor): Promise<boolean> {
  return (await isOn(ctx, "warmUp")) && isWarmUpDue(await readWarmUps(ctx, actor), ctx.clock());
}

/** How the caller's own warm-ups went: for nobody else. */
export async function readWarmUps(ctx: Context, actor: PersonActor): Promise<WarmUpTally> {
  return (await readPreferences(ctx, actor)).warmUp ?? NO_WARM_UP;
}

export interface WarmUpInput {
  readonly begunAt: number;
  readonly place: number;
  readonly source: string;
  readonly rejected: boolean;
}

/** Tells at once whether something was wrong, and counts it for the caller alone. */
export async function answerWarmUp(
  ctx: Context,
  actor: PersonActor,
  { begunAt, place, source, rejected }: WarmUpInput,
): Promise<{ readonly right: boolean; readonly wrong: string | null }> {
  requireDecider(actor);
  const now = ctx.clock();
  if (begunAt > now || now - begunAt > WARM_UP_LASTS_MS) throw new AppError("stale", "this warm-up is over: begin another");
  const found = await ctx.store.read.proposal(proposalId(source));
  const hashes = hashesOf(ctx, actor, begunAt);
  if (found?.record.state.status !== "approved") throw new AppError("not_found", "there is no such item");
  const bad = badPlaces(hashes).has(place) ? mutated(found, hashes[place] ?? "") : null;
  const tally = await readWarmUps(ctx, actor);
  await savePreferences(ctx, actor, { warmUp: withAnswer(tally, { begunAt, place, bad: bad !== null, rejected }, now) });
  return { right: rejected === (bad !== null), wrong: bad?.wrong ?? null };
}

function hashesOf(ctx: Context, { personId }: PersonActor, begunAt: number): readonly string[] {
  return Array.from({ length: WARM_UP_ITEMS }, (_, place) =>
    ctx.sha256(drawText(ctx.live.drawKey, "warm_up", `${personId} ${String(begunAt)} ${String(place)}`)),
  );
}

function mutated({ record, version }: ProposalWithVersion, hash: string): Canary | null {
  const { action, target, before, after } = version.payload;
  return canaryOf(record.state.kind, { action, target, before, after }, Number.parseInt(hash.slice(-8), 16));
}

interface Place {
  readonly place: number;
  readonly bad: boolean;
  readonly hash: string;
}

/** Null where nothing can be made wrong with it, or where more is asked than one person's look. */
async function itemOf(ctx: Context, found: ProposalWithVersion, { place, bad, hash }: Place): Promise<WarmUpItem | null> {
  const { record, version } = found;
  const { state } = record;
  const canary = bad ? mutated(found, hash) : null;
  if (bad && canary === null) return null;
  const now = ctx.clock();
  const payload = { ...version.payload, ...canary?.source };
  const agent = await ctx.store.read.agent(state.agentId);
  const asked = { agentId: state.agentId, agentName: agent?.name ?? "", createdAt: now, expiresInMs: null };
  const { assessment, card, kind } = await assessPayload(ctx, asked, payload, version.extras);
  if (kind !== state.kind || assessment.regulated || !["review", "confirm"].includes(assessment.treatment)) return null;
  const { prediction, rank } = weigh(ctx, card, assessment);
  const { tier } = assessment.risk;
  const shown = { ...state, ...UNDECIDED, id: ctx.newId("proposal"), tier, treatment: assessment.treatment };
  const row: ListRow = {
    ...{ id: shown.id, headline: spansText(card.headline), agentId: state.agentId, agentName: agent?.name ?? "" },
    ...{ actionName: state.actionName, state: { ...shown, createdAt: now, expiresAt: now + assessment.expiresInMs }, tier },
    ...{ lane: prediction.lane, predictedSeconds: prediction.seconds, queue: "needs_you", rank, lease: null },
    ...{ alike: "", assigneeId: null, comments: 0 },
  };
  return { place, source: state.id, row, found: { record, version: { ...version, payload, assessment } }, card };
}
