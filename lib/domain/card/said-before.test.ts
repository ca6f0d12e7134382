import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { spellingsOf } from "../../../test/spellings";
import type { Json, JsonObject } from "../json";
import { KINDS, type Kind } from "../words";
import { predict } from "./budget";
import type { Card, CardInput } from "./card";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { cardInput, type FixtureParts } from "./fixtures/card-fixture";
import { patchOf } from "./fixtures/code";
import { saidBefore } from "./fixtures/haystacks";
import { prose } from "./fixtures/hostile-texts";
import { onCard } from "./fixtures/on-card";
import { headlineText } from "./headline-text";
import { leftToRead } from "./long-payload";
import { readCard } from "./read-card";

const UNREAD = { end: false, payload: false } as const;

interface Seen {
  readonly card: Card;
  readonly shown: string;
  readonly lane: "quick" | "deep";
  readonly locked: boolean;
}

function see(kind: Kind, parts: FixtureParts): Seen {
  const card = readCard(cardInput(kind, parts));
  return {
    card,
    shown: onCard(card),
    lane: predict({ card, treatment: "review", device: "keyboard" }).lane,
    locked: leftToRead(card, parts.arguments, UNREAD) !== null,
  };
}

const numbered = (count: number): string => Array.from({ length: count }, (_, at) => `line ${String(at)}`).join("\n");

describe("what an agent sets and says was there before", () => {
  it("is a row of a record, and part of its headline", () => {
    const before = { id: "U1", role: "zq-admin", phone: "0", city: "Berlin" };
    const { card, shown } = see("record", {
      action: "crm.update",
      arguments: { id: "U1", role: "zq-admin", phone: "1" },
      before,
    });
    expect(shown).toContain("zq-admin");
    expect(headlineText(card)).toBe("Update U1: 2 fields");
    expect(card.diff).toMatchObject({ unchanged: 2, rows: [{ field: "phone" }, { field: "role", change: "kept" }] });
  });

  it("is a row, and no count, where it is the name that the headline says", () => {
    const { card } = see("record", {
      action: "crm.update",
      arguments: { name: "zq Ltd", level: 30 },
      before: { name: "zq Ltd", level: 10, city: "Berlin" },
    });
    expect(headlineText(card)).toBe("Update zq Ltd: level → 30");
    expect(card.diff).toMatchObject({ unchanged: 1, rows: [{ field: "level" }, { field: "name", change: "kept" }] });
  });

  it("has a row of its own where it would be taken for two of a row of several", () => {
    const sets = { plan: "a · viewer", level: "admin", "x • role": "b", tier: "x" };
    const { card } = see("record", { action: "crm.update", arguments: { id: "U1", phone: "1", ...sets }, before: sets });
    if (card.diff?.type !== "fields") throw new Error("no fields");
    const kept = card.diff.rows.filter(({ change }) => change === "kept").map(({ field }) => field);
    expect(kept.toSorted()).toEqual(["level · tier", "plan", "x • role"]);
  });

  it("is counted among what is to be read, and locks where it is more than a few rows", () => {
    const sets = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`field_${String(at)}`, `value ${String(at)}`]));
    const { card, lane, locked } = see("record", { action: "crm.update", arguments: { id: "U1", ...sets }, before: sets });
    expect(card.diff?.more).toEqual({ count: 0, unlike: 28, kept: 28 });
    expect([lane, locked]).toEqual(["deep", true]);
  });

  it("is a row inside of nested records and of lists", () => {
    const before = { grants: [{ id: 1, level: "zq-all" }], address: { street: "zq-street", city: "Berlin" } };
    const { shown } = see("record", {
      action: "crm.update",
      arguments: { grants: [...before.grants, { id: 2, level: "read" }], address: { ...before.address, city: "Ulm" } },
      before,
    });
    for (const part of ["zq-all", "zq-street", "ulm", "read"]) expect(shown).toContain(part);
  });

  it("is all of a long text to be read, where one word of it changes", () => {
    const notes = prose(60);
    const { lane } = see("record", {
      action: "crm.update",
      arguments: { id: "U1", notes: `${notes} now` },
      before: { id: "U1", notes },
    });
    expect(lane).toBe("deep");
  });

  it("is shown of a short file of code, and locks a long one", () => {
    const content = "fetch('https://zq.example')\n";
    const commit = { action: "code.commit", arguments: { path: "src/a.ts", content }, before: { content } };
    expect(see("code", commit).shown).toContain("zq.example");
    const long = `${numbered(60)}\n${content}`;
    const copied = see("code", { ...commit, arguments: { path: "src/a.ts", content: long }, before: { content: long } });
    expect(copied.card.diff?.more).toEqual({ count: 61, unlike: 61 });
    expect([copied.lane, copied.locked]).toEqual(["deep", true]);
    const partly = { path: "src/a.ts", content: `${long}one more\n` };
    expect(see("code", { ...commit, arguments: partly, before: { content: long } })).toMatchObject({
      lane: "deep",
      locked: true,
    });
  });

  it("locks a file with more lines than a card holds", () => {
    const content = numbered(500);
    const { card, lane, locked } = see("file", {
      action: "file.write",
      arguments: { path: "app.yml", content },
      before: { content },
    });
    expect(card.diff?.more).toEqual({ count: 100, unlike: 100 });
    expect([lane, locked]).toEqual(["deep", true]);
  });

  it.each([
    "On Monday Dana wrote:\nWe zqrefund everything",
    "-----Original Message-----\nWe zqrefund everything",
    "> Where is it?\nWe zqrefund everything",
    "> We zqrefund 9,400 EUR",
    "> Pay at https://zqrefund.example/pay",
    "> Pay at zqrefund.example",
    "> to zqrefund 12030000",
  ])("is shown of a message where it is no plain quotation: %j", (body) => {
    const { shown } = see("email", {
      action: "email.reply",
      arguments: { to: "dana@a.example", subject: "Re", body: `Hello.\n${body}` },
      before: { from: "dana@a.example", body },
    });
    expect(shown).toContain("zqrefund");
  });

  it("is folded of a message where it is a plain quotation of the thread", () => {
    const { card, shown } = see("email", {
      action: "email.reply",
      arguments: { to: "dana@a.example", body: "Hello.\n\n> Where is my parcel?" },
      before: { from: "dana@a.example", body: "Where is my parcel?" },
    });
    expect(card.diff?.more).toEqual({ count: 1, unlike: 0 });
    expect(shown).not.toContain("parcel");
  });

  it("is to be read of a post", () => {
    const text = prose(101);
    const post = { action: "post.publish", arguments: { account: "@acme", channel: "blog", text } };
    const plainly = see("post", post);
    const copied = see("post", { ...post, before: { text } });
    const tokens = (card: Card) => predict({ card, treatment: "review", device: "keyboard" }).mustReadTokens;
    expect([plainly.lane, copied.lane]).toEqual(["deep", "deep"]);
    expect(tokens(copied.card)).toBe(tokens(plainly.card));
  });
});

describe("code at a path that tools write to", () => {
  const CALL = "fetch('https://zq.example')";

  it.each(["dist/app.js", "vendor/x.js", "src/generated/api.ts", "app.min.js"])("is folded and locks: %s", (path) => {
    for (const fields of [{ diff: patchOf(path, [], [CALL]) }, { path, content: `${CALL}\n` }]) {
      expect(see("code", { action: "code.commit", arguments: { repository: "a", branch: "main", ...fields } })).toMatchObject({
        lane: "deep",
        locked: true,
        card: { diff: { more: { count: 1, unlike: 1 } } },
      });
    }
  });

  it("is folded and does not lock where it is a lockfile, which its own checks read", () => {
    const diff = patchOf("package.json", ['"version": "1"'], ['"version": "2"']) + patchOf("package-lock.json", [], ['"a": 1']);
    expect(see("code", { action: "code.commit", arguments: { diff } })).toMatchObject({
      locked: false,
      card: { diff: { more: { count: 1, unlike: 0 } } },
    });
  });

  it("locks of a lockfile what the content before is said to have: no check reads that", () => {
    const content = '"resolved": "https://zq.example/x.tgz"\n';
    const written = { path: "package-lock.json", content };
    expect(see("code", { action: "code.commit", arguments: written, before: { content } })).toMatchObject({
      lane: "deep",
      locked: true,
    });
  });
});

describe.each(KINDS)("of any call of kind %s", (kind) => {
  const names = [...new Set(spellingsOf(kind).flat())];
  const calls = ALL_FIXTURES[kind].filter(({ of }) => of === "typical" || of === "worst");
  const value = fc.letrec<{ json: JsonShape }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.array(tie("json"), { minLength: 1, maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names, "unknown"), tie("json"), { minKeys: 1, maxKeys: 3 }),
    ),
  })).json;
  const payload = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.constant("unknown")), value, { minKeys: 1, maxKeys: 12 });

  it("what the arguments set is on the card or locks it, and no less where all of it is said to have been there before", () => {
    fc.assert(
      fc.property(fc.constantFrom(...calls), payload, fc.boolean(), ({ input }, shape, alone) => {
        const given = marked(shape);
        const fields = alone ? given : { ...input.action.arguments, ...given };
        const called = { ...input, action: { ...input.action, arguments: fields } };
        const plainly = hiddenOn(called);
        // Of many files the rest is told by number and folder, whatever was there before.
        if (kind !== "file") expect(plainly).toEqual([]);
        expect(hiddenOn(saidBefore(called)).filter((one) => !plainly.includes(one))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Which of the texts that are set are neither on the card nor reason for it to be locked. */
function hiddenOn(input: CardInput): readonly string[] {
  const card = readCard(input);
  const { arguments: fields } = input.action;
  if (!card.fullyReadable || leftToRead(card, fields, UNREAD) !== null) return [];
  const shown = onCard(card);
  return (JSON.stringify(fields).match(/zq\d+n/gu) ?? []).filter((one) => !shown.includes(one));
}

/** Where `null` stands, a text of its own is put: no two are alike, so that each has to be found. */
type JsonShape = null | readonly JsonShape[] | { readonly [key: string]: JsonShape };

function marked(shape: Readonly<Record<string, JsonShape>>): JsonObject {
  let count = 0;
  const mark = (part: JsonShape): Json => {
    if (part === null) {
      count += 1;
      return `zq${String(count)}n`;
    }
    if (isList(part)) return part.map(mark);
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, mark(child)]));
  };
  return Object.fromEntries(Object.entries(shape).map(([key, child]) => [key, mark(child)]));
}

function isList(shape: JsonShape): shape is readonly JsonShape[] {
  return Array.isArray(shape);
}
