import type { JsonObject } from "../json";
import type { Card } from "./card";

/** Characters of JSON up to which a payload may be approved without its end on the screen (trust H6). */
export const SHORT_PAYLOAD_MAX = 8_192;

/** How far a person has come with a card: its end was on the screen; its exact payload was opened. */
export interface ReadSoFar {
  readonly end: boolean;
  readonly payload: boolean;
}

/**
 * What still has to be on the screen before a long payload may be approved: its `end`, and where the card folds lines away the exact
 * `payload`. `nothing` when it may, null for a payload that is short.
 */
export function leftToRead(card: Pick<Card, "diff">, payload: JsonObject, read: ReadSoFar): "payload" | "end" | "nothing" | null {
  if (JSON.stringify(payload).length <= SHORT_PAYLOAD_MAX) return null;
  if (!read.payload && card.diff !== null && card.diff.more.count > 0) return "payload";
  return read.end ? "nothing" : "end";
}
