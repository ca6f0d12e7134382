import type { AgentId, KeyId, PersonId } from "../../lib/domain/ids";
import type { Columns } from "../columns.sqlite";

export type AgentTables = ReturnType<typeof defineAgentTables>;

/** Agents, and the keys they sign in with. A key is kept as a hash only. */
export function defineAgentTables({ table, text, bool, instant, json, index, uniqueIndex }: Columns) {
  const agents = table(
    "agents",
    {
      id: text<AgentId>("id").primaryKey(),
      name: text("name").notNull(),
      skeleton: text("skeleton").notNull(),
      builtIn: bool("built_in").notNull(),
      ownerId: text<PersonId>("owner_id"),
      createdAt: instant("created_at").notNull(),
      disabledAt: instant("disabled_at"),
    },
    (t) => [uniqueIndex("agents_by_name").on(t.name), uniqueIndex("agents_by_skeleton").on(t.skeleton)],
  );
  const agentKeys = table(
    "agent_keys",
    {
      id: text<KeyId>("id").primaryKey(),
      agentId: text<AgentId>("agent_id")
        .notNull()
        .references(() => agents.id),
      label: text("label").notNull(),
      prefix: text("prefix").notNull(),
      hash: text("hash").notNull(),
      scopes: json<readonly string[]>("scopes").notNull(),
      createdBy: text<PersonId>("created_by"),
      createdAt: instant("created_at").notNull(),
      expiresAt: instant("expires_at"),
      lastUsedAt: instant("last_used_at"),
      revokedAt: instant("revoked_at"),
      replaces: text<KeyId>("replaces"),
    },
    (t) => [uniqueIndex("agent_keys_by_hash").on(t.hash), index("agent_keys_of_agent").on(t.agentId, t.createdAt)],
  );
  return { agents, agentKeys };
}
