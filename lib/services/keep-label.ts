import type { Steps, Transaction } from "../../db/store/store";
import type { LabelRecord, LedgerDraft, ProposalRecord } from "../../db/store/types";
import { gradeEdit } from "../domain/measure/edit-grade";
import type { ProposalId } from "../domain/ids";
import type { WholeRecord } from "../domain/measure/label";
import { labelOf } from "../domain/measure/label";
import { endGrant } from "./grants/revoke-grant";
import { fingerprintOf } from "./fingerprint";
import { countInCell } from "./ladder/count-in-cell";
import { watchRollout } from "./policy/watch-rollout";

/** What an audit said, with the chance that it was made, or what blind double reviews came to. */
function* lookOf(tx: Transaction, id: ProposalId): Steps<Pick<WholeRecord, "audit" | "double">> {
  const draw = yield* tx.draw(id);
  if (draw === null || draw.verdict === null) return { audit: null };
  if (draw.purpose === "double") return { audit: null, double: draw.verdict };
  const [look] = yield* tx.looksAt(id);
  return { audit: { verdict: draw.verdict, rate: draw.rate, tooFast: look?.tooFast === true } };
}

/**
 * Labels one proposal anew from its whole record, in the commit of the event that says something. Called for what people decided, for what
 * was reported and for findings; never while proposing, where nothing is known yet. Counts it in its cell too. Answers the label as it was and
 * as it is, and the rows of the ledger that follow, which the caller commits.
 */
export function* keepLabel(
  tx: Transaction,
  record: ProposalRecord,
  at: number,
): Steps<{ readonly before: LabelRecord | null; readonly after: LabelRecord; readonly events: readonly LedgerDraft[] }> {
  const { state } = record;
  if (state.canary) throw new Error("INVARIANT: a test of the reviewers says nothing of an agent");
  const versions = yield* tx.versionsOf(state.id);
  const [proposed] = versions;
  const inForce = versions.find(({ version }) => version === state.version);
  if (proposed === undefined || inForce === undefined) throw new Error("INVARIANT: a proposal has its versions");
  const edit = inForce === proposed ? null : gradeEdit(proposed.payload.action.arguments, inForce.payload.action.arguments);
  const reviews = yield* tx.reviewsOf(state.id);
  const label = labelOf({
    state,
    edit,
    reviews,
    findings: yield* tx.findingsOf(state.id),
    ...(yield* lookOf(tx, state.id)),
    reviewRate: proposed.assessment.reviewRate ?? 1,
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
    confidence: proposed.extras.confidence,
    at,
  };
  yield* tx.saveLabel(after);
  const { assessment } = proposed;
  const { stakes } = assessment.risk;
  const reviewers = [...new Set(reviews.map(({ personId }) => personId))];
  const proposedAt = state.createdAt;
  const counted = [
    ...(yield* countInCell(tx, before, after, { stakes, reviewers, proposedAt })),
    ...(yield* watchRollout(tx, { before, after, stakes, reviewers, at, assessment, proposedAt })),
  ];
  const { grant } = assessment;
  if (grant === undefined || after.verdict !== "wrong") return { before, after, events: counted };
  return { before, after, events: [...counted, ...(yield* endGrant(tx, grant.id, at))] };
}
