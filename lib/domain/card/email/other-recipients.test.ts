import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { announces, onCard } from "../fixtures/on-card";
import { leftToRead } from "../long-payload";
import { readCard } from "../read-card";
import { BULK_FROM } from "./mail-checks";

const UNREAD = { end: false, payload: false } as const;
const people = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, at) => `p${String(from + at)}@acme.example`);

function read(fields: JsonObject): Card {
  return readCard(cardInput("email", { action: "email.send", arguments: { subject: "Hello", body: "Hello.", ...fields } }));
}

function lines({ diff }: Card): readonly string[] {
  return diff?.type === "text"
    ? diff.lines.map(({ spans }) => spans.map((span) => (span.type === "mark" ? "" : span.text)).join(""))
    : [];
}

describe("a recipient beyond the first three", () => {
  it("has a line of their own below the message, with their name and how they get it", () => {
    const to = [...people(3), "Eve <eve@other.example>"];
    const card = read({ to, cc: ["bo@acme.example"], bcc: people(4, 10) });
    expect(lines(card)).toEqual(["Hello.", "To: Eve, eve@other.example", "Cc: bo@acme.example", "Hidden copy: p13@acme.example"]);
    expect(card.diff?.more).toEqual({ count: 0, unlike: 0 });
  });

  it("is folded in a mail to a list, which is locked until its payload was opened", () => {
    const fields = { to: people(BULK_FROM), cc: people(5, 100) };
    const card = read(fields);
    expect(lines(card)).toHaveLength(1 + BULK_FROM - 3);
    expect(card.diff?.more).toEqual({ count: 5, unlike: 5 });
    expect(leftToRead(card, fields, UNREAD)).toBe("payload");
    const all = read({ to: people(BULK_FROM) });
    expect(all.diff?.more).toEqual({ count: 0, unlike: 0 });
    for (const person of people(BULK_FROM)) expect(onCard(all)).toContain(person);
  });

  it("is on the card or locks it, however many there are and wherever they stand", () => {
    const form = fc.constantFrom<((address: string) => Json)[]>(
      (address) => address,
      (address) => `Somebody <${address}>`,
      (address) => ({ email: address, name: "Somebody" }),
    );
    const tried = { needles: 0, locked: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom("to", "cc", "bcc"),
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        form,
        fc.boolean(),
        (list, count, at, as, text) => {
          const all = people(count).map(as).toSpliced(Math.min(at, count), 0, as("zqneedle@acme.example"));
          const fields: JsonObject = {
            to: ["dana@acme.example"],
            [list]: text ? all.map((one) => (typeof one === "string" ? one : "x@acme.example")).join(", ") : all,
          };
          fc.pre(JSON.stringify(fields).includes("zqneedle"));
          const card = read(fields);
          const locked = announces(card) && leftToRead(card, fields, UNREAD) !== null;
          tried.needles += 1;
          if (locked) tried.locked += 1;
          expect(locked || onCard(card).includes("zqneedle")).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    process.stdout.write(
      `recipients: ${String(tried.needles)} needles, ${String(tried.locked)} of them on cards that are locked, 0 hidden\n`,
    );
  });
});
