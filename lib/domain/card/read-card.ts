import { never } from "../result";
import type { Kind } from "../words";
import type { Card, CardInput } from "./card";
import { readCode } from "./code/read-code";
import { readCommand } from "./command/read-command";
import { DOMAIN_CARDS } from "./domain-cards";
import { readEmail } from "./email/read-email";
import { readFile } from "./file/read-file";
import { readPayment } from "./payment/read-payment";
import { readPost } from "./post/read-post";
import { readRecord } from "./record/read-record";
import { readSql } from "./sql/read-sql";
import { readTool } from "./tool/read-tool";

/** Kinds for which a card written for the system knows more than the one of the kind. */
const DOMAIN_KINDS: ReadonlySet<Kind> = new Set(["record", "payment", "tool"]);

/**
 * The review card of one proposal, made from its exact payload by the adapter of its kind. Total: any JSON gives a card, and
 * what could not be read is said on it. Pure: the same payload gives the same card, whatever the agent says about it.
 */
export function readCard(input: CardInput): Card {
  const own = DOMAIN_CARDS.find(({ prefix }) => input.action.name.startsWith(prefix));
  const card = DOMAIN_KINDS.has(input.kind) ? own?.read(input) : null;
  return card ?? readKind(input);
}

function readKind(input: CardInput): Card {
  switch (input.kind) {
    case "record":
      return readRecord(input);
    case "payment":
      return readPayment(input);
    case "email":
      return readEmail(input);
    case "post":
      return readPost(input);
    case "file":
      return readFile(input);
    case "code":
      return readCode(input);
    case "sql":
      return readSql(input);
    case "command":
      return readCommand(input);
    case "tool":
      return readTool(input);
    default:
      return never(input.kind);
  }
}
