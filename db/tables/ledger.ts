import { sql } from "drizzle-orm";
import type { AgentId } from "../../lib/domain/ids";
import type { Columns } from "../columns.sqlite";

/**
 * The append-only, hash-chained record. `entry` is the canonical text the chain was computed over; the other columns only find it.
 * Triggers refuse updates and deletions.
 */
export function defineLedgerTables({ table, text, int, instant, index }: Columns) {
  const ledger = table(
    "ledger",
    {
      seq: int("seq").primaryKey(),
      at: instant("at").notNull(),
      type: text("type").notNull(),
      subject: text("subject"),
      agentId: text<AgentId>("agent_id"),
      entry: text("entry").notNull(),
      hash: text("hash").notNull(),
    },
    (t) => [
      index("ledger_of_subject")
        .on(t.subject, t.seq)
        .where(sql`${t.subject} is not null`),
      index("ledger_of_agent")
        .on(t.agentId, t.seq)
        .where(sql`${t.agentId} is not null`),
      index("ledger_of_type").on(t.type, t.seq),
    ],
  );
  return { ledger };
}
