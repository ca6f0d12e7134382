import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import type { CellReads, CellWrites } from "./cell-types";
import { columnNames, placeholders } from "./statements";

/** Reads the cells of the ladder. */
export function cellReads({ tables: { cells }, db, prepare, fetch }: Reader): CellReads {
  const newest = prepare(db.select().from(cells).orderBy(desc(cells.at)).limit(sql.placeholder("limit")));
  const moved = prepare(
    db
      .select()
      .from(cells)
      .where(ne(cells.level, sql`'L1'`)),
  );
  return { cells: (limit) => fetch(newest({ limit })), movedCells: () => fetch(moved()) };
}

/** Writes them. */
export function cellWrites({ tables: { cells }, db, prepare }: Writer): CellWrites {
  const byKey = prepare(
    db
      .select()
      .from(cells)
      .where(
        and(
          eq(cells.agentId, sql.placeholder("agentId")),
          eq(cells.actionName, sql.placeholder("actionName")),
          eq(cells.kind, sql.placeholder("kind")),
          eq(cells.tier, sql.placeholder("tier")),
        ),
      ),
  );
  const save = prepare(
    db
      .insert(cells)
      .values(placeholders(columnNames(cells)))
      .onConflictDoUpdate({
        target: [cells.agentId, cells.actionName, cells.kind, cells.tier],
        set: { level: sql`excluded.level`, cell: sql`excluded.cell`, at: sql`excluded.changed_at` },
      })
      .returning({ level: cells.level }),
  );
  return {
    cell: ({ agentId, actionName, kind, tier }) => first(byKey({ agentId, actionName, kind, tier })),
    *saveCell(record) {
      yield* rows(save({ ...record }));
    },
  };
}
