import type { Translation } from "../area";

export const ledger: Translation<"ledger"> = {
  page: "Journal",
  "page.says":
    "Jedes Ereignis der Reihe nach. Jeder Eintrag ist mit dem vor ihm durch einen Hash verkettet: Keiner kann unbemerkt geändert oder entfernt werden.",
  export: "Exportieren",
  loading: "Journal wird geladen",
  type: "Art des Ereignisses",
  "type.any": "Jedes Ereignis",
  show: "Zeigen",
  none: "Kein solches Ereignis",
  "none.says": "Nichts dieser Art ist geschehen, oder diese Seite liegt vor dem ersten Eintrag.",
  "none.act": "Alle Ereignisse zeigen",
  list: "Einträge, der neueste zuerst",
  exact: "{hash}<hidden>, genauer Text und Hash</hidden>",
  withheld:
    "Zurückgehalten, bis Sie entschieden haben: Es würde verraten, wie jemand anderes entschieden hat oder was daraus wurde",
  seq: "<hidden>Eintrag </hidden>{seq}",
  "subject.policy": "Richtlinie",
  "subject.all": "Alles",
  "subject.email": "Alle E-Mails",
  "subject.payment": "Alle Zahlungen",
  "subject.sql": "Alle SQL-Anweisungen",
  "subject.code": "Alle Code-Änderungen",
  "subject.post": "Alle Beiträge",
  "subject.record": "Alle Datensätze",
  "subject.file": "Alle Dateien",
  "subject.command": "Alle Befehle",
  "subject.tool": "Alle Werkzeugaufrufe",
  entry: "Eintrag",
  "entry.copy": "Text von Eintrag {seq} kopieren",
  hash: "SHA-256 aus dem Hash davor, einem Zeilenvorschub und diesem Text",
  "hash.copy": "Hash von Eintrag {seq} kopieren",

  verifying: "Jeder Eintrag wird geprüft",
  entries: "Einträge",
  last: "Hash des letzten",
  "last.copy": "Hash des letzten Eintrags kopieren",
  verify: "Prüfen",
  "verify.pending": "Wird geprüft …",
  broken: "Die Kette reißt bei Eintrag {seq, number}",
  "broken.says":
    "<reason>{why}.</reason> Jeder Eintrag davor hält. Lassen Sie die Datenbankdatei, wie sie ist, und vergleichen Sie sie mit einer Sicherung.",
  whole: "Vollständig: {count, number} Einträge, neu berechnet in {seconds}\u00A0s",
  "whole.says":
    "Bis <code>{hash}</code>. Auch eine am Ende gekürzte Kette sieht vollständig aus: Vergleichen Sie diesen Hash mit einem, den Sie anderswo notiert haben, oder mit einem Export.",
};
