"use client";

import type { ReactNode } from "react";

import type { QueueRow as Row } from "../../lib/contract/people";
import { isOverdue } from "../../lib/domain/undelivered";
import { RelativeTime } from "../ui/relative-time";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { isHeldBack, RunsAt } from "./held-back";

/** What stands in place of a row's deadline; undefined where the deadline does. */
export function asideOf(row: Row, now: number): ReactNode {
  if (row.look !== null) return <DecidedBefore verb={row.look === "audit" ? "ran" : "asked"} at={row.createdAt} now={now} />;
  const { status, decidedAt } = row;
  if (decidedAt !== null && status !== "held" && status !== "pending") {
    const letRun = status === "approved" && row.decision?.source !== "person";
    return <DecidedBefore verb={letRun ? "letRun" : status} at={decidedAt} now={now} />;
  }
  return isHeldBack(row) ? <RunsAt row={row} now={now} /> : undefined;
}

type Verb = "ran" | "asked" | "letRun" | Exclude<Row["status"], "held" | "pending">;

/** In place of a deadline: nothing hurries, it has been decided. */
function DecidedBefore({ verb, at, now }: { readonly verb: Verb; readonly at: number; readonly now: number }) {
  const t = useWords("desk");
  return (
    <>
      <span className="block text-ink-3">{t(`row.${verb}`)} </span>
      <span className="block text-ink-2">
        <RelativeTime at={at} now={now} inRow />
      </span>
    </>
  );
}

/** What is said of a row below its headline: who has it, how it stands; null where there is nothing to say. */
export function noteOf(t: Words<"desk">, row: Row, me: string, now: number): string | null {
  const stands = standing(t, row, me, now);
  if (row.comments === 0) return stands;
  const said = t("row.comments", { count: row.comments });
  return stands === null ? said : `${stands} · ${said}`;
}

function standing(t: Words<"desk">, row: Row, me: string, now: number): string | null {
  if (row.look !== null) return t(`note.${row.look}`);
  if (row.status === "held") return t(isHeldBack(row) ? "note.heldBack" : "note.held");
  if (row.lapsed) return t(row.decision?.by.some(({ id }) => id === me) === true ? "note.renew" : "note.lapsed");
  if (row.signatures > 0 && row.status === "pending") return t("note.signed");
  if (isOverdue(row, now)) return t("note.overdue");
  if (row.status === "approved") return t(`note.${row.delivery === "waiting" && row.byHand === true ? "byHand" : row.delivery}`);
  if (row.lease !== null && row.lease.by.id !== me && row.lease.doing !== "next") {
    return t(`note.${row.lease.doing}`, { name: row.lease.by.name });
  }
  if (row.assignee === null) return null;
  return row.assignee.id === me ? t("note.yours") : t("note.for", { name: row.assignee.name });
}
