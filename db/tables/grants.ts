import type { AgentId, GrantId, PersonId, ProposalId } from "../../lib/domain/ids";
import type { FreedField } from "../../lib/domain/policy/grant";
import type { Action, Target } from "../../lib/domain/proposal";
import type { Kind } from "../../lib/domain/words";
import type { Columns } from "../columns.sqlite";

/** Standing approvals, for ever: those in force, used up, past their day and revoked. */
export function defineGrantTables({ table, text, int, instant, json, index }: Columns) {
  const grants = table(
    "grants",
    {
      id: text<GrantId>("id").primaryKey(),
      proposalId: text<ProposalId>("proposal_id").notNull(),
      agentId: text<AgentId>("agent_id").notNull(),
      kind: text<Kind>("kind").notNull(),
      action: json<Action>("action").notNull(),
      target: json<Target>("target"),
      freed: json<readonly FreedField[]>("freed").notNull(),
      by: text<PersonId>("given_by").notNull(),
      at: instant("given_at").notNull(),
      until: instant("until").notNull(),
      usesMax: int("uses_max").notNull(),
      used: int("used").notNull(),
      revokedAt: instant("revoked_at"),
      revokedBy: text<PersonId>("revoked_by"),
    },
    (t) => [
      index("grants_in_force").on(t.revokedAt, t.until),
      index("grants_newest").on(t.at, t.id),
      index("grants_of_proposal").on(t.proposalId),
    ],
  );
  return { grants };
}
