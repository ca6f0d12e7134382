import type { PersonId } from "../domain/ids";
import { executionMs, outcomesAfter } from "../domain/lifecycle/decide";
import { isLapsed, isRenewable } from "../domain/lifecycle/lapse";
import type { ProposalState } from "../domain/proposal";
import type { OutcomeStatus } from "../domain/words";

/** How far a person has come with what they carry out themselves. */
export type CarryOutStep =
  /** It was rejected or answered, and whoever composed it has not read that yet. */
  | { readonly step: "unread"; readonly answer: "rejected" | "answered" }
  /** Approved, and its receipt not taken. Taking it starts `minutes` in which to redeem. */
  | { readonly step: "untaken"; readonly until: number; readonly minutes: number }
  | { readonly step: "taken"; readonly receipt: string; readonly until: number }
  | { readonly step: "lapsed"; readonly renewable: boolean }
  /** Redeemed. `outcomes` are those that may be reported now; none once nothing can follow. */
  | {
      readonly step: "redeemed";
      readonly receipt: string;
      readonly redemption: string;
      readonly reported: OutcomeStatus | null;
      readonly outcomes: readonly OutcomeStatus[];
    };

/** What somebody composed, for whoever may carry it out. */
export interface CarryOutView {
  readonly proposal: string;
  readonly version: number;
  /** Who composed it; null where that is the reader. */
  readonly composer: string | null;
  readonly now: CarryOutStep;
}

/** The view of a proposal composed by hand; null where there is nothing left to do or to show. */
export function toCarryOut(
  {
    found,
    composer,
  }: {
    readonly found: { readonly record: { readonly state: ProposalState; readonly receipt: string | null } };
    readonly composer: { readonly id: PersonId; readonly name: string };
  },
  reader: PersonId,
  now: number,
): CarryOutView | null {
  const { state, receipt } = found.record;
  const step = stepOf(state, receipt, now);
  if (step === null) return null;
  return { proposal: state.id, version: state.version, composer: composer.id === reader ? null : composer.name, now: step };
}

function stepOf(state: ProposalState, receipt: string | null, now: number): CarryOutStep | null {
  const { status, receiptExpiresAt: until, redemptionId } = state;
  if (status === "rejected" || status === "answered") {
    return state.delivery === "waiting" ? { step: "unread", answer: status } : null;
  }
  if (status !== "approved" || receipt === null || until === null) return null;
  if (redemptionId !== null) {
    const reported = state.outcome?.status ?? null;
    return { step: "redeemed", receipt, redemption: redemptionId, reported, outcomes: outcomesAfter(reported) };
  }
  if (isLapsed(state, now)) return { step: "lapsed", renewable: isRenewable(state) };
  if (state.delivery === "waiting") return { step: "untaken", until, minutes: executionMs(state.tier) / 60_000 };
  return { step: "taken", receipt, until };
}
