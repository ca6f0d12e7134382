import type { ProposalId } from "../domain/ids";
import { DOUBLE_OPEN_MS } from "../domain/second-opinion";
import type { SystemActor } from "./actor";
import { isAppError } from "./app-error";
import type { Context } from "./context";
import { refreshCalibration } from "./calibration/table";
import { flushVolume } from "./ladder/volume";
import { finishRollout } from "./policy/steer-rollout";
import { lapseOpinion } from "./second-look/lapse-opinion";
import { refreshLadder } from "./settings/live-settings";
import { transition } from "./transition";
import { releaseHeld } from "./triage/release";

const WORKER: SystemActor = { type: "system", name: "worker" };
/** At most this many of each in one round, so that a backlog after a long stop does not block the loop. */
const ROUND = 200;
/** What another process is there for is left to it for this long: then it is done here, whatever became of the other. */
const LEFT_TO_OTHERS_MS = 1_000;

/**
 * Releases what has been held long enough, expires what nobody decided, marks approvals that nobody used, and ends second opinions that nobody
 * gave. Safe to run at any time and
 * from several processes, of which one is on duty: each step is decided anew under the write lock. Answers when there is work again, in milliseconds since the epoch.
 */
export async function runDueWork(ctx: Context): Promise<{ readonly nextAt: number | null }> {
  const later = ctx.store.others?.onDuty() === false ? LEFT_TO_OTHERS_MS : 0;
  const now = ctx.clock() - later;
  const [release, expire, lapse, unsaid] = await Promise.all([
    ctx.store.read.dueForRelease(now, ROUND),
    ctx.store.read.dueForExpiry(now, ROUND),
    ctx.store.read.dueForLapse(now, ROUND),
    ctx.store.read.looksOwedSince("double", now - DOUBLE_OPEN_MS, ROUND),
  ]);
  await Promise.all([
    ...release.map((id) => carryOut(ctx, id, releaseHeld(ctx, WORKER, id))),
    ...expire.map((id) => carryOut(ctx, id, transition(ctx, WORKER, id, { command: () => ({ type: "expire" }) }))),
    ...lapse.map((id) => carryOut(ctx, id, transition(ctx, WORKER, id, { command: () => ({ type: "lapse" }) }))),
    ...unsaid.map((id) => carryOut(ctx, id, lapseOpinion(ctx, id))),
  ]);
  await keepMeasures(ctx);
  const [deadline, { oldestAt }] = await Promise.all([ctx.store.read.nextDeadline(), ctx.store.read.lookDebt("double", 1)]);
  const nextAt = Math.min(deadline ?? Infinity, oldestAt === null ? Infinity : oldestAt + DOUBLE_OPEN_MS);
  return { nextAt: nextAt === Infinity ? null : nextAt + later };
}

/**
 * What proposals look up and never count for themselves: what graduated cells were given, which sets how many are audited, and what agents'
 * declared confidence was worth. The end of a roll-out is written down too: it took effect by the clock.
 */
async function keepMeasures(ctx: Context): Promise<void> {
  try {
    if (await flushVolume(ctx)) await refreshLadder(ctx);
    await refreshCalibration(ctx);
    await finishRollout(ctx);
  } catch (error) {
    // Done again with the next round. Until then too few are known, which audits more, and what was measured before holds.
    ctx.log.warn({ error }, "what is measured of agents was not brought up to date");
  }
}

async function carryOut(ctx: Context, id: ProposalId, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    // A person or the agent came first, or the disk failed: the next round looks again, and nothing is approved by failing.
    ctx.log.warn({ proposal: id, code: isAppError(error) ? error.code : "internal", error }, "due work was not carried out");
  }
}
