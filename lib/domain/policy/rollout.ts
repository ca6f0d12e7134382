import { newCell, withEvidence, type Cell, type Demotion, type Evidence } from "../measure/ladder";
import type { CompiledPolicy } from "./compile-policy";
import { resolveAction } from "./compile-policy";
import { durationMs } from "./duration";
import type { Limit } from "./policy-document";
import { ROLLOUT_DAYS, ROLLOUT_SHARES } from "./rollout-shares";
import type { Kind } from "../words";

const DAY_MS = 86_400_000;

/** What each version let run, as the ladder counts evidence, and who judged it: the version's number. */
export interface RolloutSide {
  readonly version: number;
  readonly evidence: Cell;
}

/** A version that takes effect in stages, beside the one that judges the rest. Instants and spans are milliseconds. */
export interface Rollout {
  readonly next: RolloutSide;
  readonly before: RolloutSide;
  readonly startedAt: number;
  readonly stepMs: number;
  /** Since when it stands still; null while it goes on. */
  readonly pausedAt: number | null;
  /** How much of the time since its start does not count: past pauses, less what was skipped. */
  readonly idleMs: number;
  /** Whether the version lets more through than the one before: only then is it returned by itself. */
  readonly riskier: boolean;
}

/** Why a version was returned by itself. */
export type ReturnCause = Exclude<Demotion, "version">;

/** A version that was returned by itself: the version before holds again, under the new number `to`. */
export interface ReturnedRollout {
  readonly version: number;
  readonly before: number;
  readonly to: number;
  readonly at: number;
  readonly because: ReturnCause;
}

/** A roll-out that begins now, in steps of so many days. */
export function beginRollout(
  versions: { readonly next: number; readonly before: number },
  days: number,
  riskier: boolean,
  at: number,
): Rollout {
  const side = (version: number): RolloutSide => ({ version, evidence: watched(version, at) });
  return {
    ...{ next: side(versions.next), before: side(versions.before) },
    ...{ startedAt: at, stepMs: days * DAY_MS, pausedAt: null, idleMs: 0, riskier },
  };
}

/** Watched as a checkpoint that is audited: what would bring people back there returns a version here. */
function watched(version: number, at: number): Cell {
  return { ...newCell(`policy ${String(version)}`, "S0", at), level: "L4" };
}

/** True for a number of days that a step may last. */
export function isStepDays(days: number): boolean {
  return Number.isInteger(days) && days >= ROLLOUT_DAYS.least && days <= ROLLOUT_DAYS.most;
}

function elapsed({ startedAt, pausedAt, idleMs }: Rollout, now: number): number {
  return Math.max(0, (pausedAt ?? now) - startedAt - idleMs);
}

/** Which step it stands on, from 0; as many as there are steps once it is over. */
export function stepOfRollout(rollout: Rollout, now: number): number {
  return Math.min(ROLLOUT_SHARES.length, Math.floor(elapsed(rollout, now) / rollout.stepMs));
}

/** The share of proposals that the new version judges. It follows from the time alone: no job has to run for it to grow. */
export function shareOfRollout(rollout: Rollout, now: number): number {
  return ROLLOUT_SHARES[stepOfRollout(rollout, now)] ?? 1;
}

/** When the next step begins, or it is over; null while it stands still, and once it is over. */
export function nextStepAt(rollout: Rollout, now: number): number | null {
  if (rollout.pausedAt !== null || isRolledOut(rollout, now)) return null;
  return rollout.startedAt + rollout.idleMs + (stepOfRollout(rollout, now) + 1) * rollout.stepMs;
}

/** True once every step has had its time: the version is in force like any other. */
export function isRolledOut(rollout: Rollout, now: number): boolean {
  return stepOfRollout(rollout, now) >= ROLLOUT_SHARES.length;
}

/** Stands still at its share; the same where it does already. */
export function paused(rollout: Rollout, now: number): Rollout {
  return rollout.pausedAt === null ? { ...rollout, pausedAt: now } : rollout;
}

/** Goes on where it stood still. */
export function continued(rollout: Rollout, now: number): Rollout {
  const { pausedAt, idleMs } = rollout;
  return pausedAt === null ? rollout : { ...rollout, pausedAt: null, idleMs: idleMs + Math.max(0, now - pausedAt) };
}

/** Goes to its last step at once, where the version judges everything and is watched as long as planned. */
export function hastened(rollout: Rollout, now: number): Rollout {
  const running = continued(rollout, now);
  const lastStep = (ROLLOUT_SHARES.length - 1) * running.stepMs;
  const passed = elapsed(running, now);
  return passed >= lastStep ? running : { ...running, idleMs: running.idleMs - (lastStep - passed) };
}

/** A label of what one of both versions judged, counted; and why the new version has to be returned, null while it need not. */
export function withRolloutLabel(
  rollout: Rollout,
  version: number,
  evidence: Omit<Evidence, "fingerprint">,
): { readonly rollout: Rollout; readonly because: ReturnCause | null } {
  const which = version === rollout.next.version ? "next" : version === rollout.before.version ? "before" : null;
  if (which === null) return { rollout, because: null };
  const side = rollout[which];
  const { cell, move } = withEvidence(side.evidence, { ...evidence, fingerprint: side.evidence.fingerprint });
  // The version before is counted to compare with; what it lets run returns nothing, so it goes on being watched as it was.
  const counted = { ...rollout, [which]: { ...side, evidence: which === "before" ? { ...cell, level: "L4" as const } : cell } };
  const because = which === "next" && rollout.riskier && move !== null && move.because !== "version" ? move.because : null;
  return { rollout: counted, because };
}

/**
 * Which of both versions judges a proposal: the drawn share is the new one's. Where only one of them calls the action regulated, that one judges it,
 * drawn or not: what the new version regulates is regulated at once, and what it frees is freed when nothing is judged by the other any more.
 */
export function judging<Policy extends CompiledPolicy>(
  { next, before }: { readonly next: Policy; readonly before: Policy },
  actionName: string,
  declaredKind: Kind | null,
  drawn: boolean,
): Policy {
  const [nextRegulates, beforeRegulates] = [next, before].map((policy) => {
    const { entry } = resolveAction(policy, actionName, declaredKind);
    return (entry?.regulated ?? false) !== false;
  });
  if (nextRegulates !== beforeRegulates) return nextRegulates === true ? next : before;
  return drawn ? next : before;
}

/**
 * The limits of both versions at once: during a roll-out whoever judges, the stricter of two limits holds. Two that count the same thing become one;
 * where they do not, both count, the new one under a name that no document can give.
 */
export function limitsOfBoth(before: readonly Limit[], next: readonly Limit[]): readonly Limit[] {
  const known = new Map(before.map((limit) => [limit.id, limit]));
  const renamed: Limit[] = [];
  for (const limit of next) {
    const other = known.get(limit.id);
    if (other === undefined) known.set(limit.id, limit);
    else if (countSame(other, limit)) known.set(limit.id, stricterLimit(other, limit));
    else renamed.push({ ...limit, id: `${limit.id} (new)` });
  }
  return [...known.values(), ...renamed];
}

function countSame(one: Limit, other: Limit): boolean {
  return (
    one.match === other.match &&
    one.per === other.per &&
    durationMs(one.window) === durationMs(other.window) &&
    (one.count === undefined) === (other.count === undefined)
  );
}

function stricterLimit(one: Limit, other: Limit): Limit {
  const then = one.then === "block" || other.then === "block" ? "block" : "review";
  if (one.count !== undefined && other.count !== undefined) return { ...one, count: Math.min(one.count, other.count), then };
  return { ...one, sum: Math.min(one.sum ?? 0, other.sum ?? 0), then };
}
