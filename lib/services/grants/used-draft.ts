import type { LedgerDraft } from "../../../db/store/types";
import type { ProposalState } from "../../domain/proposal";
import type { GrantUse } from "../../domain/risk";
import { ledgerDraft } from "../ledger-draft";

/** The record's row for one use of a standing approval: on the proposal that ran under it. */
export function usedDraft({ id, createdAt }: ProposalState, { id: grant, use, of }: GrantUse): LedgerDraft {
  return ledgerDraft("system:worker", createdAt, { type: "grant.used", subject: id, body: { grant, use, of } });
}
