import type { SQL } from "drizzle-orm";
import { and, desc, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import { isId } from "../../lib/domain/ids";
import type { Reader } from "../connection";
import { listed } from "./lists";
import { listRow } from "./proposal-rows";
import type { ListFilter, Reads } from "./store";
import type { ListRow } from "./types";

/** How many proposals one step of a filtered search looks at before other work gets its turn. */
const SLICE = 2_000;
/** Longer texts than this match nothing: no headline is as long. */
const TEXT_MAX = 1_000;

interface Place {
  readonly at: number;
  readonly id: string;
}

/**
 * The history, newest first. By time, agent or decider it is one seek in an index. The other filters are looked for in slices of
 * {@link SLICE} rows, letting other work in between: their cost grows with the distance to the last match, at about 2 µs a row.
 */
export function historyReads(reader: Reader): Pick<Reads, "history"> {
  return {
    history: async (filter, after, limit) => {
      if (filter.text !== undefined && filter.text.length > TEXT_MAX) return [];
      if (filter.statuses?.length === 0) return [];
      const { decidedBy } = filter;
      if (decidedBy === undefined) return search(reader, undefined, filter, after, limit);
      const { decidedBy: last, decidedWith: first } = reader.tables.proposals;
      const found = await Promise.all([last, first].map((column) => search(reader, eq(column, decidedBy), filter, after, limit)));
      return found
        .flat()
        .sort((a, b) => b.state.createdAt - a.state.createdAt || (a.id < b.id ? 1 : -1))
        .slice(0, limit);
    },
  };
}

async function search(
  reader: Reader,
  decided: SQL | undefined,
  filter: ListFilter,
  after: Place | null,
  limit: number,
): Promise<readonly ListRow[]> {
  const { proposals: p } = reader.tables;
  const within = and(
    decided,
    filter.agentId === undefined ? undefined : eq(p.agentId, filter.agentId),
    filter.from === undefined ? undefined : gte(p.createdAt, filter.from),
    filter.until === undefined ? undefined : lt(p.createdAt, filter.until),
    filter.text !== undefined && isId("proposal", filter.text) ? eq(p.id, filter.text) : undefined,
  );
  const wanted = filters(reader, filter);
  if (wanted === undefined) return page(reader, and(within, before(reader, after)), limit);
  const found: ListRow[] = [];
  let from = after;
  for (;;) {
    const end = await sliceEnd(reader, and(within, before(reader, from)));
    const slice = and(within, before(reader, from), end === null ? undefined : notBefore(reader, end));
    found.push(...(await page(reader, and(slice, wanted), limit - found.length)));
    if (end === null || found.length >= limit) return found;
    from = end;
    await otherWork();
  }
}

/** What no index orders by: decided row by row. */
function filters({ tables }: Reader, filter: ListFilter): SQL | undefined {
  const { proposals: p } = tables;
  return and(
    filter.statuses === undefined ? undefined : inArray(p.status, [...filter.statuses]),
    filter.kind === undefined ? undefined : eq(p.kind, filter.kind),
    filter.tier === undefined ? undefined : eq(p.tier, filter.tier),
    filter.text === undefined || isId("proposal", filter.text)
      ? undefined
      : or(...[p.headline, p.actionName, p.id].map((column) => contains(column, filter.text ?? ""))),
  );
}

/** Case is folded for ASCII alone, as SQLite's `lower` does and PostgreSQL's under collation "C"; the pattern's own signs are escaped. */
function contains(column: Parameters<typeof eq>[0], text: string): SQL {
  const folded = text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
  const pattern = `%${folded.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return sql`lower(${column}) like ${pattern} escape '\\'`;
}

async function page(reader: Reader, condition: SQL | undefined, limit: number): Promise<readonly ListRow[]> {
  const { proposals: p } = reader.tables;
  const query = listed(reader).where(condition).orderBy(desc(p.createdAt), desc(p.id)).limit(limit);
  return (await reader.fetch(reader.once(query))).map(listRow);
}

/** The last place of the next slice, or null when fewer rows are left. */
async function sliceEnd(reader: Reader, condition: SQL | undefined): Promise<Place | null> {
  const { proposals: p } = reader.tables;
  const query = reader.db
    .select({ at: p.createdAt, id: p.id })
    .from(p)
    .where(condition)
    .orderBy(desc(p.createdAt), desc(p.id))
    .limit(1)
    .offset(SLICE - 1);
  return (await reader.fetch(reader.once(query)))[0] ?? null;
}

function before({ tables }: Reader, place: Place | null): SQL | undefined {
  const { proposals: p } = tables;
  return place === null ? undefined : sql`(${p.createdAt}, ${p.id}) < (${place.at}, ${place.id})`;
}

function notBefore({ tables }: Reader, place: Place): SQL {
  const { proposals: p } = tables;
  return sql`(${p.createdAt}, ${p.id}) >= (${place.at}, ${place.id})`;
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
