import type { ProposalWithVersion } from "../../db/store/types";
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
import { Random } from "./random";
import { DEMO_AGENTS } from "./scenarios";

export interface History {
  readonly agents: ReadonlyMap<string, AgentActor>;
  readonly reviewers: readonly PersonActor[];
  readonly days: number;
  readonly onProgress: (done: number, total: number) => void;
}

interface Clock {
  now: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const A_DAY = 40;
/** Share of proposals whose agent is wrong, as the simulated reviewers see it. */
const WRONG = 0.06;
/** Share of those that the simulated reviewers catch. */
const CAUGHT = 0.85;

/** Lives through `days` of proposals, decisions and outcomes. Every one of them passes the same services as a real one. */
export async function liveThroughHistory(ctx: Context, clock: Clock, history: History): Promise<void> {
  const random = new Random(20_261_122);
  const start = Date.now() - history.days * DAY_MS;
  const total = history.days * A_DAY;
  for (let index = 0; index < total; index += 1) {
    const workday = 8 * 60 * 60 * 1000 + random.next() * 9 * 60 * 60 * 1000;
    const at = start + Math.floor(index / A_DAY) * DAY_MS + ((index % A_DAY) / A_DAY) * workday;
    clock.now = Math.max(clock.now + 1000, Math.round(at));
    await liveThroughOne(ctx, clock, history, random);
    if (index % 20 === 0) history.onProgress(index, total);
  }
  clock.now = Math.max(clock.now, Date.now());
  while (((await runDueWork(ctx)).nextAt ?? Infinity) <= clock.now) {
    // a backlog is worked off in rounds
  }
  history.onProgress(total, total);
}

async function liveThroughOne(ctx: Context, clock: Clock, { agents, reviewers }: History, random: Random): Promise<void> {
  const agent = random.pick(DEMO_AGENTS);
  const actor = agents.get(agent.name);
  if (actor === undefined) throw new Error(`no agent ${agent.name}`);
  const { found } = await propose(ctx, actor, agent.next(random), { idempotencyKey: null, raw: null });
  if (found.record.state.status === "pending") {
    clock.now += random.between(20, 600) * 1000;
    // Some wait too long and expire: a past without them would flatter the queue.
    if (random.chance(0.01)) return;
    const missed = await decide(ctx, clock, reviewers, random, found);
    clock.now += 61_000;
    await runDueWork(ctx);
    await carryOut(ctx, clock, actor, random, found.record.state.id);
    if (missed) await findOut(ctx, clock, reviewers, random, found.record.state.id);
    return;
  }
  await carryOut(ctx, clock, actor, random, found.record.state.id);
  // What ran without a look is hardly ever found out about: that is what audits are for.
  if (random.chance(WRONG / 20)) await findOut(ctx, clock, reviewers, random, found.record.state.id);
}

/** What was missed comes back later: mostly a complaint, sometimes harm. */
async function findOut(ctx: Context, clock: Clock, reviewers: readonly PersonActor[], random: Random, id: string): Promise<void> {
  const { found } = await readCard(ctx, random.pick(reviewers), id);
  if (found.record.state.status !== "approved") return;
  clock.now += random.between(5, 20) * 60_000;
  const finding = random.chance(0.8)
    ? { kind: "complaint", text: "the customer says that this was not agreed" }
    : { kind: "incident", text: "the wrong customer got this" };
  await fileFinding(ctx, random.pick(reviewers), { proposal: id, ...finding });
}

/** Has people decide; answers whether they approved what was wrong. */
async function decide(
  ctx: Context,
  clock: Clock,
  reviewers: readonly PersonActor[],
  random: Random,
  found: ProposalWithVersion,
): Promise<boolean> {
  const { id, digest, version, treatment } = found.record.state;
  const [first, second] = random.chance(0.5) ? reviewers : reviewers.toReversed();
  if (first === undefined || second === undefined) throw new Error("the demo has two reviewers");
  const wrong = random.chance(WRONG);
  const caught = wrong && random.chance(CAUGHT);
  const { card } = await readCard(ctx, first, id);
  const reason = random.pick(card.rejectReasons).code;
  for (const reviewer of caught || treatment !== "two_person" ? [first] : [first, second]) {
    await takeLease(ctx, reviewer, { proposal: id, version });
    const activeMs = Math.round((found.record.predictedSeconds * (0.6 + random.next()) + 1.5) * 1000);
    clock.now += activeMs;
    const match = treatment === "two_person" && card.decisive !== null;
    await decideProposal(ctx, reviewer, {
      proposal: id,
      version,
      digest,
      decision: caught ? { type: "reject", reason: { code: reason, text: null } } : { type: "approve" },
      act: match ? { type: "match", value: card.decisive.value } : { type: treatment === "review" ? "key" : "hold" },
      measured: { activeMs, device: "keyboard" },
    });
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
