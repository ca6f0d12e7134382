import { eq, getTableColumns, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { existing, first, rows } from "../transaction";
import { assignments, inserting } from "./statements";
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
  return { ...agentRecordWrites(writer), ...keyWrites(writer) };
}

function agentRecordWrites(writer: Writer): Pick<AgentWrites, "agent" | "insertAgent" | "saveAgent" | "agentBySkeleton"> {
  const { tables, db, prepare } = writer;
  const { agents } = tables;
  const insert = inserting(writer, agents);
  const save = prepare(
    db
      .update(agents)
      .set(assignments(["name", "skeleton", "ownerId", "disabledAt"]))
      .where(eq(agents.id, sql.placeholder("id")))
      .returning({ id: agents.id }),
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
  return {
    agent: (id) => first(byId({ id })),
    *insertAgent(record) {
      yield* rows(insert(record));
    },
    *saveAgent(record) {
      yield* existing(save({ ...record }), record.id);
    },
    agentBySkeleton: (skeleton) => first(bySkeleton({ skeleton })),
  };
}

function keyWrites(writer: Writer): Pick<AgentWrites, "insertKey" | "saveKey" | "key" | "touchKeys"> {
  const { tables, db, prepare } = writer;
  const { agentKeys: keys } = tables;
  const insert = inserting(writer, keys);
  const update = (columns: readonly (keyof typeof keys.$inferSelect)[]) =>
    prepare(
      db
        .update(keys)
        .set(assignments(columns))
        .where(eq(keys.id, sql.placeholder("id")))
        .returning({ id: keys.id }),
    );
  const save = update(["label", "scopes", "expiresAt", "lastUsedAt", "revokedAt"]);
  const touch = update(["lastUsedAt"]);
  const byId = prepare(
    db
      .select()
      .from(keys)
      .where(eq(keys.id, sql.placeholder("id"))),
  );
  return {
    *insertKey(record) {
      yield* rows(insert(record));
    },
    *saveKey(record) {
      yield* existing(save({ ...record }), record.id);
    },
    key: (id) => first(byId({ id })),
    *touchKeys(used) {
      for (const { id, at } of used) yield* rows(touch({ id, lastUsedAt: at }));
    },
  };
}
