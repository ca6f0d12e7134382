import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import type { EarlierReads, EarlierWrites } from "./earlier-types";
import { columnNames, placeholders } from "./statements";

/** Reads what an agent did earlier; each is one index seek. */
export function earlierReads(reader: Reader): EarlierReads {
  const figures = figuresOf(reader);
  return {
    runBefore: runBefore(reader),
    runRefused: runRefused(reader),
    usualFigures: async (agentId, actionName, unit) => (await reader.fetch(figures({ agentId, actionName, unit })))[0] ?? null,
  };
}

function runBefore({ tables, db, prepare, fetch }: Reader): EarlierReads["runBefore"] {
  const { proposals: p } = tables;
  const entries = prepare(
    db
      .select({ id: p.id, actionName: p.actionName, createdAt: p.createdAt, status: p.status, decision: p.decision })
      .from(p)
      .where(
        and(
          eq(p.agentId, sql.placeholder("agentId")),
          eq(p.runId, sql.placeholder("runId")),
          lt(p.createdAt, sql.placeholder("at")),
          sql`not ${p.canary}`,
        ),
      )
      .orderBy(desc(p.createdAt), desc(p.id))
      .limit(sql.placeholder("limit")),
  );
  return (agentId, runId, at, limit) => fetch(entries({ agentId, runId, at, limit }));
}

/** The condition is spelled like that of the partial index that serves it. */
function runRefused({ tables, db, prepare, fetch }: Reader): EarlierReads["runRefused"] {
  const { proposals: p } = tables;
  const one = prepare(
    db
      .select({ id: p.id })
      .from(p)
      .where(
        and(
          eq(p.agentId, sql.placeholder("agentId")),
          eq(p.runId, sql.placeholder("runId")),
          sql`${p.status} in ('rejected', 'blocked')`,
        ),
      )
      .limit(1),
  );
  return async (agentId, runId) => (await fetch(one({ agentId, runId }))).length > 0;
}

/** Writes the figures that were approved. */
export function earlierWrites(writer: Writer): EarlierWrites {
  const { usualFigures } = writer.tables;
  const figures = figuresOf(writer);
  const save = writer.prepare(
    writer.db
      .insert(usualFigures)
      .values(placeholders(columnNames(usualFigures)))
      .onConflictDoUpdate({
        target: [usualFigures.agentId, usualFigures.actionName, usualFigures.unit],
        set: { figures: sql`excluded.figures` },
      })
      .returning({ unit: usualFigures.unit }),
  );
  return {
    *usualFigures(agentId, actionName, unit) {
      return yield* first(figures({ agentId, actionName, unit }));
    },
    *saveUsualFigures(record) {
      yield* rows(save({ ...record }));
    },
  };
}

function figuresOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { usualFigures: u } = tables;
  return prepare(
    db
      .select()
      .from(u)
      .where(
        and(
          eq(u.agentId, sql.placeholder("agentId")),
          eq(u.actionName, sql.placeholder("actionName")),
          eq(u.unit, sql.placeholder("unit")),
        ),
      ),
  );
}
