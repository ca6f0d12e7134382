import type { Translation } from "../area";

export const insights: Translation<"insights"> = {
  filters: "Was gezählt wird",
  "filters.counting": "Es wird gezählt",
  "filters.count": "Zählen",
  "filters.days": "Zeitraum",
  "filters.kind": "Art",
  "filters.agent": "Agent",
  "filters.person": "Wessen Zahlen",

  checkpoints: "Kontrollpunkte",
  "checkpoints.note": "Agent × Aktion × Stufe",
  "checkpoints.empty": "Noch hat niemand etwas geprüft",
  "checkpoints.empty.says":
    "Sobald Personen über Vorschläge entschieden haben, steht hier, was ihre Prüfungen an jedem Kontrollpunkt gefunden haben.",
  "checkpoints.why": "Warum es so bleibt",
  "checkpoints.second": "Eine zweite Person mit Admin-Rolle muss zustimmen: Sie sieht dieselbe Schaltfläche",
  "checkpoints.bad": "{bad, number} von {checked, number} fehlerhaft",
  "checkpoints.badShare": "{share} fehlerhaft",
  "level.blocked": "gesperrt",
  "level.L0": "zwei Personen prüfen",
  "level.L1": "wie die Richtlinie sagt",
  "level.L2": "20\u00A0% vorab geprüft",
  "level.L3": "5\u00A0% nachgeprüft",
  "level.L4": "Mindestmaß an Nachprüfungen",
  "ask.up": "Ändern in: {level}",
  "ask.down": "Wieder prüfen: {level}",
  "ask.go_on": "Wieder zulassen",
};
