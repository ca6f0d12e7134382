import { and, eq, gte, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { columnNames, placeholders } from "./statements";
import type { Reads, Transaction } from "./store";

type MeasureReads = Pick<Reads, "counterpart" | "observation" | "observationsOfAgent" | "usage" | "usedSince">;
type MeasureWrites = Pick<Transaction, "addUsage" | "observation" | "saveObservation" | "addCounterpart">;

/** Reads the running counts that policy needs. */
export function measureReads(reader: Reader): MeasureReads {
  const { tables, db, prepare, fetch } = reader;
  const { observations, usage, counterparts } = tables;
  const observation = observationOf(reader);
  const ofAgent = prepare(
    db
      .select()
      .from(observations)
      .where(eq(observations.agentId, sql.placeholder("agentId")))
      .orderBy(observations.actionName, observations.fingerprint),
  );
  const used = prepare(
    db
      .select()
      .from(usage)
      .where(and(eq(usage.limitKey, sql.placeholder("limitKey")), eq(usage.windowStart, sql.placeholder("windowStart")))),
  );
  const since = prepare(
    db
      .select({ count: sql<number>`coalesce(sum(${usage.count}), 0)`.mapWith(Number) })
      .from(usage)
      .where(and(eq(usage.limitKey, sql.placeholder("limitKey")), gte(usage.windowStart, sql.placeholder("windowStart")))),
  );
  const counterpart = prepare(
    db
      .select()
      .from(counterparts)
      .where(
        and(eq(counterparts.agentId, sql.placeholder("agentId")), eq(counterparts.counterpart, sql.placeholder("counterpart"))),
      ),
  );
  return {
    observation: async (agentId, actionName, fingerprint) =>
      (await fetch(observation({ agentId, actionName, fingerprint })))[0] ?? null,
    observationsOfAgent: (agentId) => fetch(ofAgent({ agentId })),
    usage: async (limitKey, windowStart) => (await fetch(used({ limitKey, windowStart })))[0] ?? null,
    usedSince: async (limitKey, windowStart) => (await fetch(since({ limitKey, windowStart })))[0]?.count ?? 0,
    counterpart: async (agentId, name) => (await fetch(counterpart({ agentId, counterpart: name })))[0] ?? null,
  };
}

/** Writes them. Additions are made by the database, so that none is lost between a read and a write. */
export function measureWrites(writer: Writer): MeasureWrites {
  const { tables, db, prepare } = writer;
  const { observations, usage, counterparts } = tables;
  const observation = observationOf(writer);
  const addUsage = prepare(
    db
      .insert(usage)
      .values(placeholders(columnNames(usage)))
      .onConflictDoUpdate({
        target: [usage.limitKey, usage.windowStart],
        set: { count: sql`${usage.count} + excluded.used_count`, sum: sql`${usage.sum} + excluded.used_sum` },
      })
      .returning(),
  );
  const saveObservation = prepare(
    db
      .insert(observations)
      .values(placeholders(columnNames(observations)))
      .onConflictDoUpdate({
        target: [observations.agentId, observations.actionName, observations.fingerprint],
        set: { looked: sql`excluded.looked`, wrong: sql`excluded.wrong`, endedAt: sql`excluded.ended_at` },
      })
      .returning({ looked: observations.looked }),
  );
  const addCounterpart = prepare(
    db
      .insert(counterparts)
      .values(placeholders(columnNames(counterparts)))
      .onConflictDoUpdate({
        target: [counterparts.agentId, counterparts.counterpart],
        set: { seen: sql`${counterparts.seen} + 1`, lastAt: laterOf(counterparts) },
      })
      .returning({ seen: counterparts.seen }),
  );
  return {
    *addUsage(limitKey, windowStart, count, sum) {
      const added = yield* first(addUsage({ limitKey, windowStart, count, sum }));
      return added ?? { limitKey, windowStart, count, sum };
    },
    *observation(agentId, actionName, fingerprint) {
      return yield* first(observation({ agentId, actionName, fingerprint }));
    },
    *saveObservation(record) {
      yield* rows(saveObservation({ ...record }));
    },
    *addCounterpart(agentId, counterpart, at) {
      yield* rows(addCounterpart({ agentId, counterpart, seen: 1, lastAt: at }));
    },
  };
}

/** What was decided later may have been released first: the time never goes back. */
function laterOf({ lastAt }: Writer["tables"]["counterparts"]) {
  return sql`case when ${lastAt} > excluded.last_at then ${lastAt} else excluded.last_at end`;
}

function observationOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { observations } = tables;
  return prepare(
    db
      .select()
      .from(observations)
      .where(
        and(
          eq(observations.agentId, sql.placeholder("agentId")),
          eq(observations.actionName, sql.placeholder("actionName")),
          eq(observations.fingerprint, sql.placeholder("fingerprint")),
        ),
      ),
  );
}
