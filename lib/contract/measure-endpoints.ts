import { endpoint } from "./endpoint";
import { InsightFigures, InsightsExportQuery, InsightsFilterQuery } from "./insights";
import { PastColumns, PastLines, PastLinesQuery, RecountInput, Shadow, ShadowQuery, TryRuleInput, WhatIfQuery } from "./what-if";

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
export const tryPolicyRule = endpoint({
  ...PEOPLE,
  id: "tryPolicyRule",
  method: "POST",
  path: "/people/what-if/rule",
  summary: "Try a rule of the policy on the newest proposals",
  description: "Writes nothing. Answers how far it is, line by line, then what the rule matches.",
  body: TryRuleInput,
  bodyBytes: 4_200_000,
  reply: { mediaType: "application/x-ndjson", description: "A TryRuleLine a line." },
  problems: ["invalid_policy"],
});
export const readPolicyShadow = endpoint({
  ...PEOPLE,
  id: "readPolicyShadow",
  method: "GET",
  path: "/people/what-if/shadow",
  summary: "What a saved draft would have done since it was saved",
  query: ShadowQuery,
  reply: Shadow,
  problems: ["not_found"],
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
export const readInsightFigures = endpoint({
  ...PEOPLE,
  id: "readInsightFigures",
  method: "GET",
  path: "/people/insights",
  summary: "The figures of a window",
  query: InsightsFilterQuery,
  reply: InsightFigures,
  problems: [],
});
export const exportInsights = endpoint({
  ...PEOPLE,
  id: "exportInsights",
  method: "GET",
  path: "/people/insights/export",
  summary: "Figures, or labelled items, as a file",
  description:
    "JSON lines, or CSV whose cells no spreadsheet takes for a formula. Items carry no arguments and are for admins and auditors.",
  query: InsightsExportQuery,
  reply: {
    mediaType: "application/x-ndjson",
    description: "A FigureLine a line, or a LabelledLine for `what=items`; `text/csv` for `format=csv`.",
  },
  problems: [],
});
