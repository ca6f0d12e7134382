import type { Json, JsonObject } from "../../json";
import type { Diff, FieldChange } from "../card";
import { humanValue } from "../human-value";
import { humanField } from "../human-words";
import { snakeKey } from "../snake-key";
import { plain } from "../spans";

const OWNER = /^(?:(?:account_|record_|deal_)?owner(?:_name)?|assignee|assigned_to|account_manager)$/u;
const STAGE = /^(?:(?:deal_|pipeline_|lifecycle_)?stage|status)$/u;
const VALUE = /^(?:value|amount|deal_value|deal_amount|annual_value|revenue|annual_revenue|mrr|arr|contract_value)$/u;
const LENGTH_MAX = 60;

/**
 * The diff with whose the record is, where it stands and what it is worth, as far as none of that changes: one line beside what does, and
 * not to be read. `stays` where the act says that it does; of what is deleted or closed it is only what was there.
 */
export function withContext(diff: Diff, record: JsonObject, rows: readonly FieldChange[], stays: boolean): Diff {
  const touched = new Set(rows.map(({ path }) => path.split("/")[1]));
  const found = [OWNER, STAGE, VALUE].flatMap((called) => {
    const field = Object.entries(record).find(
      ([key, value]) => called.test(snakeKey(key)) && !touched.has(key) && isPlain(value),
    );
    return field === undefined ? [] : [field];
  });
  if (diff.type !== "fields" || found.length === 0) return diff;
  const values = found.map(([key, value]) => plain(humanValue(value, key)));
  const text = values.flatMap((spans, at) => (at === 0 ? spans : [...plain(" · "), ...spans]));
  const row: FieldChange = {
    field: found.map(([key]) => humanField(key)).join(" · "),
    path: `/${found.map(([key]) => key).join("+")}`,
    change: "context",
    before: text,
    after: stays ? text : [],
  };
  return { ...diff, rows: [...diff.rows, row], unchanged: Math.max(0, diff.unchanged - found.length) };
}

function isPlain(value: Json): boolean {
  if (typeof value === "number") return true;
  return typeof value === "string" && value.trim() !== "" && value.length <= LENGTH_MAX;
}
