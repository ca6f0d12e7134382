import { sql } from "drizzle-orm";
import type { AgentId, ProposalId } from "../../lib/domain/ids";
import type { EditGrade } from "../../lib/domain/measure/edit-grade";
import type { Because, Ran, Verdict } from "../../lib/domain/measure/label";
import type { Kind, Tier } from "../../lib/domain/words";
import type { Columns } from "../columns.sqlite";
import type { ProposalTables } from "./proposals";

/** Running counts that policy reads: observations, limits used, counterparts seen, figures approved; and what each proposal said of its agent. */
export function defineMeasureTables(columns: Columns, proposals: ProposalTables) {
  const { table, text, int, instant, json, primaryKey } = columns;
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
  const usualFigures = table(
    "usual_figures",
    {
      agentId: text<AgentId>("agent_id").notNull(),
      actionName: text("action_name").notNull(),
      unit: text("unit").notNull(),
      figures: json<readonly number[]>("figures").notNull(),
    },
    (t) => [primaryKey([t.agentId, t.actionName, t.unit])],
  );
  return { observations, usage, counterparts, usualFigures, labels: defineLabels(columns, proposals) };
}

/** One row a proposal that says right or wrong, written in the commit of the event that says so: nothing is counted by reading history. */
function defineLabels({ table, text, real, bool, instant, json, index }: Columns, { proposals }: ProposalTables) {
  const columns = {
    proposalId: text<ProposalId>("proposal_id")
      .primaryKey()
      .references(() => proposals.id),
    agentId: text<AgentId>("agent_id").notNull(),
    actionName: text("action_name").notNull(),
    kind: text<Kind>("kind").notNull(),
    tier: text<Tier>("tier").notNull(),
    fingerprint: text("fingerprint").notNull(),
    at: instant("labelled_at").notNull(),
    verdict: text<Verdict>("verdict").notNull(),
    because: text<Because>("because").notNull(),
    ran: text<Ran>("ran").notNull(),
    excluded: text<"too_fast">("excluded"),
    weight: real("weight").notNull(),
    missed: bool("missed").notNull(),
    severe: bool("severe").notNull(),
    failedOutside: bool("failed_outside").notNull(),
    edit: json<EditGrade>("edit"),
    /** What the agent declared; null where it said nothing. */
    confidence: real("confidence"),
  };
  return table("labels", columns, (t) => [
    index("labels_forecasts")
      .on(t.agentId, t.kind, t.at)
      .where(sql`${t.confidence} is not null and ${t.verdict} <> 'unknown' and ${t.excluded} is null`),
    index("labels_declared")
      .on(t.at)
      .where(sql`${t.confidence} is not null`),
  ]);
}
