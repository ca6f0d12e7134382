import type { Body, Transaction, Steps } from "../../../db/store/store";
import type { DrawRecord, LookRecord } from "../../../db/store/look-types";
import type { LedgerDraft, ProposalRecord, ReviewRecord } from "../../../db/store/types";
import type { DecisionReason } from "../../domain/proposal";
import { isQuestion } from "../../domain/question";
import { place } from "../../domain/placement";
import type { LookVerdict } from "../../domain/second-look";
import { waitsForLook } from "../../domain/second-look";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { keepLabel } from "../keep-label";
import { ledgerDraft } from "../ledger-draft";
import { refreshMoved } from "../settings/live-settings";
import { afterOpinion, requireUninvolved } from "./give-opinion";
import { findingOf } from "./look-finding";

/** What a person says of something that has run, or that somebody else decided. */
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
 * in one commit; of something that a person decided, their opinion and what it comes to. Nothing is told to the agent: what ran, ran. Of
 * several people at once one verdict counts. Throws `forbidden` to whoever had a part in it.
 */
export async function giveVerdict(ctx: Context, actor: PersonActor, given: Verdict): Promise<ProposalRecord> {
  const now = ctx.clock();
  const body: Body<ProposalRecord> = function* (tx) {
    const record = yield* tx.proposal(given.review.proposalId);
    const draw = record === null ? null : yield* tx.draw(record.state.id);
    if (record === null || draw === null) throw new AppError("not_found", "there is no such proposal");
    refuseUnless(record, draw, given);
    if (draw.purpose === "double") yield* requireUninvolved(tx, actor, record.state);
    const look: LookRecord = {
      ...{ proposalId: record.state.id, personId: actor.personId, at: now, verdict: given.verdict },
      ...{ reasonCode: given.reason?.code ?? null, reasonText: given.reason?.text ?? null, tooFast: given.review.tooFast },
    };
    yield* tx.insertLook(look);
    yield* tx.insertReview({ ...given.review, revision: record.state.revision, type: `look_${given.verdict}` });
    yield* tx.deleteLease(record.state.id);
    const after = draw.purpose === "double" ? afterOpinion : afterAudit;
    const { record: result, events } = yield* after(ctx, tx, { record, draw, look });
    const { verdict, reason } = given;
    const said = { purpose: draw.purpose, rate: draw.rate, verdict, reason: reason === null ? null : { ...reason } };
    const event = { type: "look.given", subject: record.state.id, body: said };
    return { result, events: [ledgerDraft(actorName(actor), now, event), ...events] };
  };
  const { result, rows } = await ctx.store.transact(body);
  await refreshMoved(ctx, rows);
  ctx.hub.publish({ type: "proposal", state: result.state, rows });
  return result;
}

function refuseUnless(record: ProposalRecord, draw: DrawRecord, { version, digest, verdict, reason }: Verdict): void {
  if (draw.settledAt !== null || !waitsForLook(record)) {
    throw new AppError("already_decided", "this look is over, or somebody else has given it: nothing is left to say");
  }
  if (record.state.version !== version || record.state.digest !== digest) {
    throw new AppError("stale", "this is not what was decided: look at it again");
  }
  if (isQuestion(reason)) {
    throw new AppError("decision_not_allowed", "this was decided: say what you would have done, nobody is asked any more");
  }
  if (verdict === "wrong" && reason === null) {
    throw new AppError("reason_required", "say what is not fine with it");
  }
}

/** One look at what ran by itself is enough: its verdict is the label. */
function* afterAudit(
  ctx: Context,
  tx: Transaction,
  { record, look }: { readonly record: ProposalRecord; readonly look: LookRecord },
): Steps<{ readonly record: ProposalRecord; readonly events: readonly LedgerDraft[] }> {
  yield* tx.settleDraw(look.proposalId, look.verdict, look.at);
  const found = yield* findingOf(ctx, tx, look);
  const settled = { ...record, ...place(record.state, record.lane, record.rank) };
  yield* tx.saveProposal(settled, record.state.revision);
  const { events: moved } = yield* keepLabel(tx, settled, look.at);
  return { record: settled, events: [...found, ...moved] };
}
