import { ADMINISTRATIVE_SENTENCE } from "./administrative-sentences";
import type { PersonId } from "./ids";
import { isId } from "./ids";
import type { Json, JsonObject } from "./json";
import { isJsonObject } from "./json";

/** What each kind of ledger row says to a person. Rows of a type not listed are shown by their type. */
const SENTENCE: Readonly<Record<string, (body: JsonObject, actor: string) => string>> = {
  "proposal.proposed": () => "proposed",
  "proposal.blocked": () => "blocked by policy",
  "proposal.allowed": (body) =>
    typeof body["redemptionId"] === "string" ? "let run by policy, receipt redeemed" : "let run by policy",
  "proposal.edited": () => "edited the arguments",
  "proposal.signed": () => "signed, one more signature needed",
  "proposal.decided": (body) => DECIDED[wordIn(body, "decision", "type")] ?? "decided",
  "proposal.explained": () => "gave a reason",
  "proposal.undone": () => "took the decision back",
  "proposal.released": () => "released to the agent",
  "proposal.expired": () => "expired without a decision",
  "proposal.withdrawn": () => "withdrawn by the agent",
  "proposal.revealed": (body) => revealedWords(body["caught"]),
  "proposal.delivered": (_, actor) => (actor.startsWith("person:") ? "took the answer" : "fetched by the agent"),
  "proposal.redeemed": () => "receipt redeemed",
  "proposal.reported": (body) => REPORTED[word(body["status"])] ?? "outcome reported",
  "proposal.lapsed": () => "approved, not run in time",
  "proposal.renewed": () => "approval renewed",
  "proposal.commented": () => "commented",
  "proposal.assigned": (body) => (body["to"] === null ? "gave it back to everybody" : "gave it to somebody"),
  "batch.approved": (body) => `approved ${String(lengthOf(body["proposals"]))} alike together`,
  "look.drawn": (body) => (body["purpose"] === "audit" ? "drawn for a look afterwards" : "drawn for a second opinion"),
  "look.given": lookGiven,
  "look.settled": lookSettled,
  "finding.filed": () => "finding filed",
  "review.slip_caught": () => "picked a wrong value, nothing was decided",
  ...ADMINISTRATIVE_SENTENCE,
};

/** Every type of row that has a sentence: what the record can be narrowed to. */
export const LEDGER_TYPES: readonly string[] = Object.keys(SENTENCE);

function lookGiven({ purpose, verdict }: JsonObject): string {
  if (purpose === "double") return verdict === "fine" ? "second opinion: would approve" : "second opinion: would reject";
  return verdict === "fine" ? "looked again: fine" : "looked again: not fine";
}

function lookSettled({ verdict, first, lapsed }: JsonObject): string {
  if (lapsed === true) return "second opinion not given in its time";
  if (verdict === null) return "second opinions ended without a majority";
  return verdict === first ? "second opinions confirmed the decision" : "second opinions went against the decision";
}

const DECIDED: Readonly<Record<string, string>> = {
  approve: "approved",
  edit: "approved with changes",
  reject: "rejected",
  answer: "answered instead of running it",
};

const REPORTED: Readonly<Record<string, string>> = {
  succeeded: "ran and succeeded",
  failed: "ran and failed",
  unknown: "ran, outcome unknown",
  reverted: "reverted afterwards",
};

/** Who did it and what, in words, from a ledger row's text. A row that cannot be read says so and is never hidden. */
export function ledgerSentence(
  entry: string,
  names: ReadonlyMap<PersonId, string>,
): { readonly actor: string; readonly says: string } {
  const row = read(entry);
  if (row === null) return { actor: "unknown", says: "unreadable row" };
  const type = word(row["type"]);
  const body = isJsonObject(row["body"]) ? row["body"] : {};
  const actor = word(row["actor"]);
  return { actor: actorWords(actor, names), says: SENTENCE[type]?.(body, actor) ?? type };
}

function actorWords(actor: string, names: ReadonlyMap<PersonId, string>): string {
  const [kind = "", id = ""] = actor.split(":");
  if (kind === "person" && isId("person", id)) return names.get(id) ?? "someone who left";
  if (kind === "agent") return "the agent";
  if (kind === "anonymous") return "someone unknown";
  if (actor === "system:command_line") return "the command line";
  return kind === "system" ? "Countersign" : actor;
}

function read(entry: string): JsonObject | null {
  try {
    const value: Json = JSON.parse(entry) as Json; // eslint-disable-line @typescript-eslint/consistent-type-assertions -- JSON.parse yields JSON
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function lengthOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}

function revealedWords(caught: Json | undefined): string {
  if (typeof caught !== "boolean") return "was a test";
  return `was a test of the reviewers, ${caught ? "caught" : "missed"}`;
}

function word(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function wordIn(body: JsonObject, key: string, inner: string): string {
  const value = body[key];
  return isJsonObject(value) ? word(value[inner]) : "";
}
