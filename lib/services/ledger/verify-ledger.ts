import type { ChainHead } from "../../domain/ledger";
import { columnsAgree, GENESIS_HASH, nextHead } from "../../domain/ledger";
import type { PersonActor, SystemActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";

export type LedgerVerdict =
  | { readonly ok: true; readonly count: number; readonly head: ChainHead }
  /** `seq` is the number the faulty entry should have had. */
  | { readonly ok: false; readonly seq: number; readonly why: string };

/** Told as entries are verified: how many of how many. */
export type LedgerProgress = (done: number, total: number) => void;

const SLICE = 500;

/**
 * Recomputes the whole chain, from the first entry to the last one that was there at the call, and says where it first breaks. Other work gets
 * its turn in between. A chain cut short at its end, or hashed anew from some place on, is found by comparing the head with one noted elsewhere.
 */
export async function verifyLedger(
  ctx: Pick<Context, "store" | "sha256">,
  actor: PersonActor | SystemActor,
  onProgress: LedgerProgress = () => undefined,
): Promise<LedgerVerdict> {
  requirePermission(actor, "ledger.read");
  const target = await ctx.store.read.ledgerHead();
  let head: ChainHead = { seq: 0, hash: GENESIS_HASH };
  while (head.seq < target.seq) {
    const rows = await ctx.store.read.ledgerAfter(head.seq, Math.min(SLICE, target.seq - head.seq));
    if (rows.length === 0) return { ok: false, seq: head.seq + 1, why: "the entry is missing" };
    for (const row of rows) {
      const step = nextHead(head, row, ctx.sha256);
      if (!step.ok) return step;
      if (!columnsAgree(row, step.entry)) {
        return { ok: false, seq: step.head.seq, why: "the columns beside the entry do not say what the entry says" };
      }
      head = step.head;
    }
    onProgress(head.seq, target.seq);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ok: true, count: head.seq, head };
}
