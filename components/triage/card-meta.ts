import type { Connection } from "../../lib/client/live-events";
import type { CardDetail } from "../../lib/contract/people";
import type { ConfirmBy, ShownCard } from "../../lib/domain/input/input-state";
import type { CardMeta } from "../card/card-face";
import type { Words } from "../words/make-words";
import { offersOf } from "./offers";

/** What stands around a card, from what the server sent with it. */
export function metaOf(detail: CardDetail): CardMeta {
  const { row, risk } = detail;
  return {
    tier: row.tier,
    drivers: risk.drivers,
    driverWords: risk.driverWords,
    agentName: row.agent.name,
    run: detail.run.id,
    step: detail.run.step,
    stepsBefore: detail.stepsBefore,
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
    comments: row.comments,
    languages: detail.languages,
  };
}

/** What the key reducer needs to know of a card. `signableAt`: from when the server takes a deliberate signature; null without a lease. */
export function shownCard(
  detail: CardDetail,
  { live, signableAt, confirmBy }: { readonly live: boolean; readonly signableAt: number | null; readonly confirmBy: ConfirmBy },
): ShownCard {
  const { row } = detail;
  return {
    id: row.id,
    version: row.version,
    tier: row.tier,
    treatment: row.treatment,
    regulated: detail.regulated,
    decidable: live && (row.status === "pending" || row.look !== null),
    approvable: detail.cannotSign === null && offersOf(detail).approve,
    signableAt,
    confirmBy,
  };
}

/** Why this card cannot be approved now, in words; null when it can. A deliberate signature needs the card to oneself. */
export function cannotSignWords(t: Words<"desk">, detail: CardDetail, heldBy: string | null): string | null {
  const deliberate = detail.row.treatment === "confirm" || detail.row.treatment === "two_person";
  if (detail.cannotSign !== null || heldBy === null || !deliberate) return detail.cannotSign;
  return t("cannotSign.open", { name: heldBy });
}

/** Why nothing can be decided on this card now, in words; null when it can. */
export function blockedWords(t: Words<"desk">, detail: CardDetail, connection: Connection): string | null {
  if (connection === "lost") return t("blocked.offline");
  const { row } = detail;
  if (row.look !== null) return null;
  switch (row.status) {
    case "pending":
      return null;
    case "held":
      return t("blocked.held");
    case "approved":
    case "rejected":
    case "answered":
    case "blocked":
    case "expired":
    case "withdrawn":
    case "superseded":
      if (row.test === true) return t("blocked.test");
      return t("blocked.over", { status: row.status });
  }
}
