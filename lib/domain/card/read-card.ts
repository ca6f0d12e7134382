import type { Kind } from "../words";
import type { Card, CardInput } from "./card";
import { readCode } from "./code/read-code";
import { readCommand } from "./command/read-command";
import { DOMAIN_CARDS } from "./domain-cards";
import { readEmail } from "./email/read-email";
import { readFile } from "./file/read-file";
import { aboutKind } from "./kinds";
import { readPayment } from "./payment/read-payment";
import { readPost } from "./post/read-post";
import { readRecord } from "./record/read-record";
import { readSql } from "./sql/read-sql";
import { readTool } from "./tool/read-tool";

/** The adapter of each kind. */
const ADAPTERS: Readonly<Record<Kind, (input: CardInput) => Card>> = {
  email: readEmail,
  payment: readPayment,
  sql: readSql,
  code: readCode,
  post: readPost,
  record: readRecord,
  file: readFile,
  command: readCommand,
  tool: readTool,
};

/**
 * The review card of one proposal, made from its exact payload by the adapter of its kind. Total: any JSON gives a card, and
 * what could not be read is said on it. Pure: the same payload gives the same card, whatever the agent says about it.
 */
export function readCard(input: CardInput): Card {
  const own = DOMAIN_CARDS.find(({ prefix }) => input.action.name.startsWith(prefix));
  const card = aboutKind(input.kind).ofASystem === true ? own?.read(input) : null;
  return card ?? ADAPTERS[input.kind](input);
}
