import { isJsonObject, type Json } from "../../json";
import type { CardInput } from "../card";
import { humanValue } from "../human-value";
import { together, type Said, type SaidPart } from "../said";
import { dateOf, isDate, sentValue } from "../sent-value";
import type { FileOperation } from "./file-arguments";

const CHANGED = "modified modifiedat mtime lastmodified lastchanged newestmodified updatedat";
const SHARED = "sharedwith sharedwithcount sharecount collaborators viewers";
const PEOPLE_MAX = 10_000;

/** `newest changed 20 Nov 2026 · shared with 3 people · as sent`: who would miss the files; null where nothing was sent of it. */
export function fileState(input: CardInput, file: FileOperation): Said | null {
  // What a share changes is who has access: that it was shared before stands in its record.
  const shares = file.verb === "Share" || file.verb === "Unshare";
  const [changed, shared] = [changedAt(input, file), shares ? null : sharedWith(sentValue(input, SHARED))];
  if (changed === null && shared === null) return null;
  const people: SaidPart | null = shared === null ? null : { key: "file.sharedWith", values: { count: shared } };
  return together(" · ", [changed, people, "file.asSent"]);
}

/** The youngest of the list where each of them says when it last changed, else what was sent of them all. */
function changedAt(input: CardInput, { list }: FileOperation): SaidPart | null {
  const dates = list.map(({ changedAt: at }) => at).filter((at) => at !== null);
  if (list.length > 0 && dates.length === list.length) {
    const newest = dates.reduce((most, at) => Math.max(most, at));
    return said(new Date(newest).toISOString(), list.length > 1);
  }
  const sent = sentValue(input, CHANGED);
  return typeof sent === "string" && isDate(sent) ? said(sent, list.length > 1) : null;
}

function said(instant: string, several: boolean): SaidPart {
  // To the day: the hour of a change decides nothing, and a zone would have to be named with it.
  const at = dateOf(instant);
  const day = at === null ? instant : humanValue(new Date(at).toISOString().slice(0, 10), "day");
  return { key: several ? "file.newestChanged" : "file.lastChanged", values: { day } };
}

function sharedWith(value: Json | null): number | null {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : null;
  if (Array.isArray(value)) return value.length <= PEOPLE_MAX ? value.length : null;
  return isJsonObject(value) && typeof value["count"] === "number" ? sharedWith(value["count"]) : null;
}
