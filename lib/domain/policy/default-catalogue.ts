import type { Kind, Reversibility, Stakes } from "../words";
import type { CatalogueEntry } from "./policy-document";

function entry(match: string, kind: Kind, stakes: Stakes, reversibility: Reversibility, because?: string): CatalogueEntry {
  return { match, kind, stakes, reversibility, ...(because === undefined ? {} : { because }) };
}

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
  entry("ticket.tag", "record", "S1", "R0", "tags a ticket"),
  entry("ticket.assign", "record", "S1", "R0", "moves a ticket"),
  entry("ticket.reply", "email", "S1", "R3", "writes to a customer"),
  entry("ticket.delete", "record", "S2", "R1", "deletes a ticket"),
  entry("file.*", "file", "S2", "R3", "changes files"),
  entry("file.create", "file", "S1", "R0", "adds a file"),
  entry("file.move", "file", "S2", "R1", "moves files"),
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
