/** What the screen is narrowed to, as the address spells it; the empty text is "any". */
export interface InsightsFields {
  readonly days: string;
  readonly kind: string;
  readonly agent: string;
  readonly person: string;
}

export const WINDOWS = [7, 30, 90, 366] as const;
const DAYS = "30";
export const NO_FIELDS: InsightsFields = { days: DAYS, kind: "", agent: "", person: "" };

/** The query of a view: only what differs from the plain screen is spelled. */
export function insightsQuery(fields: InsightsFields): string {
  const spelled = Object.entries(fields).filter(([name, value]) => value !== "" && !(name === "days" && value === DAYS));
  return new URLSearchParams(spelled).toString();
}

/** The address of a view. */
export function insightsAddress(fields: InsightsFields): string {
  const query = insightsQuery(fields);
  return query === "" ? "/insights" : `/insights?${query}`;
}
