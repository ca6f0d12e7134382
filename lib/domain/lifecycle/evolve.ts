import type { ProposalState } from "../proposal";
import type { DecisionType, Status } from "../words";
import type { ProposalEvent } from "./events";

const STATUS_AFTER: Record<DecisionType, Status> = {
  approve: "approved",
  edit: "approved",
  reject: "rejected",
  answer: "answered",
};

/**
 * The state after one event: total, without rules and without refusals, so that replaying the ledger rebuilds what happened.
 * Throws only when an event other than `proposal.proposed` comes first: a broken ledger, never a user's mistake.
 */
export function evolve(state: ProposalState | null, event: ProposalEvent): ProposalState {
  if (event.type === "proposal.proposed") return { ...event.state, revision: 1 };
  if (state === null) throw new Error(`INVARIANT: ${event.type} before proposal.proposed`);
  return { ...change(state, event), revision: state.revision + 1 };
}

// eslint-disable-next-line max-lines-per-function -- one case an event: the whole table is read at once
function change(state: ProposalState, event: Exclude<ProposalEvent, { type: "proposal.proposed" }>): ProposalState {
  switch (event.type) {
    case "proposal.blocked":
      return {
        ...state,
        status: "blocked",
        decision: event.decision,
        releasedAt: event.at,
        deliveredAt: event.at,
        delivery: "delivered",
      };
    case "proposal.allowed":
      return {
        ...state,
        status: "approved",
        decision: event.decision,
        releasedAt: event.at,
        deliveredAt: event.at,
        delivery: event.redemptionId === null ? "delivered" : "redeemed",
        receiptId: event.receiptId,
        receiptExpiresAt: event.receiptExpiresAt,
        redemptionId: event.redemptionId,
        redeemedAt: event.redemptionId === null ? null : event.at,
      };
    case "proposal.edited":
      // INVARIANT: a new version voids every signature on the earlier ones.
      return { ...state, ...event.to, signatures: [] };
    case "proposal.signed":
      return { ...state, signatures: [...state.signatures, event.signature] };
    case "proposal.decided":
      return {
        ...state,
        status: "held",
        decision: event.decision,
        releaseAt: event.releaseAt,
        signatures: event.signature === null ? state.signatures : [...state.signatures, event.signature],
      };
    case "proposal.explained":
      return { ...state, decision: state.decision === null ? null : { ...state.decision, reason: event.reason } };
    case "proposal.undone":
      return {
        ...state,
        status: "pending",
        decision: null,
        releaseAt: null,
        // Whoever takes the decision back takes their own signature with it; the other's stands.
        signatures: state.signatures.filter((signature) => signature.by !== event.by),
      };
    case "proposal.released":
      return {
        ...state,
        // A held proposal always has its decision; the fallback keeps replay total.
        status: state.decision === null ? state.status : STATUS_AFTER[state.decision.type],
        releaseAt: null,
        releasedAt: event.at,
        receiptId: event.receipt?.id ?? null,
        receiptExpiresAt: event.receipt?.expiresAt ?? null,
      };
    case "proposal.expired":
      return { ...state, status: "expired", decision: decisionBy("expiry", event.at), releasedAt: event.at };
    case "proposal.withdrawn":
      return { ...state, status: "withdrawn", decision: null, releaseAt: null, releasedAt: event.at };
    case "proposal.revealed":
      // Nothing of the decision stays on it: it was about nothing that could run. The record and the test's own row keep it.
      return { ...state, status: "withdrawn", decision: null, signatures: [], releaseAt: null, releasedAt: event.at };
    case "proposal.delivered":
      return {
        ...state,
        deliveredAt: event.at,
        delivery: "delivered",
        receiptExpiresAt: event.receiptExpiresAt ?? state.receiptExpiresAt,
      };
    case "proposal.redeemed":
      return {
        ...state,
        redemptionId: event.redemptionId,
        redeemedAt: event.at,
        delivery: "redeemed",
        // Nobody can redeem what did not reach them: a webhook delivers without a call that says so.
        deliveredAt: state.deliveredAt ?? event.at,
      };
    case "proposal.reported":
      return { ...state, outcome: { status: event.status, at: event.at, detail: event.detail }, delivery: event.status };
    case "proposal.lapsed":
      return { ...state, lapsedAt: event.at };
    case "proposal.renewed":
      return {
        ...state,
        lapsedAt: null,
        delivery: "waiting",
        deliveredAt: null,
        receiptId: event.receipt.id,
        receiptExpiresAt: event.receipt.expiresAt,
      };
  }
}

function decisionBy(source: "expiry", at: number): ProposalState["decision"] {
  return { type: "reject", source, by: [], at, reason: { code: "expired", text: null }, answer: null, singleSigner: false };
}
