import type { Translation } from "../area";

export const carryOut: Translation<"carryOut"> = {
  title: "Ausführen",
  mine: "von Ihnen verfasst",
  theirs: "verfasst von {name}",

  "unread.rejected": "Der Vorschlag wurde abgelehnt. Es ist nichts zu tun.",
  "unread.answered": "Der Vorschlag wurde beantwortet, statt ausgeführt zu werden.",
  "unread.read": "Gelesen",

  untaken:
    "Der Vorschlag ist genehmigt, und kein Agent führt ihn für Sie aus. Nehmen Sie den Beleg, beginnen Sie einmal, tun Sie genau das Genehmigte und melden Sie, wie es ausging.",
  "untaken.until":
    "Die Genehmigung wartet bis {when}. Ab der Entnahme des Belegs bleiben {minutes, plural, one {# Minute} other {# Minuten}} bis zum Beginn.",
  take: "Beleg nehmen",

  taken:
    "Beginnen Sie bis {when}: Das löst den Beleg ein, ein einziges Mal. Tun Sie dann genau, was Version {version, number} unter „Genauer Inhalt“ sagt.",
  start: "Ich beginne jetzt",

  "lapsed.renewable":
    "Es wurde nicht rechtzeitig begonnen und darf nicht mehr ausgeführt werden. Wer genehmigt hat, wurde um Erneuerung gebeten.",
  "lapsed.final": "Es wurde nicht rechtzeitig begonnen und darf nicht mehr ausgeführt werden. Verfassen Sie es neu.",

  started: "Es gilt als begonnen. Führen Sie es jetzt aus und melden Sie dann, wie es ausging.",
  outcome: "Wie es ausging",
  "outcome.succeeded": "Erledigt",
  "outcome.failed": "Fehlgeschlagen",
  "outcome.unknown": "Unbekannt",
  "outcome.reverted": "Zurückgenommen",
  note: "Notiz",
  "note.hint": "kommt ins Journal",
  report: "Melden",
  more: "Wenn sich das ändert, melden Sie es.",

  receipt: "Beleg",
  copy: "Beleg kopieren",
  save: "Als Datei speichern",
  verify:
    "Er lässt sich ohne diesen Server prüfen: ein JWS, mit Ed25519 signiert von einem <keys>dieser Schlüssel</keys>, mit der Prüfsumme, die unter „Genauer Inhalt“ steht.",
};
