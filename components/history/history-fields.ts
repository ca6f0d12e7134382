/** What the history is narrowed to, as the address spells it; the empty text is "any". Days are days of the reader's zone. */
export interface HistoryFields {
  readonly text: string;
  readonly status: string;
  readonly agent: string;
  readonly tier: string;
  readonly kind: string;
  readonly by: string;
  /** `2026-11-22`. */
  readonly from: string;
  /** The last day that is included. */
  readonly until: string;
}

export const NO_FIELDS: HistoryFields = { text: "", status: "", agent: "", tier: "", kind: "", by: "", from: "", until: "" };

/** The address of a page of the history: only what narrows it is spelled. */
export function historyAddress(fields: HistoryFields, cursor: string | null = null): string {
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ""));
  if (cursor !== null) query.set("cursor", cursor);
  return query.size === 0 ? "/history" : `/history?${query.toString()}`;
}

/** True when anything narrows the list. */
export function isNarrowed(fields: HistoryFields): boolean {
  return Object.values(fields).some((value) => value !== "");
}
