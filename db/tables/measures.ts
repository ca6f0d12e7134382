import type { AgentId } from "../../lib/domain/ids";
import type { Columns } from "../columns.sqlite";

/** Running counts that policy reads: observations, limits used, counterparts seen. */
export function defineMeasureTables({ table, text, int, instant, primaryKey }: Columns) {
  const observations = table(
    "observations",
    {
      agentId: text<AgentId>("agent_id").notNull(),
      actionName: text("action_name").notNull(),
      fingerprint: text("fingerprint").notNull(),
      looked: int("looked").notNull(),
      wrong: int("wrong").notNull(),
      endedAt: instant("ended_at"),
    },
    (t) => [primaryKey([t.agentId, t.actionName, t.fingerprint])],
  );
  const usage = table(
    "usage",
    {
      limitKey: text("limit_key").notNull(),
      windowStart: instant("window_start").notNull(),
      count: int("used_count").notNull(),
      sum: int("used_sum").notNull(),
    },
    (t) => [primaryKey([t.limitKey, t.windowStart])],
  );
  const counterparts = table(
    "counterparts",
    {
      agentId: text<AgentId>("agent_id").notNull(),
      counterpart: text("counterpart").notNull(),
      seen: int("seen").notNull(),
      lastAt: instant("last_at").notNull(),
    },
    (t) => [primaryKey([t.agentId, t.counterpart])],
  );
  return { observations, usage, counterparts };
}
