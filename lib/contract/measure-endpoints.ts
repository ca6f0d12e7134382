import { endpoint } from "./endpoint";
import { PastColumns, PastLines, PastLinesQuery, RecountInput, WhatIfQuery } from "./what-if";

const PEOPLE = { who: "person", scope: null, area: "People", status: 200 } as const;

export const readWhatIf = endpoint({
  ...PEOPLE,
  id: "readWhatIf",
  method: "GET",
  path: "/people/what-if",
  summary: "Past items as columns, for an admin's browser to replay",
  query: WhatIfQuery,
  reply: PastColumns,
  problems: [],
});
export const recountWhatIf = endpoint({
  ...PEOPLE,
  id: "recountWhatIf",
  method: "POST",
  path: "/people/what-if/recount",
  summary: "Count a draft of the policy over the past",
  description: "Writes nothing. Answers how far it is, line by line, then the figures.",
  body: RecountInput,
  bodyBytes: 4_200_000,
  reply: { mediaType: "application/x-ndjson", description: "A RecountLine a line." },
  problems: ["invalid_policy"],
});
export const readPastLines = endpoint({
  ...PEOPLE,
  id: "readPastLines",
  method: "GET",
  path: "/people/what-if/lines",
  summary: "Lines of past items that a draft would move",
  query: PastLinesQuery,
  reply: PastLines,
  problems: [],
});
