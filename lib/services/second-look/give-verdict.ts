import type { Body, Transaction, Steps } from "../../../db/store/store";
import type { DrawRecord, LookRecord } from "../../../db/store/look-types";
import type { FindingRecord, LedgerDraft, ProposalRecord, ReviewRecord } from "../../../db/store/types";
import type { DecisionReason } from "../../domain/proposal";
import { place } from "../../domain/placement";
import type { LookVerdict } from "../../domain/second-look";
import { SECOND_LOOK_FINDING, waitsForLook } from "../../domain/second-look";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { keepLabel } from "../keep-label";
import { ledgerDraft } from "../ledger-draft";
import { refreshMoved } from "../settings/live-settings";

/** What a person says of something that has run. */
export interface Verdict {
  readonly version: number;
  readonly digest: string;
  readonly verdict: LookVerdict;
  /** Needed where it was not fine. */
  readonly reason: DecisionReason | null;
  /** How the look was made. */
  readonly review: Omit<ReviewRecord, "revision" | "type">;
}

/**
 * Records a person's look at something that ran by itself: the label with its weight, a finding where it was not fine, and the item's place,
 * in one commit. Nothing is told to the agent: what ran, ran. Of several people at once one verdict counts.
 */
export async function giveVerdict(ctx: Context, actor: PersonActor, given: Verdict): Promise<ProposalRecord> {
  const now = ctx.clock();
  const body: Body<ProposalRecord> = function* (tx) {
    const record = yield* tx.proposal(given.review.proposalId);
    const draw = record === null ? null : yield* tx.draw(record.state.id);
    if (record === null || draw === null) throw new AppError("not_found", "there is no such proposal");
    refuseUnless(record, draw, given);
    const look: LookRecord = {
      ...{ proposalId: record.state.id, personId: actor.personId, at: now, verdict: given.verdict },
      ...{ reasonCode: given.reason?.code ?? null, reasonText: given.reason?.text ?? null, tooFast: given.review.tooFast },
    };
    yield* tx.insertLook(look);
    yield* tx.settleDraw(record.state.id, given.verdict, now);
    yield* tx.insertReview({ ...given.review, revision: record.state.revision, type: `look_${given.verdict}` });
    yield* tx.deleteLease(record.state.id);
    const found = yield* findingOf(ctx, tx, actor, look);
    const settled = { ...record, ...place(record.state, record.lane, record.rank) };
    yield* tx.saveProposal(settled, record.state.revision);
    const { events: moved } = yield* keepLabel(tx, settled, now);
    const { verdict, reason } = given;
    const said = { purpose: draw.purpose, rate: draw.rate, verdict, reason: reason === null ? null : { ...reason } };
    const event = { type: "look.given", subject: record.state.id, body: said };
    return { result: settled, events: [ledgerDraft(actorName(actor), now, event), ...found, ...moved] };
  };
  const { result, rows } = await ctx.store.transact(body);
  await refreshMoved(ctx, rows);
  ctx.hub.publish({ type: "proposal", state: result.state, rows });
  return result;
}

function refuseUnless(record: ProposalRecord, draw: DrawRecord, { version, digest, verdict, reason }: Verdict): void {
  if (draw.settledAt !== null || !waitsForLook(record)) {
    throw new AppError("already_decided", "somebody has looked at this: nothing is left to say");
  }
  if (record.state.version !== version || record.state.digest !== digest) {
    throw new AppError("stale", "this is not what ran: look at it again");
  }
  if (verdict === "wrong" && reason === null) {
    throw new AppError("reason_required", "say what was not fine: it is filed as a finding");
  }
}

/** What was not fine is a finding like any other: it stands on the proposal's page, and the agent's owner reads it there. */
function* findingOf(ctx: Context, tx: Transaction, actor: PersonActor, look: LookRecord): Steps<readonly LedgerDraft[]> {
  if (look.verdict === "fine") return [];
  const text = look.reasonText ?? look.reasonCode ?? "";
  const finding: FindingRecord = {
    ...{ id: ctx.newId("finding"), proposalId: look.proposalId, kind: SECOND_LOOK_FINDING },
    ...{ text, by: actorName(actor), at: look.at },
  };
  yield* tx.insertFinding(finding);
  const body = { finding: finding.id, kind: finding.kind, textDigest: `sha256:${ctx.sha256(text)}` };
  return [ledgerDraft(actorName(actor), look.at, { type: "finding.filed", subject: look.proposalId, body })];
}
