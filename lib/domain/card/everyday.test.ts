import { describe, expect, it } from "vitest";
import { KINDS } from "../words";
import { cardInput } from "./fixtures/card-fixture";
import { EVERYDAY } from "./fixtures/everyday";
import { readCard } from "./read-card";

/** What these programs leave out, and what nobody can then read on the card. */
const NOT_SENT: Readonly<Record<string, readonly string[]>> = {
  "a refund at Stripe": ["currency: none is named"],
  "a pull request merged": ["change: neither its lines nor its size were sent"],
};

describe("an everyday call", () => {
  const calls = KINDS.flatMap((kind) => EVERYDAY[kind].map(([name, parts]) => [kind, name, parts] as const));

  it.each(calls)("of kind %s, %s, fails no check and is read whole", (kind, name, parts) => {
    const { checks, unreadable } = readCard(cardInput(kind, parts));
    expect(checks.flatMap(({ id, state, because }) => (state === "failed" ? [`${id}: ${because ?? ""}`] : []))).toEqual([]);
    expect(unreadable).toEqual(NOT_SENT[name] ?? []);
  });
});
