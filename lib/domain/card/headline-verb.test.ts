import { describe, expect, it } from "vitest";
import { KINDS, type Kind } from "../words";
import { actionVerb } from "./action-verb";
import type { Card } from "./card";
import { cardFacts } from "./facts-for-policy";
import { cardInput } from "./fixtures/card-fixture";
import { CALLS, INVERSE_NAMES } from "./fixtures/inverse";
import { ACME } from "./fixtures/record";
import { headlineText } from "./headline-text";
import { humanVerb } from "./human-words";
import { readCard } from "./read-card";
import { VERB_WORDS, type Verb } from "./verb-words";

/** What a headline may start with instead of the name’s own words, and of which verbs. */
const CLAIMS: readonly (readonly [RegExp, readonly Verb[]])[] = [
  [/^Refund /u, ["refund"]],
  [/^Charge /u, ["charge"]],
  [/^Transfer /u, ["transfer"]],
  [/^Credit /u, ["credit"]],
  [/^Pay /u, ["pay"]],
  [/^Send to /u, ["send"]],
  [/^Reply(?: to | )/u, ["reply"]],
  [/^Forward to /u, ["forward"]],
  [/^Draft (?:to|post) /u, ["draft"]],
  [/^Schedule to /u, ["schedule"]],
  [/^Post on /u, ["publish", "send", "share", "make"]],
  [/^Comment on /u, ["comment"]],
  [/^Update post on /u, ["update"]],
  [/^(?:Write|Overwrite) /u, ["write", "make", "update", "commit"]],
  [/^Delete /u, ["delete"]],
  [/^(?:Move|Archive) /u, ["move", "archive"]],
  [/^Copy /u, ["copy"]],
  [/^Share /u, ["share", "make"]],
  [/^Stop sharing /u, ["revoke", "delete"]],
  [/^Merge /u, ["merge"]],
  [/^Revert /u, ["revert"]],
  [/^Push /u, ["push"]],
  [/^Commit /u, ["commit"]],
  [/^Open a change of /u, ["open"]],
  [/^Deploy /u, ["deploy"]],
];
const FLAGGED: ReadonlySet<string> = new Set([
  ...["payment.cancel", "payment.void", "payment.hold", "payment.cancel_refund", "email.delete", "email.unsend", "post.delete"],
  ...["post.unpublish", "file.delete_comment", "code.close_pull_request", "code.delete_branch", "crm.delete", "crm.cancel_deal"],
]);
/** Their headline is what the statement itself does; a name that does not run it goes before. */
const SAY_THE_PAYLOAD: ReadonlySet<Kind> = new Set<Kind>(["sql", "command"]);
const NAMESPACES: Readonly<Record<Kind, string>> = {
  ...{ payment: "payment", email: "email", post: "post", file: "file", code: "code" },
  ...{ sql: "sql", command: "shell", record: "crm", tool: "desk" },
};
const OBJECTS = ["_refund", "_permission", "_pull_request", "_post", "_thing"];

const words = Object.values(VERB_WORDS).flatMap((of) => of.split(" "));
const names = (kind: Kind): readonly string[] =>
  [
    ...words.flatMap((word) => [word, `un${word}`, `cancel_${word}`, `${word}_cancel`]),
    ...words.flatMap((word) => OBJECTS.map((object) => `${word}${object}`)),
    "frobnicate",
  ].map((name) => `${NAMESPACES[kind]}.${name}`);

function read(kind: Kind, name: string): Card {
  return readCard(cardInput(kind, { action: name, arguments: CALLS[kind] }));
}

/** Null where the headline says what the name says; else both, for whoever reads the failure. */
function contradiction(kind: Kind, name: string): string | null {
  const headline = headlineText(read(kind, name));
  if (headline.startsWith(humanVerb(name))) return null;
  const first = headline.split(" ")[0] ?? "";
  const { verb } = actionVerb(name);
  // A record’s headline keeps the name’s verb and puts the record’s own name behind it.
  if (kind === "record" && humanVerb(name).startsWith(first) && actionVerb(first).verb === verb) return null;
  const claim = CLAIMS.find(([starts]) => starts.test(headline));
  return claim?.[1].includes(verb) === true ? null : `${name} (${verb}): ${headline}`;
}

describe("the headline of a card", () => {
  it.each(INVERSE_NAMES)("of a %s called %s starts “%s”", (kind, name, starts) => {
    expect(headlineText(read(kind, name)).slice(0, starts.length)).toBe(starts);
  });

  it.each(KINDS.filter((kind) => !SAY_THE_PAYLOAD.has(kind)))("of a %s claims no verb that its name does not hold", (kind) => {
    expect(names(kind).flatMap((name) => contradiction(kind, name) ?? [])).toEqual([]);
  });

  it.each([...SAY_THE_PAYLOAD])("of a %s names first what does not run the statement", (kind) => {
    const silent = ["cancel", "close", "revert", "draft", "schedule"]
      .map((verb) => `${NAMESPACES[kind]}.${verb}`)
      .filter((name) => !headlineText(read(kind, name)).startsWith(`${humanVerb(name)}: `));
    expect(silent).toEqual([]);
  });

  it.each(["close", "cancel", "deactivate", "merge", "delete", "restore", "escalate"])(
    "never says “no change” of crm.%s by the id alone, with the record before or without",
    (verb) => {
      const cards = [{}, { before: ACME }].map((more) =>
        readCard(cardInput("record", { action: `crm.${verb}`, arguments: CALLS.record, ...more })),
      );
      expect(cards.map(headlineText).filter((text) => text.includes("no change") || text.includes("0 fields"))).toEqual([]);
      expect(cards.flatMap(({ checks }) => checks).filter(({ says }) => says === "Nothing would change")).toEqual([]);
    },
  );

  it("takes a tag off the record and not the record away", () => {
    const card = readCard(
      cardInput("record", { action: "crm.remove_tag", arguments: { id: "c_812", tag: "vip" }, before: { ...ACME, tag: "vip" } }),
    );
    expect(headlineText(card)).toBe("Remove tag “c_812”");
    expect(card.undo).not.toContain("created again");
  });

  it("deletes the record that its part of the system names, though an argument is called like it", () => {
    const card = readCard(cardInput("record", { action: "ticket.delete", arguments: { ticket: "spam", mode: "soft" } }));
    expect(headlineText(card)).toBe("Delete ticket: 2 fields");
    // What is sent along with it says nothing of what is lost, and the record itself was not sent.
    expect(cardFacts(card).failedChecks).toEqual(["takes-away"]);
  });

  it("shows why a record is deleted beside what is lost", () => {
    const card = readCard(
      cardInput("record", { action: "crm.delete", arguments: { id: "c_9", reason: "twice" }, before: { id: "c_9" } }),
    );
    expect(JSON.stringify(card.diff)).toContain("twice");
  });
});

describe("an act that takes something away, and that no card of its kind knows", () => {
  it.each(INVERSE_NAMES.filter(([, name]) => FLAGGED.has(name)))("makes a %s called %s flagged", (kind, name) => {
    expect(cardFacts(read(kind, name)).failedChecks).toContain("takes-away");
  });
});
