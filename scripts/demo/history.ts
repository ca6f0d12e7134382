import type { ProposalWithVersion } from "../../db/store/types";
import type { ProposalId } from "../../lib/domain/ids";
import { openLook } from "../../lib/domain/second-look";
import type { AgentActor, PersonActor } from "../../lib/services/actor";
import type { Context } from "../../lib/services/context";
import { fileFinding } from "../../lib/services/file-finding";
import { propose } from "../../lib/services/propose";
import { getProposal } from "../../lib/services/read-proposal";
import { redeem } from "../../lib/services/redeem";
import { report } from "../../lib/services/report";
import { runDueWork } from "../../lib/services/run-due-work";
import { decideProposal } from "../../lib/services/triage/decide-proposal";
import { takeLease } from "../../lib/services/triage/lease";
import { readCard } from "../../lib/services/triage/read-card";
import { giveOpinions } from "./second-opinions";
import { Random } from "./random";
import { DEMO_AGENTS } from "./scenarios";

export interface History {
  readonly agents: ReadonlyMap<string, AgentActor>;
  /** The two who decide. */
  readonly reviewers: readonly PersonActor[];
  /** Who is asked where those two disagree. */
  readonly third: PersonActor;
  readonly days: number;
  readonly onProgress: (done: number, total: number) => void;
}

interface Clock {
  now: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const A_DAY = 40;
/**
 * Share of proposals whose agent is wrong, as the simulated reviewers see it. Two actions are good enough to be let go after their observation,
 * so that the past has both: checkpoints that stayed and some that were removed.
 */
const WRONG = 0.06;
const SELDOM_WRONG: ReadonlyMap<string, number> = new Map([
  ["crm.update", 0.002],
  ["ticket.tag", 0.002],
]);
/** Share of those that the simulated reviewers catch, fresh and after a while at it. */
const CAUGHT = { fresh: 0.9, tired: 0.78 };
const TIRED_AFTER_MS = 25 * 60_000;
/** Share of the audits that somebody makes: what is owed is never nothing. */
const AUDITED = 0.9;
const HOUR_MS = 3_600_000;
/** When people sit down to review, hours of the day: what has come in meanwhile they do in one go. */
const SESSIONS = [8, 14] as const;

/** Lives through `days` of proposals, decisions and outcomes. Every one of them passes the same services as a real one. */
export async function liveThroughHistory(ctx: Context, clock: Clock, history: History): Promise<void> {
  const [random, opinions] = [new Random(20_261_122), new Random(20_261_127)];
  // Days begin at midnight (UTC), so that people sit down at the same hours whenever this is run.
  const start = Math.floor(Date.now() / DAY_MS) * DAY_MS - history.days * DAY_MS;
  const total = history.days * A_DAY;
  for (let index = 0; index < total; index += 1) {
    const day = start + Math.floor(index / A_DAY) * DAY_MS;
    const session = Math.floor(((index % A_DAY) / A_DAY) * SESSIONS.length);
    const began = day + (SESSIONS[session] ?? 0) * HOUR_MS;
    clock.now = Math.max(clock.now + 1000, began);
    await liveThroughOne(ctx, clock, history, { random, opinions, caught: chanceToCatch(clock.now - began) });
    if (index % 20 === 0) history.onProgress(index, total);
  }
  clock.now = Math.max(clock.now, Date.now());
  while (((await runDueWork(ctx)).nextAt ?? Infinity) <= clock.now) {
    // a backlog is worked off in rounds
  }
  history.onProgress(total, total);
}

function wrongShare({ record }: ProposalWithVersion): number {
  return SELDOM_WRONG.get(record.state.actionName) ?? WRONG;
}

function chanceToCatch(sinceMs: number): number {
  return sinceMs < TIRED_AFTER_MS ? CAUGHT.fresh : CAUGHT.tired;
}

/** The dice of one moment. */
interface Dice {
  readonly random: Random;
  /** Their own, so that what is drawn by a new key each time changes nothing else of the past. */
  readonly opinions: Random;
  readonly caught: number;
}

async function liveThroughOne(ctx: Context, clock: Clock, { agents, reviewers, third }: History, dice: Dice): Promise<void> {
  const { random } = dice;
  const agent = random.pick(DEMO_AGENTS);
  const actor = agents.get(agent.name);
  if (actor === undefined) throw new Error(`no agent ${agent.name}`);
  const { found } = await propose(ctx, actor, agent.next(random), { idempotencyKey: null, raw: null });
  if (found.record.state.status === "pending") {
    clock.now += random.between(20, 600) * 1000;
    // Some wait too long and expire: a past without them would flatter the queue.
    if (random.chance(0.01)) return;
    const wrong = random.chance(wrongShare(found));
    const missed = await decide(ctx, clock, reviewers, dice, { found, wrong });
    clock.now += 61_000;
    await runDueWork(ctx);
    await carryOut(ctx, clock, actor, random, found.record.state.id);
    const { id } = found.record.state;
    await giveOpinions(ctx, clock, [...reviewers, third], dice.opinions, { id, wrong, caught: dice.caught });
    if (missed) await findOut(ctx, clock, reviewers, random, found.record.state.id);
    await decideTest(ctx, clock, reviewers, dice);
    return;
  }
  await carryOut(ctx, clock, actor, random, found.record.state.id);
  const { id } = found.record.state;
  if ((await ctx.store.read.draw(id)) !== null && random.chance(AUDITED)) await audit(ctx, clock, reviewers, dice, id);
  // What ran without a look is hardly ever found out about: that is what audits are for.
  else if (random.chance(WRONG / 20)) await findOut(ctx, clock, reviewers, random, id);
}

/** A test that has come meanwhile is an item like any other: what is wrong with it is seen or not. */
async function decideTest(ctx: Context, clock: Clock, reviewers: readonly PersonActor[], dice: Dice): Promise<void> {
  const open = await ctx.store.read.openCanary();
  const found = open === null ? null : await ctx.store.read.proposal(open.proposalId);
  if (found === null) return;
  clock.now += dice.random.between(5, 60) * 1000;
  await decide(ctx, clock, reviewers, dice, { found, wrong: true });
}

/** Somebody looks at what ran by itself. */
async function audit(
  ctx: Context,
  clock: Clock,
  reviewers: readonly PersonActor[],
  { random, caught }: Dice,
  id: ProposalId,
): Promise<void> {
  const found = await ctx.store.read.proposal(id);
  const reviewer = random.pick(reviewers);
  if (found === null) return;
  const { version, digest } = found.record.state;
  const { card } = await readCard(ctx, reviewer, id);
  const reason = { code: random.pick(card.rejectReasons).code, text: null };
  const activeMs = activeTime(random, found);
  clock.now += activeMs;
  await decideProposal(ctx, reviewer, {
    ...{ proposal: id, version, digest, act: { type: "key" }, measured: { activeMs, device: "keyboard" } },
    decision: random.chance(WRONG / 4) && random.chance(caught) ? { type: "reject", reason } : { type: "approve" },
  });
}

/** Milliseconds that a simulated reviewer takes to a card. Now and then nobody reads it. */
function activeTime(random: Random, { record }: ProposalWithVersion): number {
  if (random.chance(0.02)) return 900;
  return Math.round((record.predictedSeconds * (0.6 + random.next()) + 1.5) * 1000);
}

/** What was missed comes back later: mostly a complaint, sometimes harm. */
async function findOut(ctx: Context, clock: Clock, reviewers: readonly PersonActor[], random: Random, id: string): Promise<void> {
  const { record } = (await readCard(ctx, random.pick(reviewers), id)).found;
  const { state } = record;
  // While an audit is owed, what is wrong is said there, and nowhere else.
  if (state.status !== "approved" || openLook(record) === "audit") return;
  clock.now += random.between(5, 20) * 60_000;
  const finding = random.chance(0.8)
    ? { kind: "complaint" as const, text: "the customer says that this was not agreed" }
    : { kind: "incident" as const, text: "the wrong customer got this" };
  const other = random.pick(reviewers);
  // Whoever decided it: to the others it may be shown blind, for a second opinion.
  const decider = reviewers.find(({ personId }) => state.decision?.by.includes(personId)) ?? other;
  await fileFinding(ctx, decider, { proposal: id, ...finding });
}

/** Has people decide; answers whether they approved what was wrong. */
async function decide(
  ctx: Context,
  clock: Clock,
  reviewers: readonly PersonActor[],
  { random, caught: chance }: Dice,
  { found, wrong }: { readonly found: ProposalWithVersion; readonly wrong: boolean },
): Promise<boolean> {
  const { id, digest, version, treatment, canary } = found.record.state;
  const [first, second] = random.chance(0.5) ? reviewers : reviewers.toReversed();
  if (first === undefined || second === undefined) throw new Error("the demo has two reviewers");
  const caught = wrong && random.chance(chance);
  const { card } = await readCard(ctx, first, id);
  const reason = random.pick(card.rejectReasons).code;
  // A test ends with the first signature, which it was about.
  const signers = caught || canary || treatment !== "two_person" ? [first] : [first, second];
  for (const reviewer of signers) {
    await takeLease(ctx, reviewer, { proposal: id, version });
    const activeMs = treatment === "review" ? activeTime(random, found) : Math.max(4_000, activeTime(random, found));
    clock.now += activeMs;
    const match = treatment === "two_person" && card.decisive !== null;
    // Who signs with a second person has given the password again.
    await decideProposal(
      ctx,
      { ...reviewer, authenticatedAt: clock.now },
      {
        proposal: id,
        version,
        digest,
        decision: caught ? { type: "reject", reason: { code: reason, text: null } } : { type: "approve" },
        act: match ? { type: "match", value: card.decisive.value } : { type: treatment === "review" ? "key" : "hold" },
        measured: { activeMs, device: "keyboard" },
      },
    );
  }
  return wrong && !caught;
}

async function carryOut(ctx: Context, clock: Clock, actor: AgentActor, random: Random, id: string): Promise<void> {
  clock.now += random.between(1, 20) * 1000;
  const { record } = await getProposal(ctx, actor, id, { recordDelivery: true });
  if (record.state.status !== "approved" || record.receipt === null) return;
  const { redemptionId } = await redeem(ctx, actor, id, record.receipt);
  clock.now += random.between(1, 5) * 1000;
  const failed = random.chance(0.02);
  await report(ctx, actor, id, {
    redemption: redemptionId,
    status: failed ? "failed" : "succeeded",
    ...(failed ? { detail: "timed out" } : {}),
  });
}
