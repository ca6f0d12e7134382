import type { Translation } from "../area";

export const disagreements: Translation<"disagreements"> = {
  back: "Zurück",
  above: "Auswertungen",
  title: "Fälle, in denen wir uneinig waren",
  says: "Blinde Doppelprüfungen der letzten {days, number} Tage, in denen zwei Personen Verschiedenes gesagt haben. Niemand wird genannt: Zu verbessern ist, wonach sie sich richten.",
  empty: "Noch kein Fall",
  "empty.says": "Hier steht, was zwei Personen verschieden entschieden haben, ohne voneinander zu wissen, sobald es geklärt ist.",
  first: "Erste",
  second: "Zweite",
  third: "Dritte",
  outcome: "Ergebnis",
  "decided.fine": "{why, select, none {genehmigt} code {genehmigt: {code}} other {genehmigt: {code}, „{text}“}}",
  "decided.wrong": "{why, select, none {abgelehnt} code {abgelehnt: {code}} other {abgelehnt: {code}, „{text}“}}",
  "would.fine":
    "{why, select, none {würde genehmigen} code {würde genehmigen: {code}} other {würde genehmigen: {code}, „{text}“}}",
  "would.wrong": "{why, select, none {würde ablehnen} code {würde ablehnen: {code}} other {würde ablehnen: {code}, „{text}“}}",
  "outcome.unsettled": "ungeklärt: Es gab keine dritte Person, also behält die erste Entscheidung ihr Urteil",
  "outcome.stands": "die erste Entscheidung gilt",
  "outcome.approvalFell": "die Genehmigung ist gefallen: Es hätte nicht laufen dürfen",
  "outcome.rejectionFell": "die Ablehnung ist gefallen: zählt als Fehler der Prüfkraft",
};
