import type { JsonObject } from "../json";
import type { Card } from "./card";

/** Characters of JSON up to which a payload may be approved without its end on the screen (trust H6, decision 0058). */
export const SHORT_PAYLOAD_MAX = 8_192;

/** How far a person has come with a card: its end was on the screen; its exact payload was opened. */
export interface ReadSoFar {
  readonly end: boolean;
  readonly payload: boolean;
}

/**
 * What still has to be on the screen before a payload may be approved: the exact `payload` where the card folds away what is unlike the rest, or of
 * a long one any line; then the `end` of a long one. `nothing` when that is done, null where nothing was ever left: whatever is short and not folded.
 */
export function leftToRead(card: Pick<Card, "diff">, payload: JsonObject, read: ReadSoFar): "payload" | "end" | "nothing" | null {
  const long = JSON.stringify(payload).length > SHORT_PAYLOAD_MAX;
  const more = card.diff?.more;
  const folds = more !== undefined && (more.unlike > 0 || (long && more.count > 0));
  if (folds && !read.payload) return "payload";
  if (long) return read.end ? "nothing" : "end";
  return folds ? "nothing" : null;
}
