import type { Translation } from "../area";

export const findings: Translation<"findings"> = {
  title: "Befunde",
  note: "{count, plural, one {# eingereicht} other {# eingereicht}}",
  by: "{kind}, <who>{by}</who>",
  report: "Problem melden …",
  "report.title": "Problem melden",
  "report.says":
    "Es zählt als Fehler des Agenten und der Person, die es genehmigt hat. Es lässt sich nicht zurücknehmen; im Journal steht, wer es gemeldet hat.",
  "report.kind": "Was bekannt ist",
  "report.text": "Was falsch war",
  "report.text.hint": "Für alle, die das Journal später lesen, und für die Person, der der Agent gehört.",
  "report.submit": "Melden",
  "kind.incident": "Es ist Schaden entstanden",
  "kind.complaint": "Jemand hat sich beschwert",
  "kind.audit": "Bei einer Kontrolle gefunden",
  "kind.reversal": "Es musste rückgängig gemacht werden",
  "kind.label": "Bekanntermaßen falsch",
  "kind.second_look": "Zweitblick",
};
