import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS, type Kind } from "../words";
import { predict } from "./budget";
import type { CardInput } from "./card";
import { anyJsonObject as jsonObject } from "../../../test/any-json";
import { cardFacts } from "./facts-for-policy";
import { headlineText } from "./headline-text";
import { mustReadTokens } from "./must-read";
import { readCard } from "./read-card";

const RUNS = 300;

function anyInput(kind: Kind): fc.Arbitrary<CardInput> {
  return fc.record({
    kind: fc.constant(kind),
    action: fc.record({
      name: fc.oneof(
        fc.string(),
        fc.constantFrom("payment.refund", "airline.cancel_reservation", "crm.update", "file.move", "file.share", "code.merge"),
      ),
      arguments: jsonObject,
    }),
    target: fc.option(fc.record({ system: fc.string(), environment: fc.string(), resource: fc.string() })),
    before: fc.option(jsonObject),
    after: fc.option(jsonObject),
    history: fc.record({ earlierToCounterpart: fc.option(fc.nat()), lastApprovedArguments: fc.option(jsonObject) }),
    at: fc.integer(),
  });
}

describe.each(KINDS)("a card of kind %s", (kind) => {
  it("is made of any JSON whatever", () => {
    fc.assert(
      fc.property(anyInput(kind), (input) => {
        const card = readCard(input);
        expect(card.kind).toBe(kind);
        expect(card.fullyReadable).toBe(card.unreadable.length === 0);
        expect(headlineText(card).length).toBeGreaterThan(0);
        expect(card.rejectReasons.length).toBeGreaterThanOrEqual(4);
        // A headline of punctuation alone has no word to read.
        const words = /[\p{L}\p{N}]/u.test(headlineText(card)) ? 1 : 0;
        expect(mustReadTokens(card)).toBeGreaterThanOrEqual(words);
        expect(cardFacts(card).fullyReadable).toBe(card.fullyReadable);
        const { lane } = predict({ card, treatment: "review", device: "keyboard" });
        if (!card.fullyReadable) expect(lane).toBe("deep");
      }),
      { numRuns: RUNS },
    );
  });
});
