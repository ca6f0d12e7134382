import type { Translation } from "../area";
import { treatments } from "./treatments";

export const terms: Translation<"terms"> = {
  "kind.email": "E-Mail",
  "kind.payment": "Zahlung",
  "kind.sql": "SQL",
  "kind.code": "Code",
  "kind.post": "Beitrag",
  "kind.record": "Datensatz",
  "kind.file": "Datei",
  "kind.command": "Befehl",
  "kind.tool": "Werkzeug",

  "stakes.S0": "unerheblich",
  "stakes.S1": "gering",
  "stakes.S2": "mittel",
  "stakes.S3": "groß",
  "stakes.S4": "schwer",
  "reversibility.R0": "direkt umkehrbar",
  "reversibility.R1": "wiederherstellbar",
  "reversibility.R2": "nur auszugleichen",
  "reversibility.R3": "nicht umkehrbar",
  "way.R0": "direkt umkehrbar",
  "way.R1": "wiederherstellbar",
  "way.R2": "ausgleichbar",
  "way.R3": "unumkehrbar",
  ...treatments,
  "treatment.audited": "läuft, wird nachgeprüft",

  "prices.own":
    "Nach den Preisen der Richtlinie: Eine Stunde Prüfen kostet {hour, number}\u00A0{currency}, ein Fehler je nach Tragweite {harms}\u00A0{currency}.",
  "prices.assumed":
    "Angenommen, da die Richtlinie keine Preise nennt: Eine Stunde Prüfen kostet {hour, number}, ein Fehler je nach Tragweite {harms}.",
};
