import type { LedgerDraft } from "../../db/store/types";
import type { AgentId } from "../domain/ids";
import type { JsonObject } from "../domain/json";

/** What an administrative ledger row says, before its moment and its place in the chain. Never a secret: the ledger is exported. */
export interface Happened {
  /** Past tense and dotted: `key.created`. */
  readonly type: string;
  readonly subject: string | null;
  readonly agentId?: AgentId;
  readonly body: JsonObject;
}

/** A ledger row to be, by the actor named as in {@link import("./actor").actorName}. */
export function ledgerDraft(actor: string, at: number, happened: Happened): LedgerDraft {
  const { type, subject, agentId = null, body } = happened;
  return { at, type, subject, agentId, actor, body };
}
