import type { AgentId } from "../../domain/ids";
import type { Level } from "../../domain/policy/ladder-handling";
import type { Kind, Tier } from "../../domain/words";
import type { Context } from "../context";
import { ofContext } from "../of-context";

const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;
/** Counts are written at most this often: one row a cell and day, whatever is proposed. */
const FLUSH_MS = 60_000;
/** What a cell runs matters from here on: so that it is known on the day that it graduates. */
const COUNTED: ReadonlySet<Level> = new Set(["L2", "L3", "L4"]);
const GRADUATED: ReadonlySet<Level> = new Set(["L3", "L4"]);

/** Which cell, and how its agent was when it proposed. */
export interface VolumeKey {
  readonly agentId: AgentId;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
  readonly fingerprint: string;
}

/** What was proposed since the last flush, by cell and day. */
interface Pending {
  readonly counts: Map<string, number>;
  flushedAt: number;
}

function pendingOf(ctx: Context): Pending {
  return ofContext(ctx, "ladder-volume", () => ({ counts: new Map<string, number>(), flushedAt: 0 }));
}

/** The key of a cell's daily counts, beside those of limits: no limit's name holds a colon. */
function countKey({ agentId, actionName, kind, tier }: Omit<VolumeKey, "fingerprint">): string {
  return `ladder:${JSON.stringify([agentId, actionName, kind, tier])}`;
}

function standingOf(ctx: Context, { agentId, actionName, kind, tier, fingerprint }: VolumeKey) {
  if (ctx.live.ladder.size === 0) return undefined;
  const cells = ctx.live.ladder.get(JSON.stringify([agentId, actionName, kind]));
  return cells?.find((one) => one.tier === tier && one.cell.fingerprint === fingerprint);
}

/**
 * How many items a graduated cell was given within 30 days: what is committed, and what this process has seen since. Null where the cell has not
 * graduated. A count that a crash loses, or that is another process's and not yet read, leaves too few, which audits more.
 */
export function monthlyVolume(ctx: Context, key: VolumeKey): number | null {
  const standing = standingOf(ctx, key);
  if (standing === undefined || !GRADUATED.has(standing.level)) return null;
  return standing.monthly + (pendingOf(ctx).counts.get(countKey(key)) ?? 0);
}

/** Notes one item of a cell that stands above L1: in memory, and for all others nothing but a look-up. */
export function noteVolume(ctx: Context, key: VolumeKey): void {
  const standing = standingOf(ctx, key);
  if (standing === undefined || !COUNTED.has(standing.level)) return;
  noteCount(ctx, countKey(key));
}

/** Adds one to a daily count, in memory; the name holds a colon, so that no limit shares it. */
export function noteCount(ctx: Context, name: string): void {
  const { counts } = pendingOf(ctx);
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** What was counted under a name since the day of an instant: what is committed, and what this process has seen since. */
export async function readCount(ctx: Context, name: string, since: number): Promise<number> {
  return (await ctx.store.read.usedSince(name, startOfDay(since))) + (pendingOf(ctx).counts.get(name) ?? 0);
}

/** What was committed of a cell within 30 days: the sum of at most 31 daily counts, whatever the history. */
export async function readVolume(ctx: Context, key: Omit<VolumeKey, "fingerprint">): Promise<number> {
  return ctx.store.read.usedSince(countKey(key), startOfDay(ctx.clock()) - (MONTH_DAYS - 1) * DAY_MS);
}

/** Adds what was noted to the daily counts, at most once a minute; answers whether it did. What cannot be written now is kept. */
export async function flushVolume(ctx: Context): Promise<boolean> {
  const pending = pendingOf(ctx);
  const now = ctx.clock();
  if (pending.counts.size === 0 || now - pending.flushedAt < FLUSH_MS) return false;
  pending.flushedAt = now;
  const noted = [...pending.counts];
  const day = startOfDay(now);
  await ctx.store.transact(function* (tx) {
    for (const [name, count] of noted) yield* tx.addUsage(name, day, count, 0);
    return { result: null, unchanged: true };
  });
  for (const [name, count] of noted) {
    const left = (pending.counts.get(name) ?? 0) - count;
    if (left > 0) pending.counts.set(name, left);
    else pending.counts.delete(name);
  }
  return true;
}

function startOfDay(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}
