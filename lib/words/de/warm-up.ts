import type { Translation } from "../area";

export const warmUp: Translation<"warmUp"> = {
  title: "Aufwärmen",
  before: "Zehn zum Aufwärmen",
  "before.says":
    "In der Hälfte steckt absichtlich ein Fehler. Nach jeder Karte erfahren Sie sofort, wie es war. Nichts hiervon läuft, nichts zählt für einen Agenten, und nur Sie sehen das Ergebnis. Es dauert etwa 90 Sekunden.",
  skip: "Überspringen, heute schon gemacht",
  begin: "Beginnen",
  after: "{caught, number} von {bad, number} erkannt",
  "after.says":
    "Von {good, number} ohne Fehler wurden {approved, number} genehmigt. Das steht in Ihrem Konto, wo nur Sie es sehen.",
  asks: "Beim Aufwärmen gibt es nur zwei Antworten: genehmigen oder ablehnen.",
  noEvidence: "Beim Aufwärmen werden die Nachweise nicht gezeigt.",
  refused: "Nicht gezählt: <why>{says}</why>",
  unreached: "Nicht gezählt: Der Server ist nicht erreichbar",
  next: "Weiter",
  "told.caught": "Erkannt: {wrong}.",
  "told.missed": "Übersehen: {wrong}.",
  "told.right": "Richtig: Daran war nichts falsch.",
  "told.fine": "Daran war nichts falsch: Jemand hat genau dies genehmigt.",
  tooLittle: "Zum Aufwärmen gibt es noch zu wenig",
  "tooLittle.says": "Die Karten entstehen aus dem, was in den letzten 30 Tagen genehmigt wurde: Mindestens zehn sind nötig.",
  toQueue: "Zurück zur Warteschlange",
};
