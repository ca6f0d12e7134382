import { isJsonObject, type Json, type JsonObject } from "../../json";
import { listed, textAt } from "../argument-taker";
import { humanValue } from "../human-value";
import { sameJson } from "../same-json";
import { dateOf } from "../sent-value";
import type { FileVerb } from "./file-verb";

/** One file of the list. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number | null;
  /** True where the entry says that it is a link to elsewhere. */
  readonly link: boolean;
  /** Where the link leads, as the entry says it. */
  readonly leadsTo: string | null;
  /** True where the entry says that something is there already. */
  readonly exists: boolean;
  /** True where the entry says that somebody has it open. */
  readonly busy: boolean;
  /** Whether it must be kept; null where the entry does not say. */
  readonly held: boolean | null;
  /** When it last changed, in milliseconds; null where the entry does not say. */
  readonly changedAt: number | null;
  /** What the entry says in a form that none of the above is: shown beside its path. */
  readonly besides: string | null;
}

export const FILES_MAX = 5_000;

const PATH_KEYS: readonly string[] = ["path", "name", "key", "file", "filename"];
const SIZE = ["bytes", "size"] as const;
const CHANGED = ["modified", "modified_at", "mtime", "last_modified"] as const;
const HOLD = ["legal_hold", "hold"] as const;
const OPEN = ["open", "in_use", "locked"] as const;
const THERE = ["exists", "overwrites"] as const;
const LINK = ["symlink", "link"] as const;
/** A directory is not among them: what is done to it is done to all that it holds. */
const TYPES: readonly Json[] = ["file", "symlink"];

/** What else an entry may say, and in which form it is told: by a sum, the newest of all, a check or a mark on its line. */
const TOLD: ReadonlyMap<string, (value: Json) => boolean> = new Map<string, (value: Json) => boolean>([
  ...SIZE.map((key) => [key, isSize] as const),
  ...CHANGED.map((key) => [key, isTime] as const),
  ...[...HOLD, ...OPEN, ...THERE].map((key) => [key, isFlag] as const),
  ...LINK.map((key) => [key, (value: Json) => isFlag(value) || typeof value === "string"] as const),
  ["type", (value) => TYPES.includes(value)],
]);

/** Verbs whose checks look at a hold and a lock, and at what is there already; of any other only the entry's line can tell it. */
const HELD_BACK: readonly FileVerb[] = ["Delete", "Move", "Write"];
export const OVERWRITING: readonly FileVerb[] = ["Move", "Copy", "Write"];

/** The list where every entry names a file; anything else stays among the others, where it is shown. */
export function filesOf(value: Json, verb: FileVerb): readonly ListedFile[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > FILES_MAX) return null;
  const entries = listed(value);
  const untold = new Set<string>([
    ...(HELD_BACK.includes(verb) ? [] : [...HOLD, ...OPEN]),
    ...(OVERWRITING.includes(verb) ? [] : THERE),
    // Without a sum a size stands on its own line, and without a newest of all a time.
    ...(entries.every((entry) => isJsonObject(entry) && bytesIn(entry) !== null) ? [] : SIZE),
    ...(entries.every((entry) => isJsonObject(entry) && changedIn(entry) !== null) ? [] : CHANGED),
  ]);
  const files = entries.map((entry) => fileOf(entry, untold));
  const found = files.filter((file) => file !== null);
  return found.length === files.length ? found : null;
}

/** Only where every file says its size: a sum of some would be a wrong figure. */
export function sizeOf(list: readonly ListedFile[]): number | null {
  const sizes = list.map(({ bytes }) => bytes).filter((bytes) => bytes !== null);
  return list.length > 0 && sizes.length === list.length ? sizes.reduce((sum, bytes) => sum + bytes, 0) : null;
}

const UNTOLD = {
  ...{ bytes: null, link: false, leadsTo: null, exists: false },
  ...{ busy: false, held: null, changedAt: null, besides: null },
} as const;

function bytesIn(entry: JsonObject): number | null {
  return said(entry, SIZE).find((size): size is number => typeof size === "number" && size >= 0) ?? null;
}

function changedIn(entry: JsonObject): number | null {
  return said(entry, CHANGED).map(timeOf)[0] ?? null;
}

/** Where a link leads: the first text under either name. */
function leadsToIn(entry: JsonObject): string | null {
  return said(entry, LINK).find((target): target is string => typeof target === "string" && target !== "") ?? null;
}

/** What is under one of the `untold` names and says more than no is shown beside the path. */
function fileOf(entry: Json, untold: ReadonlySet<string>): ListedFile | null {
  if (typeof entry === "string") return entry.trim() === "" ? null : { path: entry, ...UNTOLD };
  const path = textAt(entry, PATH_KEYS);
  if (path === null || !isJsonObject(entry)) return null;
  const more = Object.entries(entry).filter(([key]) => !PATH_KEYS.includes(key));
  if (more.length !== Object.keys(entry).length - 1 || more.some(([key]) => !TOLD.has(key))) return null;
  const holds = said(entry, HOLD);
  return {
    path,
    bytes: bytesIn(entry),
    // Whatever is not a plain no is a link: a text says where it leads.
    link: said(entry, LINK).some((link) => link !== false) || entry["type"] === "symlink",
    leadsTo: leadsToIn(entry),
    exists: said(entry, THERE).includes(true),
    busy: said(entry, OPEN).includes(true),
    // Whatever is not a plain no is a hold: a text names it.
    held: holds.length === 0 ? null : holds.some((hold) => hold !== false),
    changedAt: changedIn(entry),
    besides: besides(entry, more, untold),
  };
}

/** What an entry says under some of `keys`. */
function said(entry: JsonObject, keys: readonly string[]): readonly Json[] {
  return keys.map((key) => entry[key] ?? null).filter((value) => value !== null);
}

/** What is in no form or place that the card tells, or says something else than its other name does. */
function besides(entry: JsonObject, more: readonly (readonly [string, Json])[], untold: ReadonlySet<string>): string | null {
  const isTold = (key: string, value: Json): boolean =>
    TOLD.get(key)?.(value) === true && (value === false || !untold.has(key)) && !isSecond(entry, key, value);
  const others = more.filter(([key, value]) => value !== null && !isTold(key, value));
  return others.length === 0 ? null : humanValue(Object.fromEntries(others), "");
}

/** True of a size, a time or the target of a link beside another: only the first is told. */
function isSecond(entry: JsonObject, key: string, value: Json): boolean {
  if (LINK.some((name) => name === key)) return typeof value === "string" && value !== "" && value !== leadsToIn(entry);
  const names = [SIZE, CHANGED].find((keys) => keys.some((name) => name === key));
  return names !== undefined && !sameJson(said(entry, names)[0], value);
}

function isFlag(value: Json): boolean {
  return typeof value === "boolean";
}

function isSize(value: Json): boolean {
  return typeof value === "number" && value >= 0;
}

function isTime(value: Json): boolean {
  return timeOf(value) !== null;
}

/** From about 2001 to 5138, in seconds or in milliseconds since 1970: what file systems say. */
const SECONDS = { from: 1e9, to: 1e11 } as const;

function timeOf(value: Json): number | null {
  if (typeof value !== "number") return dateOf(value);
  if (value >= SECONDS.from && value < SECONDS.to) return value * 1_000;
  return value >= SECONDS.from * 1_000 && value < SECONDS.to * 1_000 ? value : null;
}
