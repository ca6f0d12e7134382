import type { LedgerRow, ListRow } from "../../../db/store/types";
import type { PersonId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { readEntry } from "../../domain/ledger";
import type { PersonActor, SystemActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import { isWithheld } from "../triage/withheld";

/** A row of the record, or that there is one: its number and hash stand, what it says would tell what the reader is still to judge. */
export type ReadRow =
  (LedgerRow & { readonly withheld: false }) | (Pick<LedgerRow, "seq" | "hash"> & { readonly withheld: true });

export interface LedgerPage {
  /** Newest first. */
  readonly rows: readonly ReadRow[];
  /** The place to read on from, null at the beginning of the record. */
  readonly next: number | null;
  /** The people named in these rows. */
  readonly names: ReadonlyMap<PersonId, string>;
}

const PAGE_MAX = 100;

/** One page of the record, newest first, of one type of event or all. Of one type, what is withheld is left out: its type is part of it. */
export async function readLedger(
  ctx: Context,
  actor: PersonActor | SystemActor,
  query: { readonly before: number | null; readonly limit: number; readonly type: string | null },
): Promise<LedgerPage> {
  requirePermission(actor, "ledger.read");
  const limit = Math.min(Math.max(Math.trunc(query.limit), 1), PAGE_MAX);
  const rows = await ctx.store.read.ledgerBefore(query.before, limit, query.type);
  const last = rows.at(-1);
  const next = rows.length < limit || last === undefined ? null : last.seq;
  const read = await withheldFrom(ctx, actor, rows);
  const shown = read.filter((row) => !row.withheld);
  return { rows: query.type === null ? read : shown, next, names: await namesIn(ctx, shown) };
}

async function withheldFrom(
  ctx: Context,
  actor: PersonActor | SystemActor,
  rows: readonly LedgerRow[],
): Promise<readonly ReadRow[]> {
  if (actor.type !== "person") return rows.map((row) => ({ ...row, withheld: false }));
  const ids = new Set(rows.flatMap(({ subject }) => (subject !== null && isId("proposal", subject) ? [subject] : [])));
  const found = await Promise.all([...ids].map((id) => ctx.store.read.listRow(id)));
  const about = new Map<string | null, ListRow>(found.flatMap((row) => (row === null ? [] : [[row.id, row] as const])));
  return rows.map((row) => {
    const [proposal, entry] = [about.get(row.subject), readEntry(row.entry)];
    const withheld = proposal !== undefined && entry !== null && isWithheld(actor, proposal, entry);
    return withheld ? { seq: row.seq, hash: row.hash, withheld } : { ...row, withheld };
  });
}

async function namesIn(ctx: Context, rows: readonly LedgerRow[]): Promise<ReadonlyMap<PersonId, string>> {
  const ids = rows.flatMap((row) => [readEntry(row.entry)?.actor.replace(/^person:/, ""), row.subject]);
  const people = new Set(ids.filter((id): id is PersonId => typeof id === "string" && isId("person", id)));
  const found = await Promise.all([...people].map((id) => ctx.store.read.person(id)));
  return new Map(found.flatMap((person) => (person === null ? [] : [[person.id, person.name] as const])));
}
