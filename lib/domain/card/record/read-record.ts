import type { JsonObject } from "../../json";
import type { Card, CardInput, Diff, Fact, FieldChange, Span } from "../card";
import { fact, finishCard, type CardParts } from "../finish-card";
import { counted, humanVerb } from "../human-words";
import { spansText } from "../headline-text";
import { tokens } from "../must-read";
import { plain, valued } from "../spans";
import { rowsOf } from "./field-diff";
import { derivedAfter, intentOf } from "./intended-record";
import { recordChecks } from "./record-checks";
import { subjectName, subjectOf, type Subject } from "./subject";

export const ROWS_MAX = 6;
const HEADLINE_TOKENS_MAX = 10;
const WORDING_LENGTH = 40;
const DELETES = /^(?:delete|remove|destroy|purge|erase|archive)\b/iu;

/** The card of a record update: the difference is the card. Without `after` it is worked out from the arguments. */
export function readRecord(input: CardInput): Card {
  const before = subjectOf(input.before);
  const stated = subjectOf(input.after);
  const intent = intentOf(input.action.arguments, before);
  const deletes = stated === null && before !== null && DELETES.test(humanVerb(input.action.name));
  const after = deletes ? {} : (stated?.record ?? (before === null ? intent.sets : derivedAfter(before, intent)));
  const rows = deletes ? rowsOf(before.record, {}) : rowsOf(before?.record ?? {}, withUnshown(after, intent.sets, stated));
  const name = subjectName(before ?? stated, input);
  const parts: CardParts = {
    headline: headline(input, name, rows, deletes),
    facts: facts(input, before ?? stated),
    diff: fieldsDiff(rows, before?.record ?? {}, subjectLine(before ?? stated, name)),
    checks: recordChecks(input, before, stated, intent),
    undo: before === null ? "Undone by hand: the record before was not sent" : "Each field can be set back to the value before",
    openQuestions: before === null || changesWording(rows) ? 1 : 0,
    unreadable: [],
    decisive: null,
  };
  return finishCard(input, parts);
}

/** The diff of a record with at most six rows: one of each pattern first, so that what is folded is like what is shown. */
export function fieldsDiff(
  rows: readonly FieldChange[],
  before: JsonObject,
  subject: string,
  context: readonly FieldChange[] = [],
): Diff {
  const [first, repeats] = firstOfEachPattern(rows);
  const ordered = [...first, ...repeats];
  const shown = ordered.slice(0, ROWS_MAX);
  const patterns = new Set(shown.map(pattern));
  const folded = ordered.slice(ROWS_MAX);
  const touched = new Set(rows.map((row) => row.path.split("/")[1]));
  const unchanged = Object.keys(before).filter((key) => !touched.has(key.replaceAll("~", "~0").replaceAll("/", "~1"))).length;
  return {
    type: "fields",
    subject,
    rows: [...shown, ...context],
    unchanged: Math.max(0, unchanged - context.length),
    more: { count: folded.length, unlike: folded.filter((row) => !patterns.has(pattern(row))).length },
  };
}

function firstOfEachPattern(rows: readonly FieldChange[]): readonly [readonly FieldChange[], readonly FieldChange[]] {
  const seen = new Set<string>();
  const first: FieldChange[] = [];
  const repeats: FieldChange[] = [];
  for (const row of rows) {
    const key = pattern(row);
    (seen.has(key) ? repeats : first).push(row);
    seen.add(key);
  }
  return [first, repeats];
}

/** Rows alike: the same field of different entries, changed from the same to the same. */
function pattern(row: FieldChange): string {
  const path = row.path.split("/");
  return [row.change, path.at(1), path.at(-1), spansText(row.before), spansText(row.after)].join("\u0000");
}

/** What the arguments set but the stated record leaves out is still a change: it is shown, not trusted to be nothing. */
function withUnshown(after: JsonObject, sets: JsonObject, stated: Subject | null): JsonObject {
  if (stated === null) return after;
  const unshown = Object.entries(sets).filter(([key]) => !Object.hasOwn(after, key));
  return { ...after, ...Object.fromEntries(unshown) };
}

function headline(input: CardInput, name: string | null, rows: readonly FieldChange[], deletes: boolean): readonly Span[] {
  const phrase = humanVerb(input.action.name);
  if (name === null) return [...plain(`${phrase}: `), ...plain(counted(rows.length, "field"))];
  const [verb = phrase] = phrase.split(" ");
  const start = [...plain(`${verb} `), ...valued(name)];
  if (tokens(name).length > HEADLINE_TOKENS_MAX - 4) return [...plain(`${phrase}: `), ...plain(counted(rows.length, "field"))];
  if (deletes) return start;
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) {
    const one = [...start, ...plain(`: ${only.field} → `), ...valued(spansText(only.after))];
    if (only.change === "changed" && tokens(spansText(one)).length <= HEADLINE_TOKENS_MAX) return one;
  }
  return [...start, ...plain(rows.length === 0 ? ": no change" : `: ${counted(rows.length, "field")}`)];
}

function facts(input: CardInput, subject: Subject | null): readonly Fact[] {
  const facts: Fact[] = [];
  if (subject?.id !== undefined && subject.id !== null) facts.push(fact("Record", valued(subject.id), { technical: true }));
  const target = input.target;
  if (target?.environment !== undefined) facts.push(fact("Environment", valued(target.environment)));
  if (target?.system !== undefined) facts.push(fact("System", valued(target.system)));
  return facts;
}

function subjectLine(subject: Subject | null, name: string | null): string {
  return [subject?.table ?? "record", subject?.id ?? name].filter((part) => part !== null).join(" ");
}

/** Free wording is right or wrong only in somebody's judgement. */
function changesWording(rows: readonly FieldChange[]): boolean {
  return rows.some((row) => {
    const text = spansText(row.after);
    return text.length > WORDING_LENGTH && text.split(/\s+/u).length > 5;
  });
}
