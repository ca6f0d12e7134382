import { actionVerb, headNoun } from "../action-verb";
import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { capitalised, humanVerb, nameWords } from "../human-words";
import type { FaceKey } from "../said";
import { snakeKey } from "../snake-key";
import type { Verb } from "../verb-words";
import type { Intent } from "./intended-record";
import type { Subject } from "./subject";

/** What an act is to the record. `sets` says new values; `lives` moves it on by its id alone: closes, cancels, merges, restores. */
export type RecordAct = "sets" | "deletes" | "merges" | "lives";

const SETS: ReadonlySet<Verb> = new Set<Verb>(["update", "write", "make", "commit"]);

/** The act on the whole record behind the name; null where it takes away a part of the record, which no difference of fields can say. */
export function recordAct(name: string, before: Subject | null, intent: Intent): RecordAct | null {
  const { verb, object } = actionVerb(name);
  if (verb === "delete") return isPart(name, headNoun(object), before, intent) ? null : "deletes";
  if (verb === "revoke") return null;
  if (verb === "merge") return "merges";
  return SETS.has(verb) ? "sets" : "lives";
}

/** `remove_tag` with a tag among the arguments or on the record; the ticket of `ticket.delete` is the record itself. */
function isPart(name: string, noun: string, before: Subject | null, { sets }: Intent): boolean {
  const system = headNoun(nameWords(name).at(-2) ?? []);
  if (noun === "" || noun === system || noun === before?.table) return false;
  return [...Object.keys(sets), ...Object.keys(before?.record ?? {})].some((key) => headNoun(snakeKey(key).split("_")) === noun);
}

/** `Close `, or every word of the name where the first is not what is done: `Refund cancel: `. */
export function actWords(name: string): string {
  const phrase = humanVerb(name);
  const [first = phrase] = phrase.split(" ");
  return actionVerb(first).verb === actionVerb(name).verb ? `${capitalised(first)} ` : `${phrase}: `;
}

/** Whether anything changes: by `set` rows, or as the agent `expects` where the arguments set nothing. By the id alone nobody can tell: that is no “nothing”, and a deletion unseen is never a low risk. */
export function changeCheck({ action }: CardInput, act: RecordAct, before: Subject | null, set: number, expects: boolean): Check {
  if (set > 0) return passed("changes", "record.somethingChanges");
  if (expects) return notRun("changes", "record.somethingChanges", { key: "record.argumentsSetNoField" });
  if (act === "sets") return failed("changes", "check.nothingWouldChange");
  if (act === "deletes") return failed("takes-away", "record.deletedRecordWasNotSent");
  if (actionVerb(action.name).verb === "cancel") return failed("takes-away", "check.takesAwayUnread");
  return notRun("changes", "record.somethingChanges", {
    key: before === null ? "record.recordBeforeWasNotSent" : "record.argumentsSetNoField",
  });
}

export function recordUndo({ action }: CardInput, act: RecordAct, before: Subject | null, rows: number): FaceKey {
  if (before === null && actionVerb(action.name).verb === "make") return "record.undo.deleteNew";
  if (act === "merges") return "record.undo.merged";
  if (act === "deletes") return before === null ? "record.undo.gone" : "record.undo.createAgain";
  if (before === null) return "record.undo.byHand";
  return act === "lives" && rows === 0 ? "face.noWayToUndo" : "record.undo.setBack";
}
