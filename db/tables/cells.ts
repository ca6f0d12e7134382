import { sql } from "drizzle-orm";
import type { AgentId } from "../../lib/domain/ids";
import type { Cell } from "../../lib/domain/measure/ladder";
import type { Level } from "../../lib/domain/policy/ladder-handling";
import type { Kind, Tier } from "../../lib/domain/words";
import type { Columns } from "../columns.sqlite";

/** What each cell of the ladder earned so far: counted in the commits of the events, never by reading history. */
export function defineCellTables({ table, text, instant, json, primaryKey, index }: Columns) {
  const cells = table(
    "cells",
    {
      agentId: text<AgentId>("agent_id").notNull(),
      actionName: text("action_name").notNull(),
      kind: text<Kind>("kind").notNull(),
      tier: text<Tier>("tier").notNull(),
      level: text<Level>("level").notNull(),
      cell: json<Cell>("cell").notNull(),
      at: instant("changed_at").notNull(),
    },
    (t) => [
      primaryKey([t.agentId, t.actionName, t.kind, t.tier]),
      index("cells_by_change").on(t.at),
      index("cells_moved")
        .on(t.agentId)
        .where(sql`${t.level} <> 'L1'`),
    ],
  );
  return { cells };
}
