import type { QueueRow } from "../../lib/contract/people";
import { isOverdue } from "../../lib/domain/undelivered";
import { localeOf } from "../../lib/domain/language";
import type { Words } from "../words/make-words";

type Row = Pick<
  QueueRow,
  "status" | "delivery" | "decision" | "signatures" | "treatment" | "lapsed" | "test" | "look" | "releasedAt"
>;

type HistoryWords = Words<"history">;

/** What was decided and by whom: `Approved by Ana Ruiz`, `Ran by policy`. For what nobody decided, where it stands. */
export function decisionWords(t: HistoryWords, row: Row): string {
  const { decision, status } = row;
  if (row.test === true) return t("decided.test");
  if (row.look === "double") return t("decided.double");
  if (status === "pending") return pendingWords(t, row);
  if (status === "expired") return t("decided.expired");
  if (status === "withdrawn") return t("decided.withdrawn");
  if (status === "superseded") return t("decided.superseded");
  if (decision === null) return status === "blocked" ? t("decided.blocked") : t("decided.not");
  if (decision.source === "policy") return status === "blocked" ? t("decided.blocked") : t("decided.letRun");
  const names = decision.by.map((person) => person.name);
  if (names.length === 0) return t(`decided.${decision.type}`);
  return t(`decided.${decision.type}.by`, { names: new Intl.ListFormat(localeOf(t.language)).format(names) });
}

function pendingWords(t: HistoryWords, { signatures, treatment }: Row): string {
  if (treatment === "two_person" && signatures > 0) return t("decided.signed", { count: signatures });
  return t("decided.pending");
}

/** One small fact about how far the answer has travelled. `open` has not happened. */
export interface TravelFact {
  readonly state: "done" | "open" | "bad";
  readonly says: string;
}

/** Whether the agent has its answer, and what came of the run: two facts, because delivered is not done. None for what is undecided. */
export function travelFacts(t: HistoryWords, row: Row, now: number): readonly TravelFact[] {
  const { decision, status } = row;
  if (status === "held") return [{ state: "open", says: t("travel.held") }];
  if (decision === null || status === "pending") return [];
  const runs = decision.type === "approve" || decision.type === "edit";
  const delivered = isOverdue(row, now)
    ? ({ state: "bad", says: t("travel.overdue") } as const)
    : ({ state: row.delivery === "waiting" ? "open" : "done", says: deliveredWords(t, row) } as const);
  return runs && status === "approved" ? [delivered, runFact(t, row)] : [delivered];
}

function deliveredWords(t: HistoryWords, { delivery, status }: Row): string {
  if (delivery !== "waiting") return t("travel.delivered");
  return status === "approved" || status === "rejected" || status === "answered"
    ? t("travel.notFetched")
    : t("travel.notDelivered");
}

function runFact(t: HistoryWords, { delivery, lapsed }: Row): TravelFact {
  if (lapsed && (delivery === "waiting" || delivery === "delivered")) return { state: "bad", says: t("travel.lapsed") };
  switch (delivery) {
    case "waiting":
    case "delivered":
      return { state: "open", says: t("travel.notRedeemed") };
    case "redeemed":
      return { state: "open", says: t("travel.redeemed") };
    case "succeeded":
      return { state: "done", says: t("travel.succeeded") };
    case "failed":
      return { state: "bad", says: t("travel.failed") };
    case "unknown":
      return { state: "bad", says: t("travel.unknown") };
    case "reverted":
      return { state: "bad", says: t("travel.reverted") };
  }
}
