import { isJsonObject, type Json, type JsonObject } from "../../json";
import { canonicalKey, sameJson } from "../same-json";

/** How two lists differ: entries matched by an id where they have one, else by being equal. */
export interface ListDiff {
  readonly added: readonly Json[];
  readonly removed: readonly Json[];
  /** Entries with the same id on both sides that differ, with that id. */
  readonly changed: readonly { readonly id: string; readonly before: JsonObject; readonly after: JsonObject }[];
  /** Same entries, another order. */
  readonly reordered: boolean;
}

const ID_KEYS = ["id", "key", "uuid", "code", "sku", "slug", "email", "name"] as const;

/** What was added to, removed from and changed in a list. */
export function diffLists(before: readonly Json[], after: readonly Json[]): ListDiff {
  const key = idKey(before, after);
  if (key !== null) return diffById(before, after, key);
  const added = without(after, before);
  const removed = without(before, after);
  return { added, removed, changed: [], reordered: added.length + removed.length === 0 && !sameJson(before, after) };
}

/** The entries of `items` that `others` do not have as often. */
function without(items: readonly Json[], others: readonly Json[]): readonly Json[] {
  const counts = new Map<string, number>();
  for (const item of others) counts.set(canonicalKey(item), (counts.get(canonicalKey(item)) ?? 0) + 1);
  return items.filter((item) => {
    const left = counts.get(canonicalKey(item)) ?? 0;
    counts.set(canonicalKey(item), left - 1);
    return left <= 0;
  });
}

function diffById(before: readonly Json[], after: readonly Json[], key: string): ListDiff {
  const byId = (items: readonly Json[]): ReadonlyMap<string, JsonObject> =>
    new Map(items.filter(isJsonObject).map((item) => [idOf(item, key) ?? "", item]));
  const [old, now] = [byId(before), byId(after)];
  const changed = [...now].flatMap(([id, item]) => {
    const was = old.get(id);
    return was === undefined || sameJson(was, item) ? [] : [{ id, before: was, after: item }];
  });
  const kept = [...old.keys()].filter((id) => now.has(id));
  return {
    added: [...now].filter(([id]) => !old.has(id)).map(([, item]) => item),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, item]) => item),
    changed,
    reordered: !sameJson(
      kept,
      [...now.keys()].filter((id) => old.has(id)),
    ),
  };
}

/** The key that names every entry on both sides, once each; null when there is none. */
function idKey(before: readonly Json[], after: readonly Json[]): string | null {
  const [first] = [...before, ...after];
  if (!isJsonObject(first)) return null;
  const candidates = [...ID_KEYS, ...Object.keys(first).filter((key) => /(?:_id|Id|_number|Number)$/u.test(key))];
  return candidates.find((key) => names(key, before) && names(key, after)) ?? null;
}

function names(key: string, items: readonly Json[]): boolean {
  const seen = new Set<string>();
  return items.every((item) => {
    const id = isJsonObject(item) ? idOf(item, key) : null;
    if (id === null || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function idOf(item: JsonObject, key: string): string | null {
  const id = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
