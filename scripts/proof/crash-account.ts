import { checkDatabase } from "../../db/check.sqlite";
import { sha256 } from "../../lib/create-context";
import type { AgentId } from "../../lib/domain/ids";
import type { Context } from "../../lib/services/context";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import { propose } from "../../lib/services/propose";
import type { Proof } from "./proof";
import { agentNamed, COMMAND_LINE, openContext, ticketNamed } from "./workspace";

/** The agent whose calls are under way when the kill comes. */
export const CRASH_AGENT = "crash";
const PAGE = 500;

export interface Tally {
  kills: number;
  acks: number;
  lost: number;
  unanswered: number;
  writtenUnanswered: number;
  duplicates: number;
  damaged: number;
}

/** What was said on one database file over all its kills: the key of each call, and the id that answered it. */
export interface Said {
  readonly tried: Set<string>;
  readonly acked: Map<string, string>;
}

/** Nothing yet. */
export function emptyTally(): Tally {
  return { kills: 0, acks: 0, lost: 0, unanswered: 0, writtenUnanswered: 0, duplicates: 0, damaged: 0 };
}

/** What the tally of `goal` kills shows. */
export function proofOfKills(name: string, goal: number, tally: Tally): Proof {
  const { acks, unanswered, lost, duplicates, damaged } = tally;
  const holds = tally.kills === goal && acks > 0 && unanswered > 0 && lost === 0 && duplicates === 0 && damaged === 0;
  return { name, holds, goal, ...tally };
}

/** Looks at the file as the kill left it, then sends again what was not answered. */
export async function compare(file: string, said: Said, fresh: readonly string[], tally: Tally): Promise<void> {
  const ctx = await openContext(file);
  try {
    const actor = await agentNamed(ctx, CRASH_AGENT);
    tally.acks += fresh.filter((key) => said.acked.has(key)).length;
    const lost = await countLost(ctx, actor.agentId, said);
    tally.lost += lost;
    for (const key of fresh.filter((tried) => !said.acked.has(tried))) {
      const { found, replayed } = await propose(ctx, actor, ticketNamed(key), { idempotencyKey: key, raw: null });
      said.acked.set(key, found.record.state.id);
      tally.unanswered += 1;
      if (replayed) tally.writtenUnanswered += 1;
    }
    const proposed = await countProposed(ctx);
    tally.duplicates += proposed - said.tried.size;
    if (!(await verifyLedger(ctx, COMMAND_LINE)).ok) tally.damaged += 1;
  } finally {
    await ctx.store.close();
  }
  // Every page and index, every reference, and the chain once more from the file itself.
  await checkDatabase(file, sha256).catch((error: unknown) => {
    tally.damaged += 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  });
}

/** Acknowledged proposals that are gone, that another id answers for, or that lack their one entry in the ledger. */
async function countLost(ctx: Context, agentId: AgentId, { acked }: Said): Promise<number> {
  let lost = 0;
  for (const [key, id] of acked) {
    const found = await ctx.store.read.proposalByKey(agentId, key);
    const entries = await ctx.store.read.ledgerOf(id);
    const whole = entries.length === 1 && entries[0]?.type === "proposal.proposed";
    if (found?.record.state.id !== id || !whole) lost += 1;
  }
  return lost;
}

/** How many proposals were ever made on this file, as its ledger tells. */
async function countProposed({ store }: Context): Promise<number> {
  let count = 0;
  for (let seq = 0; ;) {
    const rows = await store.read.ledgerAfter(seq, PAGE);
    count += rows.filter((row) => row.type === "proposal.proposed").length;
    const last = rows.at(-1);
    if (last === undefined) return count;
    seq = last.seq;
  }
}
