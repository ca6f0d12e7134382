import type { LedgerRow } from "../../../db/store/types";
import type { PersonId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { readEntry } from "../../domain/ledger";
import type { PersonActor, SystemActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";

export interface LedgerPage {
  /** Newest first. */
  readonly rows: readonly LedgerRow[];
  /** The place to read on from, null at the beginning of the record. */
  readonly next: number | null;
  /** The people named in these rows. */
  readonly names: ReadonlyMap<PersonId, string>;
}

const PAGE_MAX = 100;

/** One page of the record, newest first, of one type of event or all. */
export async function readLedger(
  ctx: Context,
  actor: PersonActor | SystemActor,
  query: { readonly before: number | null; readonly limit: number; readonly type: string | null },
): Promise<LedgerPage> {
  requirePermission(actor, "ledger.read");
  const limit = Math.min(Math.max(Math.trunc(query.limit), 1), PAGE_MAX);
  const rows = await ctx.store.read.ledgerBefore(query.before, limit, query.type);
  const last = rows.at(-1);
  return { rows, next: rows.length < limit || last === undefined ? null : last.seq, names: await namesIn(ctx, rows) };
}

async function namesIn(ctx: Context, rows: readonly LedgerRow[]): Promise<ReadonlyMap<PersonId, string>> {
  const ids = rows.flatMap((row) => [readEntry(row.entry)?.actor.replace(/^person:/, ""), row.subject]);
  const people = new Set(ids.filter((id): id is PersonId => typeof id === "string" && isId("person", id)));
  const found = await Promise.all([...people].map((id) => ctx.store.read.person(id)));
  return new Map(found.flatMap((person) => (person === null ? [] : [[person.id, person.name] as const])));
}
