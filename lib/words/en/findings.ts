/** What people report of an action that ran, and what was filed. */
export const findings = {
  title: "Findings",
  note: "{count, plural, one {# filed} other {# filed}}",
  by: "{kind}, <who>{by}</who>",
  report: "Report a problem…",
  "report.title": "Report a problem",
  "report.says":
    "It counts as an error of the agent, and of whoever approved it. It cannot be taken back; the ledger says who filed it.",
  "report.kind": "What is known",
  "report.text": "What was wrong",
  "report.text.hint": "For those who read the record later, and for the agent’s owner.",
  "report.submit": "File it",
  "kind.incident": "Harm was done",
  "kind.complaint": "Somebody complained",
  "kind.audit": "A check found it",
  "kind.reversal": "It had to be undone",
  "kind.label": "Known to be wrong",
  "kind.second_look": "Second look",
} as const;
