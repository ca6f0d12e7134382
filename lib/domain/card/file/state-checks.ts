import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { few, sentValue } from "../sent-value";
import type { FileOperation } from "./file-arguments";

const DAY_MS = 86_400_000;

/** Whether somebody works with the files, or must keep them: as each entry of the list says it, or the record before. */
export function stateChecks(input: CardInput, file: FileOperation): readonly Check[] {
  if (file.verb !== "Delete" && file.verb !== "Move" && file.verb !== "Write") return [];
  return [...inUse(input, file), ...legalHold(input, file)];
}

/** Says nothing where neither a lock nor a time of the last change was sent. */
function inUse(input: CardInput, { list, verb }: FileOperation): readonly Check[] {
  const busy = list.filter(({ busy: used }) => used).map(({ path }) => path);
  if (busy.length > 0) return [failed("in-use", "file.somebodyHasItOpen", few(busy))];
  const lock = sentValue(input, "lockedby openedby openby checkedoutby");
  if (typeof lock === "string" && lock !== "") return [failed("in-use", "file.somebodyHasItOpen", few([lock]))];
  const dated = list.filter(({ changedAt }) => changedAt !== null);
  if (dated.length === 0 || verb === "Write") return [];
  const fresh = dated.filter(({ changedAt }) => changedAt !== null && input.at - changedAt < DAY_MS).map(({ path }) => path);
  if (fresh.length > 0) return [failed("in-use", "file.changedWithinLastDay", few(fresh))];
  return dated.length === list.length ? [passed("in-use", "file.noneThemChangedWithinLast")] : [];
}

/** What is gone for good must not be what somebody has to keep. */
function legalHold(input: CardInput, { list, verb, permanent }: FileOperation): readonly Check[] {
  const held = list.filter(({ held: kept }) => kept === true).map(({ path }) => path);
  const sent = sentValue(input, "legalhold litigationhold retentionhold hold");
  if (held.length > 0) return [failed("legal-hold", "file.mustBeKept", few(held))];
  if (sent === true || (typeof sent === "string" && sent.trim() !== "")) {
    return [failed("legal-hold", "file.mustBeKept", typeof sent === "string" ? few([sent]) : null)];
  }
  const known = sent === false || (list.length > 0 && list.every(({ held: kept }) => kept === false));
  if (known) return [passed("legal-hold", "file.nothingThatMustBeKept")];
  const gone = verb === "Delete" && permanent;
  return gone ? [notRun("legal-hold", "file.nothingThatMustBeKeptIs", { key: "file.itWasNotSent" })] : [];
}
