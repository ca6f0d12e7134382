import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { onCard } from "../fixtures/on-card";
import { headlineText } from "../headline-text";
import { readCard } from "../read-card";

function cardOf(fields: JsonObject, action = "social.post"): Card {
  return readCard(cardInput("post", { action, arguments: { account: "@acme", channel: "X", ...fields } }));
}

function failures(card: Card): readonly string[] {
  return card.checks.filter(({ state }) => state === "failed").map(({ id, because }) => `${id}: ${because ?? ""}`);
}

describe("somebody who is tagged", () => {
  it.each([
    ["Thanks .@dana", "@dana"],
    ["Thanks ＠dana", "＠dana"],
    ["Hello <!channel>", "<!channel>"],
    ["Hello <!subteam^S123|team>", "<!subteam^S123|team>"],
    ["Hello <@U123>", "@U123"],
    ["Hello @[Dana Wu](urn:li:person:1)", "@[Dana Wu]"],
  ])("is found however it is written: %s", (text, tag) => {
    expect(failures(cardOf({ text }))).toEqual([`people: ${tag}`]);
  });

  it.each<[JsonObject, string]>([
    [{ mentions: ["@dana"] }, "@dana"],
    [{ tagged_users: [{ username: "dana" }] }, "dana"],
  ])("is found beside the text: %j", (fields, name) => {
    expect(failures(cardOf({ text: "Hello.", ...fields }))).toEqual([`people: ${name}`]);
  });

  it.each(["Write to press@acme.example", "See https://medium.example/@dana", "Thanks .@acme"])("is nobody in: %s", (text) => {
    expect(failures(cardOf({ text }))).toEqual([]);
  });
});

describe("a link that is written otherwise", () => {
  it.each([
    ["See [acme.example](https://other.example/x)", "links: acme.example opens other.example"],
    ["See <https://other.example/x|acme.example>", "links: acme.example opens other.example"],
    ['See <a href="https://other.example/x">acme.example</a>', "links: acme.example opens other.example"],
    ["Read bit.ly/3abc", "links: bit.ly"],
    ["Read staging.acme.example/x", "public-links: staging.acme.example"],
  ])("fails its check: %s", (text, failure) => {
    expect(failures(cardOf({ text }))).toContain(failure);
  });

  it("is a fact, and a file or a fraction is none", () => {
    const links = (text: string): boolean => cardOf({ text }).facts.some(({ label }) => label === "Links");
    expect(links("Read news.example/today")).toBe(true);
    expect(["src/app.ts/x", "Node.js/Deno", "and/or", "1.5/2", "dana@acme.example/x"].filter(links)).toEqual([]);
  });
});

describe("when a post goes out", () => {
  it.each<JsonObject>([
    { publish_date: "2027-01-01T09:00:00Z" },
    { release_at: "2027-01-01T09:00:00Z" },
    { date: "2027-01-01" },
    { schedule: "2026-12-24T09:00:00Z", publish_now: true },
    { schedule: "2026-12-24T09:00:00Z", immediate: true },
  ])("is not clear where two arguments tell two times, or one by another name: %j", (fields) => {
    const card = cardOf({ text: "Hello.", ...fields });
    expect(failures(card)).toEqual(["schedule: unclear"]);
    expect(headlineText(card)).toContain("later");
    expect(onCard(card)).toMatch(/24 dec 2026|1 jan 2027/u);
  });

  it.each<JsonObject>([{ publish_now: true }, { schedule: "2026-12-24T09:00:00Z", publish_now: false }, { timeline: "home" }])(
    "is clear elsewhere: %j",
    (fields) => {
      expect(failures(cardOf({ text: "Hello.", ...fields }))).toEqual([]);
    },
  );
});

describe("a draft", () => {
  it.each<[JsonObject, string]>([
    [{ publish: true }, "social.create_draft"],
    [{ status: "publish" }, "social.create_draft"],
    [{}, "social.draft_and_publish"],
  ])("is none where it is public at once: %j, %s", (fields, action) => {
    const card = cardOf({ text: "Hello.", ...fields }, action);
    expect(headlineText(card)).toBe("Post on X as @acme, now");
    expect(card.undo).not.toContain("nobody sees it");
  });

  it.each<[JsonObject, string]>([
    [{}, "social.create_draft"],
    [{ publish: false, status: "draft" }, "social.create_draft"],
  ])("stays one: %j, %s", (fields, action) => {
    expect(headlineText(cardOf({ text: "Hello.", ...fields }, action))).toBe("Draft post on X as @acme");
  });
});

describe("what a post says beside its text", () => {
  it("is no line of it where it is a state, and is where the channel calls it so", () => {
    const lines = (fields: JsonObject): string => onCard(cardOf(fields));
    expect(lines({ title: "News", content: "Hello.", status: "publish" })).toContain("status: publish");
    expect(lines({ status: "Hello everybody." })).toContain("\nhello everybody.");
  });

  it("is a picture by its whole address, with all that is sent with it", () => {
    const media = [{ url: "https://other.example/menu.png", alt: "Menu", link: "https://other.example/x", tags: ["@dana"] }];
    const shown = onCard(cardOf({ text: "Hello.", media }));
    for (const part of ["https://other.example/menu.png", "menu", "https://other.example/x", "@dana"])
      expect(shown).toContain(part);
    expect(onCard(cardOf({ text: "Hello.", images: ["https://other.example/menu.png"] }))).toContain(
      "https://other.example/menu.png",
    );
    const two = [{ name: "menu.png", url: "https://other.example/a.png", alt: "Menu" }];
    expect(onCard(cardOf({ text: "Hello.", media: two }))).toContain("https://other.example/a.png");
  });

  it("is its channel, also where that is long and much else is said", () => {
    const channel = "the account of the whole company everywhere";
    const fields = { text: "Hello https://acme.example", channel, audience: 5, media: [{ url: "m.png", alt: "Menu" }] };
    expect(onCard(cardOf(fields))).toContain(channel);
  });
});
