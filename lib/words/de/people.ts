import type { Translation } from "../area";

export const people: Translation<"people"> = {
  page: "Personen",
  "page.says": "Wer sich anmelden darf und was die jeweilige Rolle erlaubt.",
  "role.reviewer.says": "entscheidet und darf einen Agenten anhalten",
  "role.admin.says": "entscheidet, bestimmt über Richtlinie, Personen und Schlüssel",
  "role.auditor.says": "liest und exportiert alles, ändert nichts",
  "role.full": "{role}: {says}",
  you: "Sie",
  disabled: "deaktiviert",
  neverSeen: "nie angemeldet",
  seen: "gesehen {when}",

  add: "Person hinzufügen",
  "add.says": "Sie kann sich sofort anmelden. Nichts wird versandt: Übergeben Sie das Passwort selbst.",
  "add.submit": "Hinzufügen",
  name: "Name",
  "name.hint": "Steht neben jeder Entscheidung dieser Person.",
  email: "E-Mail",
  role: "Rolle",
  firstPassword: "Erstes Passwort",
  "firstPassword.hint": "Mindestens 8 Zeichen, besser 15 oder mehr. Die Person kann es ändern.",

  change: "{name} ändern",
  "change.role": "Rolle ändern …",
  "change.password": "Neues Passwort setzen …",
  "change.disable": "Deaktivieren …",
  "change.enable": "Aktivieren …",
  "role.title": "Rolle von {name} ändern",
  "role.title.you": "Ihre eigene Rolle ändern?",
  "role.says": "Die Person wird überall abgemeldet.",
  "role.says.you": "Sie werden abgemeldet und melden sich neu an.",
  "role.submit": "Rolle ändern",
  "password.title": "Ein neues Passwort für {name}",
  "password.says": "Die Person wird überall abgemeldet. Übergeben Sie das Passwort selbst: Nichts wird versandt.",
  "password.says.you": "Sie werden abgemeldet und melden sich neu an. Übergeben Sie das Passwort selbst: Nichts wird versandt.",
  "password.submit": "Passwort setzen",
  password: "Neues Passwort",
  "password.hint": "Mindestens 8 Zeichen, besser 15 oder mehr.",
  "disable.title": "{name} deaktivieren?",
  "disable.title.you": "Sich selbst deaktivieren?",
  "disable.says":
    "Die nächste Anfrage dieser Person wird abgewiesen, und sie wird überall abgemeldet. Was sie entschieden hat, bleibt.",
  "disable.submit": "Deaktivieren",
  "enable.title": "{name} aktivieren?",
  "enable.says": "Die Person kann sich mit ihrem bisherigen Passwort wieder anmelden.",
  "enable.submit": "Aktivieren",

  workspace: "Arbeitsbereich",
  "workspace.name": "Name",
  "workspace.name.hint": "Wer die Admin-Rolle hat, tippt ihn, um eine riskantere Richtlinie zu bestätigen.",
  "workspace.mode": "Wer hier arbeitet",
  "mode.team": "Ein Team",
  "mode.alone": "Eine Person",
  "mode.team.says": "Wo die Richtlinie zwei Unterschriften verlangt, unterschreiben zwei Personen.",
  "mode.alone.says":
    "Wo die Richtlinie zwei Unterschriften verlangt, unterschreibt eine Person nach längerem Hinsehen, und das Journal hält es fest.",
  "mode.team.read": "<name>{workspace}</name>: ein Team.",
  "mode.alone.read": "<name>{workspace}</name>: eine Person allein.",
  save: "Speichern",
  saving: "Wird gespeichert …",
  saved: "Gespeichert",
  on: "an",
  off: "aus",

  tests: "Tests der Prüfkräfte",
  "tests.switch": "Tests unter die Vorschläge mischen",
  "tests.hint":
    "Etwa jeder 25. Vorschlag, unter den ersten hundert und den 50 nach einer Entscheidung, die zum Lesen zu schnell kam, jeder 10., ist eine frühere Aktion, in die ein Fehler eingebaut wurde. Sie läuft nie, und ihr Agent sieht sie nie. Gleich nach der Entscheidung erfährt die Prüfkraft davon. Alle lesen in ihrem Konto, dass Tests eingeschaltet sind.",
  "tests.all": "Von allen Prüfkräften zusammen erkannte Tests, nach Art",
  "tests.none": "Noch wurde kein Test entschieden.",
  "tests.missing": "Zu wenige Tests werden erkannt: {caught, number} der letzten {shown, number}",
  "tests.missing.says":
    "Unter neun von zehn lohnt ein zweiter Blick auf das, was inzwischen genehmigt wurde. Zuerst helfen weniger Vorschläge je Person und Pausen.",
  reflex:
    "{count, plural, one {Eine von {of, number} Personen, die entscheiden, genehmigt} other {{count, number} von {of, number} Personen, die entscheiden, genehmigen}} fast alles auf einen Blick",
  "reflex.says":
    "Über 97 % der letzten 50 Entscheidungen waren Genehmigungen, die Hälfte davon in unter 4 s gelesen. Wer es ist, erfahren nur die Betroffenen, in ihrem Konto. Was keinen Menschen braucht, sollte ohne einen laufen: siehe Richtlinie.",
  "tests.kind": "Art",
  "tests.caught": "Erkannt",
  "tests.atLeast": "Mindestens",
  "tests.share": "{caught, number} von {shown, number}",
  "tests.later": "nach {count, number} Tests",

  doubles: "Zweitmeinungen",
  "doubles.switch": "Zu schnellen Entscheidungen Zweitmeinungen einholen",
  "doubles.hint":
    "Jemand anderes sieht sich dieselbe Karte an, ohne zu wissen, wie entschieden wurde; sind zwei uneins, entscheidet eine dritte Person. An dem, was lief, ändert sich nichts. Es braucht zwei Prüfkräfte, und drei, um Uneinigkeit zu klären.",
  "doubles.percent": "Von hundert schnellen Entscheidungen",
  "doubles.percent.hint": "Zufällig gezogen: Niemand weiß vorher, welche.",

  focus: "Aufwärmen und Pausen",
  "focus.warmUp": "Vor dem Fokusmodus aufwärmen",
  "focus.warmUp.hint":
    "Zehn frühere Aktionen vor den echten, fünf davon mit eingebautem Fehler, jede gleich danach aufgelöst. Einmal in vier Stunden. Nichts davon läuft oder zählt für einen Agenten, und nur die Person selbst sieht, wie es ging.",
  "focus.softCap": "Wer ohne Pause weitermacht, wird gebremst",
  "focus.softCap.hint":
    "Nach 25 Minuten oder 150 Entscheidungen wird eine Pause angeboten, die sich einmal verschieben lässt. Ist dies eingeschaltet, wartet eine schnelle Karte im Fokusmodus danach 20 Sekunden, ebenso nach 600 schnellen Entscheidungen an einem Tag. Nichts wird abgewiesen, und was bald abläuft, wartet nie.",

  idle: "Automatisches Abmelden",
  "idle.minutes": "Minuten ohne Anfrage",
  "idle.hint": "Danach wird die Person abgemeldet, nach zwölf Stunden in jedem Fall.",
};
