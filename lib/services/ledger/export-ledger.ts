import type { ChainHead } from "../../domain/ledger";
import { GENESIS_HASH } from "../../domain/ledger";
import { exportLine, manifestLine } from "../../domain/ledger-export";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import type { LedgerProgress } from "./verify-ledger";

const SLICE = 500;

/**
 * The whole record as lines (JSONL): each entry with its hash, then a signed manifest. A snapshot: what is written meanwhile is not part of it,
 * but that a person exported is its last entry; the command line changes nothing, so it may read beside a running server. No line ends in a line feed.
 */
export async function* exportLedger(
  ctx: Pick<Context, "store" | "clock" | "receipts">,
  actor: PersonActor | SystemActor,
  onProgress: LedgerProgress = () => undefined,
): AsyncGenerator<string, void, undefined> {
  requirePermission(actor, "ledger.export");
  const at = ctx.clock();
  const target = actor.type === "person" ? await recordExport(ctx, actor, at) : (await ctx.store.read.ledgerHead()).seq;
  let head: ChainHead = { seq: 0, hash: GENESIS_HASH };
  while (head.seq < target) {
    const rows = await ctx.store.read.ledgerAfter(head.seq, Math.min(SLICE, target - head.seq));
    if (rows.length === 0) throw new Error(`the ledger has no entry ${head.seq + 1}: verify it`);
    for (const row of rows) {
      yield exportLine(row);
      head = { seq: row.seq, hash: row.hash };
    }
    onProgress(head.seq, target);
  }
  yield manifestLine({ format: "countersign-ledger-1", count: head.seq, hash: head.hash, at, key: publicKey(ctx) }, ctx.receipts);
}

async function recordExport({ store }: Pick<Context, "store">, actor: PersonActor, at: number): Promise<number> {
  const event = ledgerDraft(actorName(actor), at, { type: "ledger.exported", subject: null, body: {} });
  const { rows } = await store.transact<null>(function* () {
    yield* [];
    return { result: null, events: [event] };
  });
  return rows[0]?.seq ?? 0;
}

function publicKey({ receipts }: Pick<Context, "receipts">): Readonly<Record<string, string>> {
  const key = receipts.jwks.keys.find((candidate) => candidate["kid"] === receipts.kid);
  if (key === undefined) throw new Error("INVARIANT: the signing key is in the key set");
  return key;
}
