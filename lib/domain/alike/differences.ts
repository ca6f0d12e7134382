import { editFields } from "../card/edit-form";
import { humanValue } from "../card/human-value";
import { sameJson } from "../card/same-json";
import type { Span } from "../card/card";
import { valued } from "../card/spans";
import type { Json, JsonObject } from "../json";
import type { Payload } from "../proposal";

/** More columns than this are no small table: such items are decided one by one. */
export const DIFFERENCES_MAX = 6;

/** What differs between items that are alike: one column a field, one row an item, in their order. */
export interface Differences {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (readonly Span[])[])[];
}

type Compared = Pick<Payload, "action" | "target" | "before" | "after">;

/**
 * Every field in which the payloads are not all the same, whole: arguments first, then the target, then what changes in the record. Of the record
 * after the change only what no argument says already. Nothing is cut.
 */
export function differencesOf(payloads: readonly Compared[]): Differences {
  const fields = payloads.map(fieldsOf);
  const paths = new Map<string, string>();
  for (const map of fields) for (const [path, { label }] of map) if (!paths.has(path)) paths.set(path, label);
  const differing = [...paths].filter(([path]) => {
    const first = fields[0]?.get(path)?.value;
    return fields.some((map) => !sameJson(map.get(path)?.value, first));
  });
  return {
    columns: differing.map(([, label]) => label),
    rows: fields.map((map) => differing.map(([path, label]) => valued(humanValue(map.get(path)?.value, label)))),
  };
}

interface Field {
  readonly label: string;
  readonly value: Json;
}

function fieldsOf({ action, target, before, after }: Compared): ReadonlyMap<string, Field> {
  const called = flat("arguments", "", action.arguments);
  const now = new Map(flat("record", "", before ?? {}));
  const then = new Map(flat("record", "", after ?? {}));
  const stays = (path: string): boolean => after !== null && sameJson(now.get(path)?.value, then.get(path)?.value);
  const said = (value: Json): boolean => called.some(([, field]) => sameJson(field.value, value));
  const changes = [...now].filter(([path]) => !stays(path));
  const results = [...then].filter(([path, field]) => !stays(path) && !said(field.value));
  return new Map([
    ...called,
    ...flat("target", "target ", { ...(target ?? {}) }),
    ...changes.map(([path, field]) => [`${path} now`, { ...field, label: `${field.label} now` }] as const),
    ...results.map(([path, field]) => [`${path} then`, { ...field, label: `${field.label} then` }] as const),
  ]);
}

function flat(root: string, says: string, value: JsonObject): readonly (readonly [string, Field])[] {
  return editFields(value).map((field) => [`${root}${field.path}`, { label: `${says}${field.label}`, value: field.value }]);
}
