import type { JsonObject } from "../../json";
import type { Card, CardInput, Fact, FieldChange, Span } from "../card";
import { failed, fact, finishCard, passed } from "../finish-card";
import { counted } from "../counted";
import { humanField, humanVerb } from "../human-words";
import { spansText } from "../headline-text";
import { tokens } from "../must-read";
import { sameJson } from "../same-json";
import { asIs, together, type FaceKey, type SaidPart, type Saying } from "../said";
import { plain, valued } from "../spans";
import { rowsOf } from "./field-diff";
import { fieldsDiff } from "./fields-diff";
import { derivedAfter, intentOf, type Intent } from "./intended-record";
import { recordChecks } from "./record-checks";
import { subjectName, subjectOf, type Subject } from "./subject";
import { valueChecks } from "./value-checks";

const HEADLINE_TOKENS_MAX = 10;
const WORDING_LENGTH = 40;
const DELETES = /^(?:delete|remove|destroy|purge|erase|archive)\b/iu;

/** One record update, read once. */
interface Update {
  readonly before: Subject | null;
  readonly stated: Subject | null;
  readonly intent: Intent;
  readonly deletes: boolean;
  readonly rows: readonly FieldChange[];
  readonly name: string | null;
}

/** The card of a record update: the difference is the card. Without `after` it is worked out from the arguments. */
export function readRecord(input: CardInput): Card {
  const update = updateOf(input);
  const { before, stated, intent, rows, name } = update;
  return finishCard(input, {
    headline: headline(input, update),
    facts: facts(input, before ?? stated, intent),
    diff: fieldsDiff(rows, before?.record ?? {}, subjectLine(before ?? stated, name)),
    checks: [
      ...recordChecks(input, before, stated, intent),
      ...valueChecks(input, before, intent),
      rows.length === 0 ? failed("changes", "check.nothingWouldChange") : passed("changes", "record.somethingChanges"),
    ],
    undo: undo(update),
    openQuestions: before === null || changesWording(rows) ? 1 : 0,
    unreadable: [],
    decisive: null,
  });
}

function updateOf(input: CardInput): Update {
  const before = subjectOf(input.before);
  const stated = subjectOf(input.after);
  const intent = intentOf(input.action.arguments, before);
  const deletes = stated === null && before !== null && DELETES.test(humanVerb(input.action.name));
  const name = subjectName(before ?? stated, input);
  const after = stated === null ? derivedAfter(before, intent) : asSet(stated.record, intent.sets);
  return { before, stated, intent, deletes, rows: rowsOf(before?.record ?? {}, deletes ? {} : after), name };
}

function undo({ before, deletes }: Update): FaceKey {
  if (before === null) return "record.undo.byHand";
  return deletes ? "record.undo.createAgain" : "record.undo.setBack";
}

/** Where the stated record leaves out what the arguments set, or says it otherwise, the arguments are shown: they are what runs. */
function asSet(after: JsonObject, sets: JsonObject): JsonObject {
  const otherwise = Object.entries(sets).filter(([key, value]) => !Object.hasOwn(after, key) || !sameJson(after[key], value));
  return { ...after, ...Object.fromEntries(otherwise) };
}

function headline(input: CardInput, { name, rows, deletes }: Update): readonly Span[] {
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

function facts(input: CardInput, subject: Subject | null, intent: Intent): readonly Fact[] {
  const facts: Fact[] = [];
  if (subject?.id !== undefined && subject.id !== null) facts.push(fact("face.record", valued(subject.id), { technical: true }));
  // What else names it decides what is changed, and may stand nowhere else.
  for (const [key, value] of intent.names) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (text !== subject?.id) facts.push(fact(labelOf(key, subject), valued(text), { technical: true }));
  }
  const target = input.target;
  if (target?.environment !== undefined) facts.push(fact("face.environment", valued(target.environment)));
  if (target?.system !== undefined) facts.push(fact("face.system", valued(target.system)));
  return facts;
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
