import type { Kind, Reversibility, Stakes } from "../words";
import type { JsonObject } from "../json";
import type { CatalogueEntry } from "./policy-document";

function entry(match: string, kind: Kind, stakes: Stakes, reversibility: Reversibility, because?: string): CatalogueEntry {
  return { match, kind, stakes, reversibility, ...(because === undefined ? {} : { because }) };
}

function withSchema(of: CatalogueEntry, required: readonly string[], properties: JsonObject): CatalogueEntry {
  return { ...of, argumentsSchema: { type: "object", required, properties } };
}

const TEXT = { type: "string", minLength: 1 };
const ADDRESSES = { type: ["string", "array"], minLength: 1, description: "several separated by commas" };
const AMOUNT = { type: ["string", "number"], minLength: 1, description: "such as 48.00" };
const CURRENCY = { type: "string", pattern: "^[A-Z]{3}$", description: "such as EUR" };

/** Actions that people compose, too: their form. What an agent sends may look different, and then the schema binds nothing. */
const COMPOSED: readonly CatalogueEntry[] = [
  withSchema(entry("email.send", "email", "S1", "R3", "writes to people"), ["to", "body"], {
    to: ADDRESSES,
    subject: { type: "string" },
    body: TEXT,
  }),
  withSchema(entry("payment.refund", "payment", "S2", "R2", "moves money"), ["order", "amount", "currency", "to"], {
    order: TEXT,
    amount: AMOUNT,
    currency: CURRENCY,
    to: { ...TEXT, description: "the account or card that gets it" },
    payee: { type: "string" },
    reason: { type: "string" },
  }),
  withSchema(entry("ticket.tag", "record", "S1", "R0", "tags a ticket"), ["ticket", "tag"], { ticket: TEXT, tag: TEXT }),
  withSchema(entry("file.move", "file", "S2", "R1", "moves files"), ["from", "to"], { from: TEXT, to: TEXT }),
  withSchema(entry("post.publish", "post", "S2", "R3", "speaks in public"), ["account", "text"], { account: TEXT, text: TEXT }),
];

/** Only looks. Spelled out under each namespace, because a namespace's own entry is more specific than `*.get`. */
const READS: readonly CatalogueEntry[] = [
  ...["*.get", "*.list", "*.search"].map((match) => entry(match, "tool", "S0", "R0", "only reads")),
  ...["email", "payment", "crm", "ticket", "file", "post", "code"].flatMap((namespace) =>
    ["get", "list", "search"].map((verb) => entry(`${namespace}.${verb}`, "tool", "S0", "R0", "only reads")),
  ),
  entry("file.read", "tool", "S0", "R0", "only reads"),
];

/** Names that agents and frameworks commonly use. Everything else is unknown and brings a person. */
export const DEFAULT_CATALOGUE: readonly CatalogueEntry[] = [
  ...READS,
  ...COMPOSED,
  entry("email.*", "email", "S1", "R3", "writes to people"),
  entry("email.draft", "email", "S0", "R0", "only a draft"),
  entry("payment.*", "payment", "S2", "R2", "moves money"),
  entry("payment.transfer", "payment", "S2", "R3", "moves money out"),
  entry("payment.payout", "payment", "S2", "R3", "moves money out"),
  entry("crm.*", "record", "S1", "R1", "changes a record"),
  entry("crm.create", "record", "S1", "R0", "adds a record"),
  entry("crm.update", "record", "S1", "R0", "changes a record"),
  entry("crm.delete", "record", "S2", "R1", "deletes a record"),
  entry("crm.merge", "record", "S2", "R2", "merges records"),
  entry("ticket.*", "record", "S1", "R1", "changes a ticket"),
  entry("ticket.assign", "record", "S1", "R0", "moves a ticket"),
  entry("ticket.reply", "email", "S1", "R3", "writes to a customer"),
  entry("ticket.delete", "record", "S2", "R1", "deletes a ticket"),
  entry("file.*", "file", "S2", "R3", "changes files"),
  entry("file.create", "file", "S1", "R0", "adds a file"),
  entry("file.trash", "file", "S2", "R1", "bins files"),
  entry("file.delete", "file", "S3", "R3", "deletes files for good"),
  entry("sql.*", "sql", "S3", "R2", "runs SQL"),
  entry("shell.*", "command", "S2", "R3", "runs a command"),
  entry("post.*", "post", "S2", "R3", "speaks in public"),
  entry("post.draft", "post", "S0", "R0", "only a draft"),
  entry("post.delete", "post", "S2", "R2", "takes a post down"),
  entry("code.*", "code", "S2", "R1", "changes code"),
  entry("code.comment", "code", "S1", "R1", "comments on code"),
  entry("code.merge", "code", "S3", "R1", "merges code"),
  entry("code.deploy", "code", "S3", "R2", "deploys code"),
];
