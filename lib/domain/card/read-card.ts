import { never } from "../result";
import type { Card, CardInput } from "./card";
import { readRecord } from "./record/read-record";
import { readTool } from "./tool/read-tool";

/**
 * The review card of one proposal, made from its exact payload by the adapter of its kind. Total: any JSON gives a card, and
 * what could not be read is said on it. Pure: the same payload gives the same card, whatever the agent says about it.
 */
export function readCard(input: CardInput): Card {
  switch (input.kind) {
    case "record":
      return readRecord(input);
    case "email":
    case "payment":
    case "sql":
    case "code":
    case "post":
    case "file":
    case "command":
    case "tool":
      return readTool(input);
    default:
      return never(input.kind);
  }
}
