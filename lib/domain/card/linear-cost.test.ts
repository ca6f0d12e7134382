import { afterEach, describe, expect, it, vi } from "vitest";
import type { JsonObject } from "../json";
import type { Kind } from "../words";
import { cardInput, type FixtureParts } from "./fixtures/card-fixture";
import { readCard } from "./read-card";

/** A payload of about so many units, each of which may meet every other. */
type Shape = (units: number) => FixtureParts;

const many = (units: number, make: (at: number) => string): readonly string[] =>
  Array.from({ length: units }, (_, at) => make(at));
const hosts = (units: number, name: string): string => many(units, (at) => `https://${name}${String(at)}.example/x`).join(" ");
const mail = (fields: JsonObject, more: Partial<FixtureParts> = {}): FixtureParts => ({
  action: "email.send",
  arguments: { to: ["dana@customer.example"], from: "help@acme.example", subject: "Hello", body: "Hello.", ...fields },
  ...more,
});
const lastMail = (fields: JsonObject): Pick<FixtureParts, "history"> => ({
  history: { lastApprovedArguments: mail(fields).arguments },
});

const SHAPES: readonly (readonly [string, Kind, Shape])[] = [
  [
    "numbers that nobody knows, against as many in the record",
    "email",
    (units) =>
      mail(
        { body: many(units, (at) => `W${String(1_000_000 + at)}`).join(" ") },
        { before: { ids: many(units, (at) => `W${String(5_000_000 + at)}`) } },
      ),
  ],
  [
    "readers, against as many of the last message and of the thread",
    "email",
    (units) =>
      mail(
        { to: many(units, (at) => `a@a${String(at)}.example`), body: "W1234567" },
        {
          before: { participants: many(units, (at) => `c@c${String(at)}.example`) },
          ...lastMail({ to: many(units, (at) => `b@b${String(at)}.example`) }),
        },
      ),
  ],
  [
    "hosts, against as many in the thread",
    "email",
    (units) => mail({ body: hosts(units, "a") }, { before: { text: hosts(units, "b") } }),
  ],
  [
    "lines, against as many of the last message",
    "email",
    (units) =>
      mail(
        { body: many(units, (at) => `Tel. ${String(1_000_000 + at)}`).join("\n") },
        lastMail({ body: many(units, (at) => `Fax ${String(1_000_000 + at)}`).join("\n") }),
      ),
  ],
  [
    "hosts of a post, against as many of the last one",
    "post",
    (units) => ({
      action: "post.publish",
      arguments: { account: "@acme", text: hosts(units, "a") },
      history: { lastApprovedArguments: { account: "@acme", text: hosts(units, "b") } },
    }),
  ],
  [
    "hosts of a call, against as many of the last one",
    "tool",
    (units) => ({
      action: "call",
      arguments: { url: many(units, (at) => `https://a${String(at)}.example`) },
      history: { lastApprovedArguments: { url: many(units, (at) => `https://b${String(at)}.example`) } },
    }),
  ],
];

/** How many characters and entries are handed to searches of texts and lists while `work` runs: a count, the same on every machine. */
function searched(work: () => void): number {
  const [texts, lists] = [String.prototype, Array.prototype];
  const whole = [
    ...[vi.spyOn(texts, "includes"), vi.spyOn(texts, "indexOf"), vi.spyOn(texts, "match"), vi.spyOn(texts, "matchAll")],
    ...[vi.spyOn(texts, "replaceAll"), vi.spyOn(texts, "split"), vi.spyOn(lists, "includes"), vi.spyOn(lists, "indexOf")],
  ];
  const ends = [vi.spyOn(texts, "startsWith"), vi.spyOn(texts, "endsWith")];
  work();
  const lengths = whole.flatMap(({ mock }) => mock.contexts.map(lengthOf));
  const sum = lengths.reduce((total, length) => total + length, 0) + ends.flatMap(({ mock }) => mock.contexts).length;
  vi.restoreAllMocks();
  return sum;
}

function lengthOf(subject: unknown): number {
  return typeof subject === "string" || subject instanceof String || Array.isArray(subject) ? subject.length : 0;
}

describe("the work on a payload that is twice as long", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(SHAPES)("is about twice the work: %s", (_, kind, shape) => {
    const [once, twice] = [400, 800].map((units) => {
      const input = cardInput(kind, shape(units));
      return searched(() => void readCard(input));
    });
    expect(once).toBeGreaterThan(1_000);
    expect((twice ?? 0) / (once ?? 0)).toBeLessThan(2.6);
  });
});
