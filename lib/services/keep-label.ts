import type { Steps, Transaction } from "../../db/store/store";
import type { LabelRecord, ProposalRecord } from "../../db/store/types";
import { gradeEdit } from "../domain/measure/edit-grade";
import type { ProposalId } from "../domain/ids";
import type { WholeRecord } from "../domain/measure/label";
import { labelOf } from "../domain/measure/label";
import { fingerprintOf } from "./fingerprint";

/** What an audit said, with the chance that it was made. */
function* auditOf(tx: Transaction, id: ProposalId): Steps<WholeRecord["audit"]> {
  const draw = yield* tx.draw(id);
  if (draw?.purpose !== "audit" || draw.verdict === null) return null;
  const [look] = yield* tx.looksAt(id);
  return { verdict: draw.verdict, rate: draw.rate, tooFast: look?.tooFast === true };
}

/**
 * Labels one proposal anew from its whole record, in the commit of the event that says something. Called for what people decided, for what
 * was reported and for findings; never while proposing, where nothing is known yet. Answers the label as it was and as it is.
 */
export function* keepLabel(
  tx: Transaction,
  record: ProposalRecord,
  at: number,
): Steps<{ readonly before: LabelRecord | null; readonly after: LabelRecord }> {
  const { state } = record;
  const versions = yield* tx.versionsOf(state.id);
  const [proposed] = versions;
  const inForce = versions.find(({ version }) => version === state.version);
  if (proposed === undefined || inForce === undefined) throw new Error("INVARIANT: a proposal has its versions");
  const edit = inForce === proposed ? null : gradeEdit(proposed.payload.action.arguments, inForce.payload.action.arguments);
  const label = labelOf({
    state,
    edit,
    reviews: yield* tx.reviewsOf(state.id),
    findings: yield* tx.findingsOf(state.id),
    audit: yield* auditOf(tx, state.id),
    reviewRate: 1,
  });
  const before = yield* tx.label(state.id);
  const after: LabelRecord = {
    ...label,
    proposalId: state.id,
    agentId: state.agentId,
    actionName: state.actionName,
    kind: state.kind,
    // The cell of the agent's own proposal: an edit by a person does not move it.
    tier: proposed.assessment.risk.tier,
    fingerprint: fingerprintOf(proposed.extras),
    at,
  };
  yield* tx.saveLabel(after);
  return { before, after };
}
