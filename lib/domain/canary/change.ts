import type { Json, JsonObject } from "../json";
import { recordIn, withRecord } from "../card/record/wrapped-record";
import { plainKey } from "../policy/derived-amount";
import type { CanarySource, Mutated } from "./canary";

/** One argument: its key as the agent spelled it, and its value. */
export interface Found<Value extends Json> {
  readonly key: string;
  readonly value: Value;
}

/** The arguments that hold a text, under one of `names` (without case and separators, best first) or any when left out. */
export function texts({ action }: CanarySource, names?: readonly string[]): readonly Found<string>[] {
  const all = Object.entries(action.arguments).flatMap(([key, value]) =>
    typeof value === "string" && value.trim() !== "" ? [{ key, value }] : [],
  );
  return names === undefined ? all : names.flatMap((name) => all.filter(({ key }) => plainKey(key) === name));
}

/** The arguments that hold a number other than 0. */
export function numbers({ action }: CanarySource): readonly Found<number>[] {
  return Object.entries(action.arguments).flatMap(([key, value]) =>
    typeof value === "number" && value !== 0 ? [{ key, value }] : [],
  );
}

/** One of several, by the seed; null of none. */
export function pick<Value>(values: readonly Value[], seed: number): Value | null {
  return values.length === 0 ? null : (values[Math.abs(Math.trunc(seed)) % values.length] ?? null);
}

/**
 * The source with arguments replaced; the record after it follows where it repeats them: under the same key, and under any key that the action
 * changes (`amount` 48.00, and `refunded` 48.00 afterwards); what the arguments did not hold yet is in it, too. Null when nothing changed: a
 * canary that is not wrong would teach people the opposite.
 */
export function changed(source: CanarySource, fields: JsonObject, wrong: string): Mutated | null {
  const old = source.action.arguments;
  const moved = Object.keys(fields).filter((key) => !isSame(fields[key], old[key]));
  if (moved.length === 0) return null;
  const { after } = source;
  const before = source.before === null ? null : recordIn(source.before);
  const action = { ...source.action, arguments: { ...old, ...fields } };
  const follows = ([key, value]: readonly [string, Json]): readonly [string, Json] => {
    if (moved.includes(key) && isSame(value, old[key])) return [key, fields[key] ?? null];
    const from = telling(value) && !isSame(before?.[key], value) ? moved.find((one) => isSame(value, old[one])) : undefined;
    return [key, from === undefined ? value : (fields[from] ?? null)];
  };
  const added = Object.fromEntries(moved.flatMap((key) => (old[key] === undefined ? [[key, fields[key] ?? null]] : [])));
  const then = (record: JsonObject): JsonObject => ({ ...Object.fromEntries(Object.entries(record).map(follows)), ...added });
  return { source: { ...source, action, after: after === null ? null : withRecord(after, then) }, wrong };
}

/**
 * The same where the arguments name another thing than was meant: the records are that thing's, so that under this key they name it too, before and
 * after, and so does what wraps them. A record whose own number changes is none that an agent meets.
 */
export function anotherOne(source: CanarySource, fields: JsonObject, wrong: string): Mutated | null {
  const made = changed(source, fields, wrong);
  if (made === null) return made;
  const old = source.action.arguments;
  const named = (record: JsonObject): JsonObject => {
    const same = Object.keys(fields).filter((key) => isSame(record[key], old[key]));
    return { ...record, ...Object.fromEntries(same.map((key) => [key, fields[key] ?? null])) };
  };
  const wrapped = (value: JsonObject | null): JsonObject | null => {
    if (value === null) return null;
    const inner = withRecord(value, named);
    const from = Object.keys(fields).find((key) => isSame(inner["id"], old[key]));
    return from === undefined ? inner : { ...inner, id: fields[from] ?? null };
  };
  return { ...made, source: { ...made.source, before: wrapped(source.before), after: wrapped(made.source.after) } };
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A value that stands twice because one of them was taken from the other: `true`, `3` and “no” stand twice by chance. */
function telling(value: Json): boolean {
  return (typeof value === "string" || typeof value === "number") && String(value).length >= 4;
}

/** The text with one of its digits another, two neighbours changed over where they differ: the slip that is hardest to see. Null without a digit. */
export function misread(text: string, seed: number): string | null {
  const places = [...text.matchAll(/\d/gu)].map(({ index }) => index);
  const pairs = places.filter((at) => /\d/u.test(text[at + 1] ?? "") && text[at] !== text[at + 1]);
  const pair = pick(pairs.slice(-3), seed);
  if (pair !== null) return `${text.slice(0, pair)}${text[pair + 1] ?? ""}${text[pair] ?? ""}${text.slice(pair + 2)}`;
  const last = places.at(-1);
  if (last === undefined) return null;
  const digit = (Number(text[last]) + 1 + (Math.abs(Math.trunc(seed)) % 8)) % 10;
  return `${text.slice(0, last)}${String(digit)}${text.slice(last + 1)}`;
}

/** A decimal number times ten, spelled with as many decimals as before: `48.00` → `480.00`. Null for anything else, and for zero. */
export function tenTimes(text: string): string | null {
  const match = /^(\d{1,15})(?:\.(\d{1,6}))?$/u.exec(text);
  if (match === null) return null;
  const [, whole = "", decimals = ""] = match;
  const value = BigInt(whole + decimals) * 10n;
  if (value === 0n) return null;
  const digits = value.toString().padStart(decimals.length + 1, "0");
  return decimals === "" ? digits : `${digits.slice(0, -decimals.length)}.${digits.slice(-decimals.length)}`;
}

/** The same for a number, within what a number says exactly. */
export function tenTimesNumber(value: number): number | null {
  const more = Number((value * 10).toPrecision(15));
  return Number.isSafeInteger(Math.trunc(more)) && more !== value ? more : null;
}

/** Another name for a host: one letter that looks like two, or a word more. */
export function lookAlike(host: string): string {
  const swaps = [
    ["m", "rn"],
    ["w", "vv"],
    ["l", "1"],
    ["o", "0"],
    ["i", "l"],
  ] as const;
  const end = host.lastIndexOf(".");
  const [name, rest] = end === -1 ? [host, ""] : [host.slice(0, end), host.slice(end)];
  const swap = swaps.find(([letter]) => name.includes(letter));
  if (swap === undefined) return `${name}-mail${rest}`;
  const at = name.lastIndexOf(swap[0]);
  return `${name.slice(0, at)}${swap[1]}${name.slice(at + swap[0].length)}${rest}`;
}

const PRODUCTION = /\b(?:staging|stage|test|dev|development|sandbox|qa)\b/iu;

/** Production where something else was meant: in the target and wherever an argument names it. */
export function inProduction(source: CanarySource): Mutated | null {
  const environment = source.target?.environment;
  const named = environment !== undefined && PRODUCTION.test(environment);
  const fields = Object.fromEntries(
    Object.entries(source.action.arguments).flatMap(([key, value]) => {
      if (typeof value === "string" && PRODUCTION.test(value)) return [[key, value.replace(PRODUCTION, "production")]];
      return [];
    }),
  );
  const says = "it would have run in production in place of a test environment";
  const moved = changed(source, fields, says);
  if (!named) return moved;
  return { source: { ...(moved?.source ?? source), target: { ...source.target, environment: "production" } }, wrong: says };
}
