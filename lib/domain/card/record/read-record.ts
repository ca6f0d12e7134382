import type { JsonObject } from "../../json";
import type { Card, CardInput, Fact, FieldChange, Span } from "../card";
import { fact, finishCard } from "../finish-card";
import { counted } from "../counted";
import { humanField, humanVerb, LABEL_LENGTH_MAX } from "../human-words";
import { spansText } from "../headline-text";
import { tokens } from "../must-read";
import { saidTwice } from "../said-twice";
import { sameJson } from "../same-json";
import { asIs, together, type FaceKey, type SaidPart, type Saying } from "../said";
import { snakeKey } from "../snake-key";
import { plain, valued } from "../spans";
import { readTool } from "../tool/read-tool";
import { rowsOf } from "./field-diff";
import { withContext } from "./context-row";
import { fieldsDiff } from "./fields-diff";
import { keptOf, sentAlong, type Kept } from "./kept-rows";
import { derivedAfter, intentOf, setFirst, type Intent } from "./intended-record";
import { actWords, changeCheck, recordAct, recordUndo, type RecordAct } from "./record-act";
import { recordChecks } from "./record-checks";
import { subjectName, subjectOf, type Subject } from "./subject";
import { valueChecks } from "./value-checks";

const HEADLINE_TOKENS_MAX = 10;
const WORDING_LENGTH = 40;

/** One record update, read once. */
interface Update {
  readonly before: Subject | null;
  readonly stated: Subject | null;
  /** What is {@link stated} of what comes of it; null where that is nothing, for the record is gone. */
  readonly forecast: Subject | null;
  readonly intent: Intent;
  /** Null where a part of the record is taken away. */
  readonly act: RecordAct | null;
  readonly rows: readonly FieldChange[];
  readonly kept: Kept;
  readonly name: string | null;
}

/** The card of a record update: the difference is the card. Without `after` it is worked out from the arguments. */
export function readRecord(input: CardInput): Card {
  const update = updateOf(input);
  const { before, stated, forecast, intent, act, rows, kept, name } = update;
  if (act === null) return readTool(input);
  const record = before?.record ?? {};
  const expected = expectedOf(rows);
  const set = rows.length - expected.length;
  return finishCard(input, {
    headline: headline(input, update, act),
    facts: facts(input, before ?? stated, intent),
    diff: withContext(
      fieldsDiff(rows, record, subjectLine(before ?? stated, name), [], kept),
      record,
      [...rows, ...kept.fields],
      act === "sets",
    ),
    checks: [
      ...recordChecks(input, before, forecast, intent, expected),
      ...valueChecks(input, before, intent),
      ...saidTwice(intent.twice.map(humanField)),
      changeCheck(input, act, before, set, expected.length > 0 && isEmpty(intent.sets)),
    ],
    undo: recordUndo(input, act, before, set),
    openQuestions: before === null || changesWording([...rows, ...kept.fields]) ? 1 : 0,
    unreadable: [],
    decisive: null,
  });
}

function updateOf(input: CardInput): Update {
  const before = subjectOf(input.before);
  const stated = subjectOf(input.after);
  const intent = intentOf(input.action.arguments, before);
  // A record after takes nothing of what the name says: what is deleted with one is deleted.
  const act = recordAct(input.action.name, before, intent) ?? (stated === null ? null : "sets");
  const name = subjectName(before ?? stated, input);
  const record = before?.record ?? {};
  const forecast = act === "deletes" ? null : stated;
  const after = forecast === null ? derivedAfter(before, intent) : asSet(forecast.record, intent.sets);
  const left = act === "deletes" ? {} : after;
  const kept = act === "deletes" ? sentAlong(intent.sets) : keptOf(intent.sets, record);
  const rows = rowsOf(record, left).map(readWhole);
  return { before, stated, forecast, intent, act, rows: forecast === null ? rows : setFirst(rows, after, intent), kept, name };
}

/** Words that stay beside words that change do so by the record before alone: all of them run, and all are to be read. */
function readWhole(row: FieldChange): FieldChange {
  const mixed = [row.before, row.after].some(
    (spans) => spans.some(({ type }) => type === "text") && spans.some(({ type }) => type !== "text"),
  );
  return row.change === "changed" && mixed ? { ...row, claimed: true } : row;
}

/** Where the stated record leaves out what the arguments set, or says it otherwise, the arguments are shown: they are what runs. */
function asSet(after: JsonObject, sets: JsonObject): JsonObject {
  const otherwise = Object.entries(sets).filter(([key, value]) => !Object.hasOwn(after, key) || !sameJson(after[key], value));
  return { ...after, ...Object.fromEntries(otherwise) };
}

function isEmpty(sets: JsonObject): boolean {
  return Object.keys(sets).length === 0;
}

/** The rows that only the record after has. */
function expectedOf(rows: readonly FieldChange[]): readonly FieldChange[] {
  return rows.filter((row) => row.expected === true);
}

function headline(input: CardInput, { name, rows, kept }: Update, act: RecordAct): readonly Span[] {
  const phrase = humanVerb(input.action.name);
  // A name that stays is what the headline calls the record by: it stands there already.
  const unsaid = kept.fields.filter(({ after }) => spansText(after) !== name);
  const set = rows.filter((row) => row.expected !== true);
  const count = set.length === 0 ? kept.fields.length : set.length + unsaid.length;
  // By the id alone nothing is said of fields: no count of them, and no “no change”. What is merely expected is no part of what the call is called.
  const silent = count === 0 && (act !== "sets" || rows.length > 0);
  const fields = silent ? plain(phrase) : plain(`${phrase}: ${counted(count, "field")}`);
  if (name === null || tokens(name).length > HEADLINE_TOKENS_MAX - 4) return fields;
  const start = [...plain(actWords(input.action.name)), ...valued(name)];
  if (act === "deletes" || silent) return start;
  const only = unsaid.length === 0 ? onlyChange(set) : null;
  if (only !== null) {
    const one = [...start, ...plain(`: ${only.field} → `), ...valued(spansText(only.after))];
    if (tokens(spansText(one)).length <= HEADLINE_TOKENS_MAX) return one;
  }
  return [...start, ...plain(count === 0 ? ": no change" : `: ${counted(count, "field")}`)];
}

/** The one change there is, where a headline has room for its name. */
function onlyChange([only, ...others]: readonly FieldChange[]): FieldChange | null {
  return only?.change === "changed" && only.field.length <= LABEL_LENGTH_MAX && others.length === 0 ? only : null;
}

function facts(input: CardInput, subject: Subject | null, intent: Intent): readonly Fact[] {
  const facts: Fact[] = [];
  if (subject?.id !== undefined && subject.id !== null) facts.push(fact("face.record", valued(subject.id), { technical: true }));
  // What else names it decides what is changed, and may stand nowhere else: an owner who has the record's own id is still the owner.
  for (const [key, value] of intent.names) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (text !== subject?.id || !isOwnId(key, subject))
      facts.push(fact(labelOf(key, subject), valued(text), { technical: true }));
  }
  const environment = input.target?.environment;
  if (environment !== undefined) facts.push(fact("face.environment", valued(environment)));
  return facts;
}

/** `id`, and `reservation_id` of a reservation. */
function isOwnId(key: string, { table }: Subject): boolean {
  return key === "id" || (table !== null && snakeKey(key) === `${snakeKey(table)}_id`);
}

function labelOf(key: string, subject: Subject | null): FaceKey | SaidPart {
  if (key !== "id") return asIs(humanField(key));
  return subject === null ? "face.record" : "record.recordNamed";
}

function subjectLine(subject: Subject | null, name: string | null): Saying {
  const [table, id] = [subject?.table ?? null, subject?.id ?? name];
  return together(" ", [table === null ? "record.record" : asIs(table), id === null ? null : asIs(id)]) ?? "record.record";
}

/** Free wording is right or wrong only in somebody's judgement. */
function changesWording(rows: readonly FieldChange[]): boolean {
  return rows.some((row) => {
    const text = spansText(row.after);
    return text.length > WORDING_LENGTH && text.split(/\s+/u).length > 5;
  });
}
