import { isJsonObject, type Json, type JsonObject } from "../json";
import { pointerPart } from "../json-pointer";

/** One field that a reviewer changed. */
export interface EditedField {
  /** JSON pointer into the arguments: `/to`, `/items/0/amount`. */
  readonly path: string;
  /** The same value, written differently. */
  readonly formattingOnly: boolean;
  /** How far the two lie apart: 0 the same, 1 nothing in common, added or taken away. */
  readonly distance: number;
}

/** An edit as a graded miss (design: policy §3): which fields, and how far. */
export interface EditGrade {
  readonly fields: readonly EditedField[];
  /** Fields that changed beyond those listed. */
  readonly more: number;
  /** True when no field changed its meaning: the agent was right. */
  readonly formattingOnly: boolean;
  /** The largest distance of any field. */
  readonly distance: number;
}

/** Fields listed one by one; the rest is counted. */
const FIELDS_MAX = 40;
const DEPTH_MAX = 40;
const NUMBER = /^[+-]?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^[+-]?\d+(?:\.\d+)?$/;

/** Grades what a person made of an agent's arguments, field by field. */
export function gradeEdit(before: JsonObject, after: JsonObject): EditGrade {
  const found: EditedField[] = [];
  compare(before, after, "", found, 0);
  return {
    fields: found.slice(0, FIELDS_MAX),
    more: Math.max(0, found.length - FIELDS_MAX),
    formattingOnly: found.every((field) => field.formattingOnly),
    distance: found.reduce((largest, { distance }) => Math.max(largest, distance), 0),
  };
}

function compare(before: Json | undefined, after: Json | undefined, path: string, found: EditedField[], depth: number): void {
  const inside = depth < DEPTH_MAX ? (pair(before, after, isJsonObject) ?? pair(before, after, isList)) : null;
  if (inside !== null) {
    const [left, right] = inside;
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    for (const key of keys) compare(own(left, key), own(right, key), `${path}/${pointerPart(key)}`, found, depth + 1);
    return;
  }
  if (before === after) return;
  const whole = typeof before === "object" || typeof after === "object";
  if (whole && JSON.stringify(before) === JSON.stringify(after)) return;
  const formattingOnly = before !== undefined && after !== undefined && !whole && isSameValue(before, after);
  found.push({ path, formattingOnly, distance: formattingOnly ? 0 : distanceOf(before, after) });
}

type Members = Readonly<Record<string, Json>>;

function pair(
  before: Json | undefined,
  after: Json | undefined,
  is: (value: Json) => boolean,
): readonly [Members, Members] | null {
  if (before === undefined || after === undefined || !is(before) || !is(after)) return null;
  return [Object.fromEntries(Object.entries(before ?? {})), Object.fromEntries(Object.entries(after ?? {}))];
}

function isList(value: Json): boolean {
  return Array.isArray(value);
}

function own(members: Members, key: string): Json | undefined {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}

/** The same number in another spelling, or the same prose with other spaces, quotes or capitals. An address is no prose. */
function isSameValue(before: Json, after: Json): boolean {
  const [left, right] = [numberOf(before), numberOf(after)];
  if (left !== null && right !== null) return left === right;
  if (typeof before !== "string" || typeof after !== "string") return false;
  const [one, other] = [plainText(before), plainText(after)];
  if (one === other) return true;
  return /\p{L}\s+\p{L}/u.test(one) && prose(one) === prose(other);
}

function numberOf(value: Json): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && NUMBER.test(value.trim()) ? Number(value.trim().replaceAll(",", "")) : null;
}

function plainText(text: string): string {
  return text.normalize("NFC").replaceAll(/[“”„]/gu, '"').replaceAll(/[‘’]/gu, "'").replaceAll(/\s+/gu, " ").trim();
}

function prose(text: string): string {
  return text.toLowerCase().replace(/[.!]+$/u, "");
}

function distanceOf(before: Json | undefined, after: Json | undefined): number {
  if (before === undefined || after === undefined) return 1;
  const [left, right] = [numberOf(before), numberOf(after)];
  if (left !== null && right !== null) return Math.min(1, Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right)));
  if (typeof before !== "string" || typeof after !== "string") return 1;
  return wordDistance(before, after);
}

/** The share of words that the two texts do not have in common (Dice's coefficient, turned around). */
function wordDistance(before: string, after: string): number {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const rest = counts.get(word) ?? 0;
    if (rest === 0) continue;
    counts.set(word, rest - 1);
    common += 1;
  }
  return 1 - (2 * common) / (left.length + right.length);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
