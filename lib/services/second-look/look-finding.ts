import type { LookRecord } from "../../../db/store/look-types";
import type { Steps, Transaction } from "../../../db/store/store";
import type { FindingRecord, LedgerDraft } from "../../../db/store/types";
import { SECOND_LOOK_FINDING } from "../../domain/second-look";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";

/** What was not fine is a finding like any other: it stands on the proposal's page, and the agent's owner reads it there. */
export function* findingOf(ctx: Context, tx: Transaction, look: LookRecord): Steps<readonly LedgerDraft[]> {
  if (look.verdict === "fine") return [];
  const text = look.reasonText ?? look.reasonCode ?? "";
  const by = `person:${look.personId}`;
  const finding: FindingRecord = {
    ...{ id: ctx.newId("finding"), proposalId: look.proposalId, kind: SECOND_LOOK_FINDING },
    ...{ text, by, at: look.at },
  };
  yield* tx.insertFinding(finding);
  const body = { finding: finding.id, kind: finding.kind, textDigest: `sha256:${ctx.sha256(text)}` };
  return [ledgerDraft(by, look.at, { type: "finding.filed", subject: look.proposalId, body })];
}
