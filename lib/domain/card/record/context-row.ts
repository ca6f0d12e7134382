import type { Json, JsonObject } from "../../json";
import { remembered } from "../../remembered";
import type { Diff, FieldChange } from "../card";
import { humanValue } from "../human-value";
import { humanField } from "../human-words";
import { snakeKey } from "../snake-key";
import { plain } from "../spans";

const OWNER = /^(?:(?:account_|record_|deal_)?owner(?:_name)?|assignee|assigned_to|account_manager)$/u;
const STAGE = /^(?:(?:deal_|pipeline_|lifecycle_)?stage|status)$/u;
const VALUE = /^(?:value|amount|deal_value|deal_amount|annual_value|revenue|annual_revenue|mrr|arr|contract_value)$/u;
const ASKED = [OWNER, STAGE, VALUE] as const;
const LENGTH_MAX = 60;

/** What the name of a field answers; undefined where nobody asks for it. */
const askedFor = remembered((key) => ASKED.find((called) => called.test(snakeKey(key))));

/**
 * The diff with whose the record is, where it stands and what it is worth, as far as none of that changes: one line beside what does, and
 * not to be read. `stays` where the act says that it does; of what is deleted or closed it is only what was there.
 */
export function withContext(diff: Diff, record: JsonObject, rows: readonly FieldChange[], stays: boolean): Diff {
  if (diff.type !== "fields") return diff;
  const touched = new Set(rows.map(({ path }) => path.split("/")[1]));
  const fields = Object.entries(record);
  const found = ASKED.flatMap((asked) => {
    const field = fields.find(([key, value]) => askedFor(key) === asked && !touched.has(key) && isPlain(value));
    return field === undefined ? [] : [field];
  });
  if (found.length === 0) return diff;
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
