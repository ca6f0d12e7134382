import type { CheckSentence } from "../check-texts";
import { isJsonObject, type Json } from "../../json";
import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { humanValue } from "../human-value";
import { instantOf, sentValue } from "../sent-value";
import { overwrites, type Effect } from "./effects";
import type { SqlArguments } from "./sql-arguments";

const HOUR_MS = 3_600_000;
const BACKUP_HOURS = 24;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)\s?[-–]\s?([01]\d|2[0-3]):([0-5]\d)(?: UTC)?$/u;

/** What guards a change that cannot simply be set back: a backup, and the hours it may happen in. All of it is as sent. */
export function careChecks(input: CardInput, call: SqlArguments, effects: readonly Effect[]): readonly Check[] {
  const writes = effects.filter((effect) => effect.verb !== "read" && (effect.verb !== "insert" || overwrites(effect)));
  return writes.length === 0 ? [] : [...backup(input, call), ...maintenance(input)];
}

/** Not asked for where every row was sent as it is: then the rows themselves are the way back. */
function backup(input: CardInput, { captured, rows }: SqlArguments): readonly Check[] {
  const says = "sql.backupLastDayIsThere";
  const sent = sentValue(input, "backupat lastbackup lastbackupat backuptakenat snapshotat lastsnapshot");
  const at = instantOf(sent);
  if (at === null) {
    if (sent !== null) return [notRun("backup", says, { key: "sql.itsTimeCantBeRead" })];
    return captured.length > 0 && captured.length === rows ? [] : [notRun("backup", says, { key: "sql.noneWasNamed" })];
  }
  const hours = Math.floor((input.at - at) / HOUR_MS);
  if (hours < 0) return [failed("backup", "sql.backupNamedIsNotMade", humanValue(sent, "backup"))];
  if (hours <= BACKUP_HOURS) return [passed("backup", "sql.backupLastDayIsThereAs")];
  const age: CheckSentence =
    hours < 48
      ? { key: "check.hours", values: { count: hours } }
      : { key: "check.days", values: { count: Math.floor(hours / 24) } };
  return [failed("backup", "sql.lastBackupIsOld", age)];
}

/** Says nothing where no window was sent. */
function maintenance(input: CardInput): readonly Check[] {
  const sent = sentValue(input, "maintenancewindow changewindow window");
  const says = "sql.proposedInsideMaintenanceWindow";
  if (sent === null) return [];
  const inside = isInside(input.at, sent);
  if (inside === null) return [notRun("maintenance", says, { key: "sql.windowCantBeRead" })];
  if (inside) return [passed("maintenance", "sql.proposedInsideMaintenanceWindowAs")];
  return [failed("maintenance", "sql.proposedOutsideMaintenanceWindow", humanValue(sent, "window"))];
}

/** Whether `at` lies in a window of two instants, or of two times of the day in UTC; null where it is neither. */
function isInside(at: number, window: Json): boolean | null {
  if (isJsonObject(window)) {
    const from = instantOf(window["start"] ?? window["from"] ?? null);
    const until = instantOf(window["end"] ?? window["until"] ?? window["to"] ?? null);
    return from === null || until === null ? null : at >= from && at < until;
  }
  const clock = typeof window === "string" ? CLOCK.exec(window) : null;
  return clock === null ? null : isBetween(minuteOf(at), minutes(clock[1], clock[2]), minutes(clock[3], clock[4]));
}

/** A window may go past midnight. */
function isBetween(now: number, from: number, until: number): boolean {
  return from <= until ? now >= from && now < until : now >= from || now < until;
}

function minuteOf(at: number): number {
  const day = new Date(at);
  return day.getUTCHours() * 60 + day.getUTCMinutes();
}

function minutes(hour = "", minute = ""): number {
  return Number(hour) * 60 + Number(minute);
}
