import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { headlineText, spansText } from "../headline-text";
import { readCard } from "../read-card";

const POST = { channel: "status page", account: "@acme_status", text: "Maintenance on Sunday, 02:00 to 03:00 UTC." };

function read(fields: JsonObject, more: Partial<FixtureParts> = {}): Card {
  return readCard(cardInput("post", { action: "post.publish", arguments: fields, ...more }));
}

function failures(card: Card): readonly string[] {
  return card.checks.filter(({ state }) => state === "failed").map(({ id, because }) => `${id}: ${because ?? ""}`);
}

function factOf(card: Card, label: string) {
  const found = card.facts.find((one) => one.label === label);
  return found === undefined ? undefined : { ...found, value: spansText(found.value) };
}

describe("the card of a post", () => {
  it("says who posts where and when, and is quick where the text is short", () => {
    const card = read(POST);
    expect(headlineText(card)).toBe("Post on status page as @acme_status, now");
    expect(failures(card)).toEqual([]);
    expect(predict({ card, treatment: "review", device: "keyboard" }).lane).toBe("quick");
    expect(card.rejectReasons.map(({ code }) => code)).toContain("wrong_account");
    expect(card.undo).toContain("what was read or copied stays");
  });

  it("makes every word of a longer text must-read, and so is deep", () => {
    const card = read({
      ...POST,
      text: Array.from({ length: 45 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}`).join(" "),
    });
    const prediction = predict({ card, treatment: "review", device: "keyboard" });
    expect(prediction.mustReadTokens).toBeGreaterThanOrEqual(45);
    expect(prediction.lane).toBe("deep");
  });

  it("says the time in words, and refuses to call anything unclear now", () => {
    const later = read({ ...POST, scheduled_at: "2026-11-26T09:00:00Z" });
    expect(headlineText(later)).toBe("Post on status page as @acme_status, 26 Nov 2026");
    expect(factOf(later, "When")).toMatchObject({ value: "26 Nov 2026, 09:00 UTC", note: "in 3 days" });
    for (const unclear of [{ scheduled_at: "soonish" }, { scheduled_at: 1_795_000_000 }, { publish_on_day: "x", embargo: {} }]) {
      const card = read({ ...POST, ...unclear });
      expect(headlineText(card)).toMatch(/, later$/u);
      expect(failures(card).join()).toContain("schedule");
    }
    expect(failures(read({ ...POST, scheduled_at: "2026-11-20T09:00:00Z" }))).toEqual(["schedule: "]);
    expect(failures(read({ ...POST, scheduled_at: "2026-11-26T09:00:00" }))).toEqual(["schedule: "]);
  });

  it.each<[string, JsonObject, string]>([
    ["an unfilled field", { text: "Hello {{first_name}}" }, "placeholders: {{first_name}}"],
    ["filler text", { text: "Lorem ipsum dolor" }, "placeholders: Lorem ipsum"],
    ["a note to oneself", { text: "Prices TODO" }, "placeholders: TODO"],
    ["a staging host", { text: "See https://staging.acme.com/x" }, "public-links: staging.acme.com"],
    ["a local host", { text: "See http://localhost:3000/x" }, "public-links: localhost"],
    ["a look-alike host", { text: "See https://acme.com", links: ["https://acrne.com"] }, "look-alike: acrne.com, like acme.com"],
    ["a shortened link", { text: "See https://bit.ly/x" }, "links: bit.ly"],
    ["a claim", { text: "99.9 % uptime" }, "claims: 99.9 %"],
    ["a person", { text: "Thanks @dana" }, "people: @dana"],
    ["a titled name", { text: "Thanks to Dr. Wu" }, "people: Dr. Wu"],
    ["an empty text", { text: " " }, "text: "],
    ["too long a text", { channel: "twitter", text: "abcd ".repeat(60) }, "length: 300 of 280 characters"],
    ["no account", { account: null }, "account: "],
  ])("flags %s", (_what, change, failure) => {
    expect(failures(read({ ...POST, ...change }))).toEqual([failure]);
  });

  it("counts a link as the channel does", () => {
    const text = `https://acme.com/${"a".repeat(300)}`;
    expect(failures(read({ ...POST, channel: "x", text }))).toEqual([]);
    expect(failures(read({ ...POST, channel: "bluesky", text }))).toEqual(["length: 317 of 300 characters"]);
  });

  it("does not take a public host of developers for a test host", () => {
    expect(failures(read({ ...POST, text: "See https://dev.to/x and https://web.dev/y" }))).toEqual([]);
  });

  it("cannot show pictures, says so, and asks for their description", () => {
    const bare = read({ ...POST, media: [{ name: "chart.png" }] });
    expect(bare.fullyReadable).toBe(false);
    expect(failures(bare)).toEqual(["alt-text: chart.png"]);
    const described = read({ ...POST, media: [{ name: "chart.png", alt: "Uptime by month" }] });
    expect(failures(described)).toEqual([]);
    expect(factOf(described, "Media")?.value).toBe("chart.png: Uptime by month");
  });

  it("shows the audience, and the final host of every link", () => {
    const card = read({ ...POST, followers: 12_400, text: "More: https://acme.com/a and https://example.org/b" });
    expect(factOf(card, "Audience")?.value).toBe("12,400");
    expect(factOf(card, "Links")?.value).toBe("acme.com, example.org");
  });

  it("is compared with the text before, else with the last approved post", () => {
    const draft = read(POST, { before: { text: "Maintenance on Friday, 02:00 to 03:00 UTC." } });
    expect(draft.diff).toMatchObject({ subject: "post, against the text before" });
    const last = read(POST, {
      history: { lastApprovedArguments: { ...POST, text: "Maintenance on Friday, 02:00 to 03:00 UTC." } },
    });
    expect(last.diff).toMatchObject({ subject: "post, against the last approved" });
    const line = last.diff?.type === "text" ? last.diff.lines[0]?.spans : undefined;
    expect(line).toContainEqual({ type: "removed", text: "Friday" });
    expect(line).toContainEqual({ type: "added", text: "Sunday" });
  });

  it("flags a repeat of the last approved post, shown whole", () => {
    const card = read(POST, { history: { lastApprovedArguments: POST } });
    expect(failures(card)).toEqual(["repeated: "]);
    expect(card.diff).toMatchObject({ subject: "post" });
  });

  it("takes the audience from the record before, as sent, where the arguments name none", () => {
    expect(factOf(read(POST, { before: { followers: 900 } }), "Audience")).toMatchObject({ value: "900", note: "as sent" });
  });

  it.each<[string, JsonObject, string | null]>([
    [
      "a zone",
      { timezone: "Europe/Berlin", scheduled_at: "2026-11-26T23:30:00Z" },
      "in 4 days · 27 Nov 2026, 00:30 there (Europe/Berlin)",
    ],
    ["a zone, at once", { timezone: "America/New_York" }, "23 Nov 2026, 04:00 there (America/New_York)"],
    ["no zone", { timezone: "my place" }, null],
    ["a zone nobody knows", { timezone: "Europe/Nowhere" }, null],
    ["a zone and a time that cannot be read", { timezone: "Europe/Berlin", scheduled_at: "soon" }, null],
  ])("says the time where the account is by %s", (_, more, note) => {
    expect(factOf(read({ ...POST, ...more }), "When")?.note).toBe(note);
  });

  it("says when the account is not the last one, and asks for it among others", () => {
    const last = { lastApprovedArguments: { ...POST, account: "@acme", text: "Something else entirely happened." } };
    const card = read(POST, { history: last });
    expect(factOf(card, "Account")).toMatchObject({ note: "the last approved post was as @acme", alarming: true });
    expect(card.decisive).toMatchObject({ value: "@acme_status" });
    expect(card.decisive?.decoys).toContain("@acme");
    const slip = read({ ...POST, account: "@acme_statu5" }, { history: { lastApprovedArguments: { ...POST, text: "Other." } } });
    expect(failures(slip)).toEqual(["account: @acme_statu5, not @acme_status"]);
  });

  it("shows every argument that has no place of its own", () => {
    const card = read({ ...POST, boost_budget: 500 });
    expect(card.diff?.type === "text" ? card.diff.lines.map(({ spans }) => spansText(spans)) : []).toContain("Boost budget: 500");
  });
});
