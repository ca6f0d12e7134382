import type { JsonObject } from "../json";
import { humanField } from "./human-words";
import { snakeKey } from "./snake-key";

/** The two ends of what goes from one to the other. */
const ENDS: readonly (readonly [string, string])[] = [
  ["from", "to"],
  ...["target", "destination", "dest", "dst"].map((end): readonly [string, string] => ["source", end]),
  ["src", "dst"],
  ["src", "dest"],
  ["origin", "destination"],
  ["sender", "recipient"],
  ["sender", "receiver"],
  ["payer", "payee"],
  ["buyer", "seller"],
  ["debit", "credit"],
  ["debtor", "creditor"],
];
const END_WORDS = new Set(ENDS.flat());
/** Of the fields that turn the same two texts round so many are held against one another. */
const ALIKE_MAX = 32;
const LANGUAGE_KEY = /(?:^|_)(?:lang(?:uage)?|locale)(?:_|$)/u;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/iu;
const LANGUAGE_NAME =
  /^(?:english|german|deutsch|french|spanish|italian|dutch|portuguese|polish|russian|ukrainian|chinese|japanese|korean|arabic|hebrew|turkish|swedish|danish|norwegian|finnish|czech|greek|hindi|auto)$/iu;
const NAME_LENGTH_MAX = 120;
const NAME_WORDS_MAX = 6;

type Pair = readonly [one: string, other: string];

/** Two texts that change places between `before` and `now`, by the names of their fields; null where none do. */
export function swappedFields(before: JsonObject, now: JsonObject): Pair | null {
  return firstPair(turnsOf(before, now), () => true);
}

/** The same for the two ends of a call: `from` and `to`. Between two calls words and languages may well change places, and mean it. */
export function swappedEnds(before: JsonObject, now: JsonObject): Pair | null {
  const turns = turnsOf(before, now).filter(({ key, old, value }) => isName(old) && isName(value) && hasEnd(key));
  return firstPair(turns, (one, { key }) => areEnds(snakeKey(one.key), snakeKey(key)) && !isOfLanguages(one, key));
}

/** A field whose text is another now. */
interface Turn {
  readonly key: string;
  readonly old: string;
  readonly value: string;
}

function turnsOf(before: JsonObject, now: JsonObject): readonly Turn[] {
  return Object.entries(now).flatMap(([key, value]): readonly Turn[] => {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    return typeof value === "string" && typeof old === "string" && value.trim() !== "" && old !== value
      ? [{ key, old, value }]
      : [];
  });
}

function firstPair(turns: readonly Turn[], counts: (one: Turn, other: Turn) => boolean): Pair | null {
  // By both texts: a field meets only those that turn the same two round, and several may.
  const byTexts = new Map<string, Turn[]>();
  for (const turn of turns) {
    const texts = bothTexts(turn.old, turn.value);
    const alike = byTexts.get(texts);
    if (alike === undefined) byTexts.set(texts, [turn]);
    else if (alike.length < ALIKE_MAX) alike.push(turn);
  }
  for (const turn of turns) {
    const other = byTexts.get(bothTexts(turn.value, turn.old))?.find((one) => counts(turn, one));
    if (other !== undefined) return [humanField(turn.key), humanField(other.key)];
  }
  return null;
}

/** One text for two: the length says where the first ends. */
function bothTexts(one: string, other: string): string {
  return `${String(one.length)} ${one}${other}`;
}

/** Whether the name holds an end at all. */
function hasEnd(key: string): boolean {
  return snakeKey(key)
    .split("_")
    .some((part) => END_WORDS.has(part));
}

/** Two names that differ in their end alone: `from_account` and `to_account`. */
function areEnds(one: string, other: string): boolean {
  const [left, right] = [one.split("_"), other.split("_")];
  const differing = left.flatMap((part, at) => (part === right[at] ? [] : [[part, right[at] ?? ""] as const]));
  const [pair] = differing;
  if (left.length !== right.length || differing.length !== 1 || pair === undefined) return false;
  return ENDS.some(([from, to]) => (pair[0] === from && pair[1] === to) || (pair[0] === to && pair[1] === from));
}

function isName(value: string): boolean {
  return value.length <= NAME_LENGTH_MAX && value.trim().split(/\s+/u).length <= NAME_WORDS_MAX;
}

function isOfLanguages({ key, old, value }: Turn, other: string): boolean {
  if ([key, other].some((name) => LANGUAGE_KEY.test(snakeKey(name)))) return true;
  return [old, value].every((text) => LANGUAGE_NAME.test(text)) || [old, value].every(isTag);
}

/** Of small letters at least where it starts: `de`, `pt-BR`; `FRA` is an airport. */
function isTag(value: string): boolean {
  return LANGUAGE_TAG.test(value) && /^[a-z]{2,3}/u.test(value);
}
