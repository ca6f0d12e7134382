import type { DrawRecord } from "../../../db/store/look-types";
import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft } from "../../../db/store/types";
import { can } from "../../domain/permissions";
import { place, stake } from "../../domain/placement";
import type { ProposalState } from "../../domain/proposal";
import { harmAt } from "../../domain/policy/prices";
import type { Stakes } from "../../domain/words";
import { drawText, isDrawn } from "../../domain/second-look";
import { isDoubleable, notAsked, type Opinion } from "../../domain/second-opinion";
import type { Context } from "../context";
import { doubleShareIn } from "../settings/double-share";
import { isOnIn } from "../settings/switches";
import type { Moved } from "../transition";
import { livePrices } from "../weigh";
import { drawnDraft } from "./draw-audit";

/**
 * Draws a quick decision for a second opinion, in the commit of its release: only then can it no longer be taken back. Nothing is drawn where
 * nobody else could be asked. Answers what the ledger says of it.
 */
export function* drawDouble(
  ctx: Context,
  tx: Transaction,
  { after }: Moved,
  { read, stakes, at }: { readonly read: boolean; readonly stakes: Stakes; readonly at: number },
): Steps<readonly LedgerDraft[]> {
  const { state, lane } = after;
  if (!isDoubleable(state, { lane, read }) || !(yield* isOnIn(tx, "doubles"))) return [];
  const rate = yield* doubleShareIn(tx);
  if (!isDrawn(ctx.sha256(drawText(ctx.live.drawKey, "double", state.id)), rate)) return [];
  if (!(yield* othersLeft(tx, state, []))) return [];
  const draw: DrawRecord = { proposalId: state.id, purpose: "double", rate, at, settledAt: null, verdict: null };
  yield* tx.insertDraw(draw);
  yield* tx.saveProposal(
    { ...after, ...place(state, lane, stake(state, { harm: harmAt(livePrices(ctx.live), stakes), failedChecks: 0 }), true) },
    state.revision,
  );
  return [drawnDraft(draw)];
}

/** True while somebody who may decide is neither part of it nor has said anything. */
export function* othersLeft(tx: Transaction, state: ProposalState, looks: readonly Pick<Opinion, "personId">[]): Steps<boolean> {
  let left = (yield* tx.countPeople("reviewer")) + (yield* tx.countPeople("admin"));
  for (const id of notAsked(state, looks)) {
    const person = yield* tx.person(id);
    if (person !== null && person.disabledAt === null && can(person.role, "proposal.decide")) left -= 1;
  }
  return left > 0;
}
