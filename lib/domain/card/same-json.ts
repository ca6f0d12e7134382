import type { Json } from "../json";

const DEPTH_MAX = 64;

/** True when `a` and `b` are the same JSON value, whatever the order of keys; false past 64 levels, which no reader could compare. */
export function sameJson(a: Json | undefined, b: Json | undefined, depth = 0): boolean {
  if (a === b) return true;
  if (depth > DEPTH_MAX || typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    mine.size === theirs.size && [...mine].every(([key, value]) => theirs.has(key) && sameJson(value, theirs.get(key), depth + 1))
  );
}

/** A text that is equal for two values exactly when {@link sameJson} holds for them. */
export function canonicalKey(value: Json, depth = 0): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (depth > DEPTH_MAX) return "…";
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalKey(item, depth + 1)).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalKey(child, depth + 1)}`).join()}}`;
}
