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
const LANGUAGE_KEY = /(?:^|_)(?:lang(?:uage)?|locale)(?:_|$)/u;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/iu;
const LANGUAGE_NAME =
  /^(?:english|german|deutsch|french|spanish|italian|dutch|portuguese|polish|russian|ukrainian|chinese|japanese|korean|arabic|hebrew|turkish|swedish|danish|norwegian|finnish|czech|greek|hindi|auto)$/iu;
const NAME_LENGTH_MAX = 120;
const NAME_WORDS_MAX = 6;

type Pair = readonly [one: string, other: string];

/** Two texts that change places between `before` and `now`, by the names of their fields; null where none do. */
export function swappedFields(before: JsonObject, now: JsonObject): Pair | null {
  return firstSwapped(before, now, () => true);
}

/** The same for the two ends of a call: `from` and `to`. Between two calls words and languages may well change places, and mean it. */
export function swappedEnds(before: JsonObject, now: JsonObject): Pair | null {
  return firstSwapped(before, now, (one, other) => {
    const values = [now[one], now[other]].filter((value) => typeof value === "string");
    return areEnds(snakeKey(one), snakeKey(other)) && values.every(isName) && !isOfLanguages([one, other], values);
  });
}

function firstSwapped(before: JsonObject, now: JsonObject, counts: (one: string, other: string) => boolean): Pair | null {
  const changed = Object.entries(now).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && entry[1].trim() !== "" && Object.hasOwn(before, entry[0]) && before[entry[0]] !== entry[1],
  );
  // By what stood there: a pair is found in one look for each field, however many there are.
  const byOld = new Map(changed.map(([key]) => [before[key], key]));
  for (const [key, value] of changed) {
    const other = byOld.get(value);
    if (other !== undefined && other !== key && now[other] === before[key] && counts(key, other))
      return [humanField(key), humanField(other)];
  }
  return null;
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

function isOfLanguages(keys: Pair, values: readonly string[]): boolean {
  if (keys.some((key) => LANGUAGE_KEY.test(snakeKey(key)))) return true;
  return values.every((value) => LANGUAGE_NAME.test(value)) || values.every((value) => isTag(value));
}

/** Of small letters at least where it starts: `de`, `pt-BR`; `FRA` is an airport. */
function isTag(value: string): boolean {
  return LANGUAGE_TAG.test(value) && /^[a-z]{2,3}/u.test(value);
}
