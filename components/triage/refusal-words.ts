import { PeopleApiError } from "../../lib/client/people-api";
import type { ErrorCode } from "../../lib/domain/error-codes";
import type { Words } from "../words/make-words";

/** What the desk's calls are refused for. */
const TOLD = [
  "already_decided",
  "already_signed",
  "act_required",
  "batch_refused",
  "blocked_now",
  "decision_not_allowed",
  "forbidden",
  "internal",
  "invalid_arguments",
  "leased",
  "not_approved",
  "not_found",
  "not_pending",
  "reason_required",
  "separation_of_duties",
  "stale",
  "stale_sign_in",
  "stopped",
  "too_many_attempts",
  "too_soon",
  "unauthenticated",
  "unavailable",
  "undo_closed",
  "wrong_match",
] as const satisfies readonly ErrorCode[];

/**
 * Why the server refused: in its own words, which name the case, where the reader’s language is theirs; else by its code. `failed`: where it was no
 * answer of the server.
 */
export function refusalWords(t: Words<"desk">, error: unknown, failed: string): string {
  if (!(error instanceof PeopleApiError)) return failed;
  const { code, message } = error;
  if (t.language === "en") return message;
  const told = TOLD.find((one) => one === code);
  return told === undefined ? t("refused", { code }) : t(`refused.${told}`);
}
