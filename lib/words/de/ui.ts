import type { Translation } from "../area";

export const ui: Translation<"ui"> = {
  cancel: "Abbrechen",
  close: "Schließen",
  "copy.copied": "Kopiert",
  "copy.copy": "Kopieren",
  "copy.failed": "Kopieren nicht möglich: Markieren Sie den Text stattdessen",
  "copy.select": "Markieren und kopieren",
  "density.comfortable": "Weit",
  "density.compact": "Eng",
  density: "Zeilenabstand",
  oneMoment: "Einen Moment …",
  "password.hide": "Passwort verbergen",
  "password.show": "Passwort anzeigen",
  "theme.dark": "Dunkel",
  "theme.light": "Hell",
  "theme.system": "System",
  theme: "Farbschema",
  unreached: "Der Server hat nicht geantwortet. Sehen Sie nach, ob es geschehen ist, bevor Sie es erneut versuchen.",
};
