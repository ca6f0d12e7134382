import type { Translation } from "../area";

export const shell: Translation<"shell"> = {
  skip: "Zum Inhalt springen",
  main: "Hauptmenü",
  menu: "Menü",
  "nav.queue": "Warteschlange",
  "nav.history": "Verlauf",
  "nav.compose": "Verfassen",
  "nav.policy": "Richtlinie",
  "nav.insights": "Auswertungen",
  "nav.agents": "Agenten",
  "nav.people": "Personen",
  "nav.ledger": "Journal",
  "role.reviewer": "Prüfkraft",
  "role.admin": "Admin",
  "role.auditor": "Revision",
  account: "Ihr Konto",
  reference: "API-Referenz",
  signOut: "Abmelden",

  "day.decided": "Heute <figure>{decided}</figure> entschieden",
  "day.median": "Median <figure>{seconds}\u00A0s</figure> · ",
  "day.noTests": "noch keine Tests",
  "day.caught": "<figure>{caught} von {met}</figure> Tests erkannt",

  stop: "Agenten anhalten",
  stopped: "Angehalten",
  blocked:
    "<what>Durch Nachprüfungen gesperrt: </what>{actions}. Nichts davon wird angenommen, bis jemand mit Admin-Rolle es unter Auswertungen wieder zulässt.",
  returned: "<what>Richtlinie v{version} wurde zurückgenommen: </what>{why}. Alles wird beurteilt wie davor.",
  offline:
    "<what>Verbindung verloren.</what> Entscheiden ist nicht möglich, bis sie wieder steht. Nichts, was Sie sehen, geht verloren.",

  again: "Erneut versuchen",
  toQueue: "Zur Warteschlange",
  failed: "Hier ist etwas fehlgeschlagen",
  "failed.bare":
    "Dieser Bildschirm konnte nicht aufgebaut werden. Dadurch wurde nichts entschieden oder geändert. Versuchen Sie es erneut; bleibt es dabei, wenden Sie sich an Ihre Administration.",
  "failed.numbered":
    "Dieser Bildschirm konnte nicht aufgebaut werden. Dadurch wurde nichts entschieden oder geändert. Versuchen Sie es erneut; bleibt es dabei, nennen Sie Ihrer Administration die Nummer unten.",
  "failed.number": "Vorgang {id}",
  notFound: "Nicht gefunden",
  "notFound.here": "Hier ist nichts",
  "notFound.here.says": "Was dieser Link nennt, gibt es nicht. Vielleicht ist er falsch geschrieben.",
  "notFound.address": "Unter dieser Adresse ist nichts",
  "notFound.address.says": "Der Link ist vielleicht veraltet oder falsch geschrieben.",
  "refused.unreadable": "Die Datenbank kann gerade nicht gelesen werden",
  "refused.unreadable.says": "Nichts ist verloren: Was aufgezeichnet wurde, bleibt. Versuchen Sie es gleich noch einmal.",
  "refused.role": "Das ist für Ihre Rolle nicht vorgesehen",
  "refused.moved": "Diese Seite der Liste hat sich verschoben",
  "refused.moved.says": "Der Link gehört zu anderen Filtern oder zu einer früheren Anmeldung.",
  "refused.moved.act": "Beim Neuesten beginnen",
  "refused.other": "Das kann nicht angezeigt werden",
  "refused.other.act": "Von vorn beginnen",
  passwordMissing: "Geben Sie Ihr Passwort ein.",
  unsaved: "Die Datenbank nimmt gerade keine Änderungen an. Nichts wurde geändert: Versuchen Sie es gleich noch einmal.",
};
