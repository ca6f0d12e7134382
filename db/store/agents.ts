import { eq, getTableColumns, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { existing, first, rows } from "../transaction";
import { assignments, columnNames, inserting } from "./statements";
import type { Reads, Transaction } from "./store";

type AgentReads = Pick<Reads, "agent" | "agentByName" | "agents" | "key" | "keyByHash" | "keysOfAgent">;
type AgentWrites = Pick<
  Transaction,
  "agent" | "insertAgent" | "saveAgent" | "agentBySkeleton" | "insertKey" | "saveKey" | "key" | "touchKeys"
>;

/** Reads agents and their keys. */
export function agentReads({ tables, db, prepare, fetch }: Reader): AgentReads {
  const { agents, agentKeys: keys } = tables;
  const byId = prepare(
    db
      .select()
      .from(agents)
      .where(eq(agents.id, sql.placeholder("id"))),
  );
  const byName = prepare(
    db
      .select()
      .from(agents)
      .where(eq(agents.name, sql.placeholder("name"))),
  );
  const all = prepare(db.select().from(agents).orderBy(agents.name));
  const key = prepare(
    db
      .select()
      .from(keys)
      .where(eq(keys.id, sql.placeholder("id"))),
  );
  const byHash = prepare(
    db
      .select({ key: getTableColumns(keys), agent: getTableColumns(agents) })
      .from(keys)
      .innerJoin(agents, eq(agents.id, keys.agentId))
      .where(eq(keys.hash, sql.placeholder("hash"))),
  );
  const ofAgent = prepare(
    db
      .select()
      .from(keys)
      .where(eq(keys.agentId, sql.placeholder("agentId")))
      .orderBy(keys.createdAt),
  );
  return {
    agent: async (id) => (await fetch(byId({ id })))[0] ?? null,
    agentByName: async (name) => (await fetch(byName({ name })))[0] ?? null,
    agents: () => fetch(all()),
    key: async (id) => (await fetch(key({ id })))[0] ?? null,
    keyByHash: async (hash) => (await fetch(byHash({ hash })))[0] ?? null,
    keysOfAgent: (agentId) => fetch(ofAgent({ agentId })),
  };
}

/** Writes agents and their keys. What identifies them is never updated. */
export function agentWrites(writer: Writer): AgentWrites {
  const { tables, db, prepare } = writer;
  const { agents, agentKeys: keys } = tables;
  const insertAgent = inserting(writer, agents);
  const insertKey = inserting(writer, keys);
  const saveAgent = prepare(
    db
      .update(agents)
      .set(assignments(columnNames(agents).filter((name) => name !== "id" && name !== "builtIn" && name !== "createdAt")))
      .where(eq(agents.id, sql.placeholder("id")))
      .returning({ id: agents.id }),
  );
  const saveKey = prepare(
    db
      .update(keys)
      .set(assignments(["label", "scopes", "expiresAt", "lastUsedAt", "revokedAt"]))
      .where(eq(keys.id, sql.placeholder("id")))
      .returning({ id: keys.id }),
  );
  const touch = prepare(
    db
      .update(keys)
      .set(assignments(["lastUsedAt"]))
      .where(eq(keys.id, sql.placeholder("id")))
      .returning({ id: keys.id }),
  );
  const byId = prepare(
    db
      .select()
      .from(agents)
      .where(eq(agents.id, sql.placeholder("id"))),
  );
  const bySkeleton = prepare(
    db
      .select()
      .from(agents)
      .where(eq(agents.skeleton, sql.placeholder("skeleton"))),
  );
  const keyById = prepare(
    db
      .select()
      .from(keys)
      .where(eq(keys.id, sql.placeholder("id"))),
  );
  return {
    agent: (id) => first(byId({ id })),
    *insertAgent(record) {
      yield* rows(insertAgent(record));
    },
    *saveAgent(record) {
      yield* existing(saveAgent({ ...record }), record.id);
    },
    agentBySkeleton: (skeleton) => first(bySkeleton({ skeleton })),
    *insertKey(record) {
      yield* rows(insertKey(record));
    },
    *saveKey(record) {
      yield* existing(saveKey({ ...record }), record.id);
    },
    key: (id) => first(keyById({ id })),
    *touchKeys(used) {
      for (const { id, at } of used) yield* rows(touch({ id, lastUsedAt: at }));
    },
  };
}
