import type { HistoryFields } from "../../../components/history/history-fields";
import { NO_FIELDS } from "../../../components/history/history-fields";
import { historyFilter } from "../../../lib/api/routes/people-queue";
import { HistoryFilterQuery } from "../../../lib/contract/listing";
import { nextDay, startOfDay } from "../../../lib/domain/calendar-day";
import type { SearchParameters } from "../read-desk";

/** The filters as the API has them. */
type Query = ReturnType<typeof HistoryFilterQuery.parse>;

/**
 * What the address asks for, as its fields and as the API's query. A field that does not fit is dropped from both, so that the page shows what
 * it filters by. Days begin at midnight in `zone`.
 */
export function historyQuery(search: SearchParameters, zone: string): { readonly fields: HistoryFields; readonly query: Query } {
  let fields = NO_FIELDS;
  let query: Query = {};
  for (const name of ["text", "status", "agent", "tier", "kind", "by", "from", "until"] as const) {
    const asked = search[name];
    const value = typeof asked === "string" ? asked.trim() : "";
    const part = HistoryFilterQuery.safeParse({ [name]: queried(name, value, zone) });
    if (value === "" || !part.success || !fits(part.data)) continue;
    fields = { ...fields, [name]: value };
    query = { ...query, ...part.data };
  }
  return { fields, query };
}

/** The value as the API spells it: days become instants, the last day is included whole. */
function queried(name: keyof HistoryFields, value: string, zone: string): string {
  if (name !== "from" && name !== "until") return value;
  const day = name === "from" ? value : nextDay(value);
  return String((day === null ? null : startOfDay(day, zone)) ?? "no day");
}

function fits(query: Query): boolean {
  try {
    historyFilter(query);
    return true;
  } catch {
    // An id of nobody: the rest of the address still holds.
    return false;
  }
}

/** The same filters for the export's address, without a question mark. */
export function exportQuery(query: Query): string {
  const { status, ...rest } = query;
  const entries = Object.entries(rest).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams([...entries, ...(status === undefined ? [] : [["status", status.join(",")]])]).toString();
}
