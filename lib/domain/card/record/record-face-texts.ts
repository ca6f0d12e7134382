/** What the card of a record says of its own. */
export const RECORD_FACE_TEXTS = {
  "record.record": "record",
  "record.recordNamed": "Record named",
  "record.undo.byHand": "Undone by hand: the record before was not sent",
  "record.undo.createAgain": "Can be created again from the record before, under a new id",
  "record.undo.deleteNew": "The new record can be deleted again",
  "record.undo.gone": "Can’t be relied on: the record it deletes was not sent",
  "record.undo.merged": "Only by hand: one record has gone into another",
  "record.undo.setBack": "Each field can be set back to the value before",
} as const;
