import type { DrawRecord, LookRecord } from "../../../db/store/look-types";
import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft, ProposalRecord } from "../../../db/store/types";
import type { ProposalState } from "../../domain/proposal";
import { place } from "../../domain/placement";
import type { LookVerdict } from "../../domain/second-look";
import { firstVerdict, notAsked, readOpinions, settle } from "../../domain/second-opinion";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { keepLabel } from "../keep-label";
import { ledgerDraft } from "../ledger-draft";
import { othersLeft } from "./draw-double";
import { findingOf } from "./look-finding";

/** Why this person gives no opinion on it, in words; null when they may. */
export function cannotGiveOpinion(
  actor: PersonActor,
  state: ProposalState,
  looks: readonly Pick<LookRecord, "personId">[],
): string | null {
  if (looks.some(({ personId }) => personId === actor.personId))
    return "you have said what you would do: another person is asked now";
  if (!notAsked(state, looks).has(actor.personId)) return null;
  if (state.decision?.by.includes(actor.personId) === true)
    return "you have decided this: another person is asked what they would do";
  return state.composerId === actor.personId
    ? "you composed this: another person is asked"
    : "you own this agent’s key: another person is asked";
}

/** What one opinion leads to, in the commit that records it: the next person, or the end with its label. Nothing that ran is changed. */
export function* afterOpinion(
  ctx: Context,
  tx: Transaction,
  { record, draw, look }: { readonly record: ProposalRecord; readonly draw: DrawRecord; readonly look: LookRecord },
): Steps<{ readonly record: ProposalRecord; readonly events: readonly LedgerDraft[] }> {
  const { state } = record;
  const { decision } = state;
  if (decision === null) throw new Error("INVARIANT: only what was decided gets a second opinion");
  const looks = yield* tx.looksAt(state.id);
  const first = firstVerdict(decision);
  const settled = settle(first, looks, yield* othersLeft(tx, state, looks));
  if (settled.type === "open") return { record, events: [] };
  const closed = yield* endDouble(tx, record, settled.verdict, look.at);
  const body = { purpose: draw.purpose, first, verdict: settled.verdict };
  const event = ledgerDraft("system:worker", look.at, { type: "look.settled", subject: state.id, body });
  if (settled.verdict === null || settled.verdict === first) return { record: closed, events: [event] };
  const against = readOpinions(looks).at(-1) ?? look;
  const found = first === "fine" ? yield* findingOf(ctx, tx, against) : [];
  const { events: moved } = yield* keepLabel(tx, closed, look.at);
  return { record: closed, events: [event, ...found, ...moved] };
}

/** Nothing is owed any more, and the proposal stands where it stood: what became of it is shown again. */
export function* endDouble(
  tx: Transaction,
  record: ProposalRecord,
  verdict: LookVerdict | null,
  at: number,
): Steps<ProposalRecord> {
  yield* tx.settleDraw(record.state.id, verdict, at);
  const closed = { ...record, ...place(record.state, record.lane, record.rank) };
  yield* tx.saveProposal(closed, record.state.revision);
  return closed;
}

/** Refuses whoever may not be asked. Throws `forbidden`. */
export function* requireUninvolved(tx: Transaction, actor: PersonActor, state: ProposalState): Steps<void> {
  const refusal = cannotGiveOpinion(actor, state, yield* tx.looksAt(state.id));
  if (refusal !== null) throw new AppError("forbidden", refusal);
}
