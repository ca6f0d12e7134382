import type { Steps, Transaction } from "../../../db/store/store";
import type { LabelRecord, LedgerDraft } from "../../../db/store/types";
import { newCell, withEvidence, type Evidence } from "../../domain/measure/ladder";
import { ledgerDraft } from "../ledger-draft";

/**
 * Counts one label in its cell, in the commit that made it. Where the evidence brings people back, the cell has moved before anybody can propose
 * again; the row of the ledger that says so is answered.
 */
export function* countInCell(
  tx: Transaction,
  before: LabelRecord | null,
  after: LabelRecord,
  { stakes, reviewers, proposedAt }: Pick<Evidence, "stakes" | "reviewers" | "proposedAt">,
): Steps<readonly LedgerDraft[]> {
  const { agentId, actionName, kind, tier, fingerprint, at } = after;
  const key = { agentId, actionName, kind, tier };
  const found = yield* tx.cell(key);
  const current = found?.cell ?? newCell(fingerprint, stakes, at, proposedAt);
  const { cell, move } = withEvidence(current, { before, after, fingerprint, stakes, reviewers, proposedAt, at });
  yield* tx.saveCell({ ...key, level: cell.level, cell, at });
  if (move === null) return [];
  const body = { actionName, kind, tier, from: move.from, to: move.to, because: move.because };
  return [ledgerDraft("system:worker", at, { type: "ladder.moved", subject: agentId, body })];
}
