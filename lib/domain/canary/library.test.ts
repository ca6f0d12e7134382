import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ProposalInput } from "../../contract/proposal";
import type { CardFixture } from "../card/fixtures/card-fixture";
import { ALL_FIXTURES } from "../card/fixtures/all-fixtures";
import { aboutKind } from "../card/kinds";
import { readCard } from "../card/read-card";
import type { JsonObject } from "../json";
import { KINDS } from "../words";
import { canaryOf } from "./library";
import type { CanarySource } from "./canary";

const of = ({ input }: CardFixture): CanarySource => ({
  ...{ action: input.action, target: input.target, before: input.before, after: input.after },
});
/** What a canary is made of in earnest: actions that people could read. */
const every = Object.values(ALL_FIXTURES).flat();
const readable = every.filter(({ of: sort, input }) => sort !== "hostile" && sort !== "empty" && readCard(input).fullyReadable);
const seeds = fc.nat();

describe("the canary library", () => {
  it.each(KINDS)("has at least four ways of going wrong for %s, and typical actions take them", (kind) => {
    expect(aboutKind(kind).canaries.length).toBeGreaterThanOrEqual(4);
    const sources = readable.filter(({ input }) => input.kind === kind).map(of);
    const used = aboutKind(kind).canaries.filter(({ apply }) => sources.some((source) => apply(source, 0) !== null));
    expect(used.length, used.map(({ name }) => name).join()).toBeGreaterThanOrEqual(4);
    expect(new Set(aboutKind(kind).canaries.map(({ name }) => name)).size).toBe(aboutKind(kind).canaries.length);
  });

  it.each(KINDS)("makes at least as many different tests of %s as it has actions to make them of: of forty, forty", (kind) => {
    const sources = readable.filter(({ input }) => input.kind === kind).map(of);
    const made = sources.flatMap((source) => Array.from({ length: 12 }, (_, seed) => canaryOf(kind, source, seed)));
    const different = new Set(made.flatMap((canary) => (canary === null ? [] : [JSON.stringify(canary.source)])));
    expect(different.size).toBeGreaterThanOrEqual(sources.length);
  });

  it.each(KINDS)("of one seed makes one canary of %s, which differs from what it was made of", (kind) => {
    const fixtures = ALL_FIXTURES[kind];
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), seeds, (fixture, seed) => {
        const source = of(fixture);
        const canary = canaryOf(kind, source, seed);
        expect(canaryOf(kind, source, seed)).toEqual(canary);
        if (canary === null) return;
        expect([canary.source.action, canary.source.target]).not.toEqual([source.action, source.target]);
        expect(canary.source.action.name).toBe(source.action.name);
        expect(canary.wrong.length).toBeGreaterThan(10);
      }),
    );
  });

  it.each(KINDS)("makes a proposal of %s that the door takes and its card reads", (kind) => {
    const fixtures = readable.filter(({ input }) => input.kind === kind);
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), seeds, (fixture, seed) => {
        const made = canaryOf(kind, of(fixture), seed);
        if (made === null) return;
        const { action, target, before, after } = made.source;
        const body = { action, ...(target === null ? {} : { target }), ...(before === null ? {} : { before }) };
        expect(ProposalInput.safeParse({ ...body, ...(after === null ? {} : { after }) }).error).toBeUndefined();
        const card = readCard({ ...fixture.input, action, target, before, after });
        expect(card.kind, made.mutation).toBe(kind);
        expect(card.unreadable, `${fixture.name}: ${made.mutation}: ${JSON.stringify(action.arguments)}`).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("never lets a test of a record be told by a record after it that is not what its arguments set", () => {
    const disagrees = (source: CanarySource, input: CardFixture["input"]): boolean =>
      readCard({ ...input, ...source }).checks.some(({ id, state }) => id === "after-agrees" && state === "failed");
    const fixtures = readable.filter(({ input }) => input.kind === "record" && input.after !== null);
    const agreeing = fixtures.filter((fixture) => !disagrees(of(fixture), fixture.input));
    const made = agreeing.flatMap(({ input, ...fixture }) =>
      aboutKind("record").canaries.flatMap(({ name, apply }) => {
        const canary = apply(of({ ...fixture, input }), 0);
        return canary === null ? [] : [{ of: `${fixture.name}: ${name}`, told: disagrees(canary.source, input) }];
      }),
    );
    expect(made.length).toBeGreaterThan(30);
    expect(made.filter(({ told }) => told)).toEqual([]);
  });

  it("takes any JSON at all without failing", () => {
    const json = fc.dictionary(
      fc.constantFrom("to", "amount", "body", "sql", "diff", "files", "path", "argv", "command", "id"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), json, seeds, (kind, given, seed) => {
        // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- fast-check's JSON is JSON
        const source = { action: { name: "any", arguments: given as JsonObject }, target: null, before: null, after: null };
        canaryOf(kind, source, seed);
      }),
    );
  });

  it("says at the reveal what was wrong, for what the design names", () => {
    const refund = { amount: "48.00", currency: "EUR", to: "card_4242", order: "W2345678" };
    const source = { action: { name: "payment.refund", arguments: refund }, target: null, before: null, after: null };
    const said = aboutKind("payment").canaries.map(({ apply }) => apply(source, 0)?.wrong);
    expect(said).toEqual([
      "the amount was 480.00, ten times 48.00",
      "the currency was GBP, not EUR",
      expect.stringMatching(/^the money went to card_\d{4}, not to card_4242$/u),
      expect.stringMatching(/^it paid W2345678 a second time, under the number W\d{7}$/u),
    ]);
    const mail = { to: "dana@acme.com", body: "Hello Dana, your order W1234 ships." };
    const domain = aboutKind("email").canaries[0].apply({ ...source, action: { name: "email.send", arguments: mail } }, 0);
    expect(domain?.wrong).toBe("the domain was acrne.com, not acme.com");
  });
});
