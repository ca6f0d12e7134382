/** What a person does with the answer to what they composed: nobody runs it for them. */
export const carryOut = {
  title: "Carry it out",
  mine: "you composed it",
  theirs: "composed by {name}",

  "unread.rejected": "It was rejected. Nothing is to be done.",
  "unread.answered": "It was answered instead of being run.",
  "unread.read": "I have read it",

  untaken:
    "It is approved, and no agent runs it for you. Take the receipt, start it once, do exactly what was approved, and say how it went.",
  "untaken.until":
    "The approval waits until {when}. Once you have taken the receipt you have {minutes, plural, one {# minute} other {# minutes}} to start.",
  take: "Take the receipt",

  taken:
    "Start it by {when}: that uses the receipt, once. Then do exactly what version {version, number} under Exact payload says.",
  start: "I start now",

  "lapsed.renewable": "It was not started in time, so it must not be run. Whoever approved it was asked to renew it.",
  "lapsed.final": "It was not started in time, so it must not be run. Compose it again.",

  started: "It counts as started. Do it now, then say how it went.",
  outcome: "How it went",
  "outcome.succeeded": "Done",
  "outcome.failed": "Failed",
  "outcome.unknown": "Not known",
  "outcome.reverted": "Undone again",
  note: "Note",
  "note.hint": "goes into the record",
  report: "Report",
  more: "If that changes, say so.",

  receipt: "Receipt",
  copy: "Copy the receipt",
  save: "Save as a file",
  verify:
    "It can be checked without this server: a JWS, signed with Ed25519 by one of <keys>these keys</keys>, whose digest is the one under Exact payload.",
} as const;
