import type { Connection } from "../../lib/client/live-events";
import type { CardDetail } from "../../lib/contract/people";
import type { ShownCard } from "../../lib/domain/input/input-state";
import type { CardMeta } from "../card/card-face";

/** What stands around a card, from what the server sent with it. */
export function metaOf(detail: CardDetail): CardMeta {
  const { row, risk } = detail;
  return {
    tier: row.tier,
    drivers: risk.drivers,
    agentName: row.agent.name,
    run: detail.run.id,
    step: detail.run.step,
    actionName: row.actionName,
    environment: detail.target?.environment ?? null,
    regulation: detail.regulation,
    dueAt: row.status === "pending" && row.look === null ? row.expiresAt : null,
    partyZone: detail.partyZone,
    predictedSeconds: row.predictedSeconds,
    lane: row.lane,
    treatment: row.treatment,
    agentSays: detail.agentSays,
    evidence: detail.evidence,
  };
}

/** What the key reducer needs to know of a card. `signableAt`: from when the server takes a deliberate signature; null without a lease. */
export function shownCard(
  detail: CardDetail,
  { live, signableAt }: { readonly live: boolean; readonly signableAt: number | null },
): ShownCard {
  const { row } = detail;
  return {
    id: row.id,
    version: row.version,
    tier: row.tier,
    treatment: row.treatment,
    regulated: detail.regulated,
    decidable: live && (row.status === "pending" || row.look !== null),
    approvable: detail.cannotSign === null,
    signableAt,
  };
}

/** Why this card cannot be approved now, in words; null when it can. A deliberate signature needs the card to oneself. */
export function cannotSignWords(detail: CardDetail, heldBy: string | null): string | null {
  const deliberate = detail.row.treatment === "confirm" || detail.row.treatment === "two_person";
  if (detail.cannotSign !== null || heldBy === null || !deliberate) return detail.cannotSign;
  return `${heldBy} has this card open: sign it when they are done.`;
}

/** Why nothing can be decided on this card now, in words; null when it can. */
export function blockedWords(detail: CardDetail, connection: Connection): string | null {
  if (connection === "lost") return "Connection lost: deciding is off until it is back.";
  const { row } = detail;
  if (row.look !== null) return null;
  switch (row.status) {
    case "pending":
      return null;
    case "held":
      return "Decided, and held for undo.";
    case "approved":
    case "rejected":
    case "answered":
    case "blocked":
    case "expired":
    case "withdrawn":
    case "superseded":
      if (row.test === true) return "This was a test of the reviewers, and has ended.";
      return `This proposal is ${row.status}: nothing is left to decide.`;
  }
}
