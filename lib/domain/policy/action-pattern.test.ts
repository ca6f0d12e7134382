import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rule } from "../../../test/policy-builders";
import { actionPattern, bySpecificity, fitsExactly, fitsLoosely, foldName } from "./action-pattern";
import { findByName, indexByPattern } from "./pattern-index";

const character = fc.constantFrom("a", "A", "_");
const name = fc.string({ unit: character, minLength: 1, maxLength: 8 });
const pattern = fc.string({ unit: fc.oneof(character, fc.constant("*")), minLength: 1, maxLength: 6 });

/** The plain meaning of a pattern, by trying every run for each `*`. */
function meant(parts: readonly string[], text: string): boolean {
  const [first = "", ...rest] = parts;
  if (!text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  const after = text.slice(first.length);
  return Array.from({ length: after.length + 1 }, (_, skip) => meant(["", ...rest].slice(1), after.slice(skip))).some(Boolean);
}

describe("a pattern", () => {
  it("fits exactly what its characters and runs spell", () => {
    fc.assert(
      fc.property(pattern, name, (text, given) => {
        expect(fitsExactly(actionPattern(text), given)).toBe(meant(text.split("*"), given));
      }),
      { numRuns: 5_000 },
    );
  });

  it("fits loosely whatever it fits exactly", () => {
    fc.assert(
      fc.property(pattern, name, (text, given) => {
        fc.pre(fitsExactly(actionPattern(text), given));
        expect(fitsLoosely(actionPattern(text), foldName(given))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it("is case-sensitive where it makes an action known", () => {
    expect(fitsExactly(actionPattern("payment.*"), "Payment.refund")).toBe(false);
    expect(fitsLoosely(actionPattern("payment.*"), foldName("Payment.refund"))).toBe(true);
  });

  it("with a star never makes a name outside ASCII known", () => {
    expect(fitsExactly(actionPattern("crm.*"), "crm.gеt")).toBe(false);
  });

  it("takes no time to speak of on a hostile name", () => {
    expect(fitsExactly(actionPattern("*a".repeat(100)), "a".repeat(100_000) + "b")).toBe(false);
  });

  it("is ordered the same whichever comes first in the document", () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        fc.pre(a !== b);
        const order = bySpecificity(actionPattern(a), actionPattern(b));
        expect(Math.sign(order)).toBe(-Math.sign(bySpecificity(actionPattern(b), actionPattern(a))));
        expect(order).not.toBe(0);
      }),
    );
  });
});

describe("the index", () => {
  it("finds what trying every pattern finds, in the order given", () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 12 }), name, (patterns, given) => {
        const found = findByName(
          indexByPattern(patterns, (text) => text),
          given,
        ).map(({ item }) => item);
        expect(found).toEqual(patterns.filter((text) => fitsLoosely(actionPattern(text), foldName(given))));
      }),
      { numRuns: 5_000 },
    );
  });

  it("does not look at the patterns of other namespaces", () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => rule(null, {}, `ns${index}.*`, `r-${index}`));
    const index = indexByPattern(rules, ({ match }) => match);
    const looked = index.lengths.flatMap((length) => index.byPrefix.get("ns42.run".slice(0, length)) ?? []);
    expect(looked.map(({ pattern: { text } }) => text)).toEqual(["ns42.*"]);
  });
});
