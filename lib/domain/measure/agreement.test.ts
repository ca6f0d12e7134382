import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  agreement,
  AGREEMENT_WINDOW,
  agreementOfKind,
  gwetAc1,
  krippendorffAlpha,
  RARE_SHARE,
  specificAgreement,
  type DoubleReview,
  type Unit,
} from "./agreement";
import { bootstrap } from "./bootstrap";
import { ASKED } from "./suggestion";

const pairsOf = (first: string, second: string): DoubleReview[] =>
  Array.from(first, (answer, index): DoubleReview => [answer, second.charAt(index)]);
const table = (cells: Readonly<Record<string, number>>): DoubleReview[] =>
  Object.entries(cells).flatMap(([pair, count]) =>
    Array.from({ length: count }, (): DoubleReview => [pair.charAt(0), pair.charAt(1)]),
  );

describe("agreement", () => {
  it("is Krippendorff's published α for ten units and two values", () => {
    expect(agreement(pairsOf("0100000010", "1110010000")).alpha).toBeCloseTo(0.095, 3);
  });

  it("is Krippendorff's published α for twelve units and five values", () => {
    expect(agreement(pairsOf("aabbdcccedda", "babbbcccedda".slice(0, 11) + "d")).alpha).toBeCloseTo(0.692, 3);
  });

  it("is Gwet's published AC1 where α collapses", () => {
    const found = agreement(table({ "++": 118, "+-": 5, "-+": 2, "--": 0 }));
    expect(found.ac1).toBeCloseTo(0.9408, 4);
    expect(found.alpha).toBeLessThan(0);
  });

  it("is unknown where nothing could have disagreed", () => {
    expect(agreement(table({ "++": 12 }))).toEqual({ pairs: 12, agreed: 12, alpha: null, ac1: null });
    expect(agreement([])).toEqual({ pairs: 0, agreed: 0, alpha: null, ac1: null });
  });
});

/** Four observers, twelve units, some answers missing: Krippendorff 2011, and `cac.raw4raters` of irrCAC. */
const OBSERVERS = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];
const FOUR: readonly Unit[] = Array.from({ length: 12 }, (_, unit) =>
  OBSERVERS.map((answers) => {
    const answer = answers.charAt(unit);
    return answer === "." ? null : answer;
  }),
);

describe("agreement of any number of people, some of whom said nothing", () => {
  it("is Krippendorff’s published α for nominal data", () => {
    expect(krippendorffAlpha(FOUR)).toBeCloseTo(0.743, 3);
  });

  it("is Gwet’s published AC1", () => {
    expect(gwetAc1(FOUR)).toBeCloseTo(0.7754, 4);
  });

  it("is the same whether a unit is written twice or said to stand there twice, and never above 1", () => {
    const answer = fc.constantFrom("a", "b", "c", null);
    const unit = fc.array(answer, { minLength: 0, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, fc.integer({ min: 0, max: 3 })), { maxLength: 12 }), (given) => {
        const [units, often] = [given.map(([one]) => one), given.map(([, times]) => times)];
        const written = given.flatMap(([one, times]) => Array.from({ length: times }, () => one));
        for (const figure of [krippendorffAlpha, gwetAc1]) {
          const [a, b] = [figure(units, often), figure(written)];
          if (a === null || b === null) expect(a).toBe(b);
          else expect(a).toBeCloseTo(b, 9);
          expect(a ?? 0).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe("specific agreement", () => {
  it.each([
    ["balanced", { "++": 40, "+-": 9, "-+": 6, "--": 45 }, 0.842, 0.857],
    ["unbalanced", { "++": 80, "+-": 10, "-+": 5, "--": 5 }, 0.914, 0.4],
  ])("is Cicchetti and Feinstein’s published figure for a table that is %s", (_, cells, positive, negative) => {
    const on = (answer: string) => {
      const { shared, given } = specificAgreement(table(cells), answer);
      return shared / given;
    };
    expect(on("+")).toBeCloseTo(positive, 3);
    expect(on("-")).toBeCloseTo(negative, 3);
  });
});

describe("the bootstrap", () => {
  const pairs = table({ aa: 60, ar: 6, ra: 4, rr: 30 });
  const interval = (seed: number) => bootstrap(pairs, ([a, b]) => a + b, krippendorffAlpha, seed);

  it("is decided by its seed and holds the figure", () => {
    expect(interval(1)).toEqual(interval(1));
    expect(interval(1)).not.toEqual(interval(2));
    const { low = 1, high = 0 } = interval(1) ?? {};
    const alpha = krippendorffAlpha(pairs) ?? Number.NaN;
    expect(low).toBeLessThan(alpha);
    expect(high).toBeGreaterThan(alpha);
    // The large-sample standard error of κ here is 0.065, and α differs from κ by 1 / 2n.
    expect(high - low).toBeGreaterThan(0.2);
    expect(high - low).toBeLessThan(0.32);
  });

  it("is none where the figure is none", () => {
    expect(bootstrap(table({ aa: 30 }), ([a, b]) => a + b, krippendorffAlpha, 1)).toBeNull();
    expect(bootstrap<DoubleReview>([], ([a, b]) => a + b, krippendorffAlpha, 1)).toBeNull();
  });
});

describe("what is known of a kind", () => {
  it.each([
    ["second opinions are off", null, { basis: "off" }],
    ["there are fewer than 20", table({ aa: 10, rr: 9 }), { basis: "too_few", pairs: 19 }],
    ["everybody said the same", table({ aa: 20 }), { basis: "unanimous", pairs: 20 }],
    ["some disagreed", table({ aa: 17, rr: 2, ar: 1 }), { basis: "measured", pairs: 20 }],
    ["one of many was rejected by one", table({ aa: 199, ar: 1 }), { basis: "rare", given: 1, shared: 0 }],
    ["one of a few was rejected by one", table({ aa: 19, ar: 1 }), { basis: "rare", pairs: 20, given: 1, shared: 0 }],
    ["most were rejected", table({ rr: 196, aa: 3, ar: 1 }), { basis: "rare", given: 4, shared: 3 }],
    ["rejections are as rare as α can bear", table({ aa: 191, rr: 8, ar: 1 }), { basis: "measured" }],
  ])("where %s", (_, pairs, expected) => {
    expect(agreementOfKind(pairs)).toMatchObject(expected);
  });

  it("with one answer rare is held against people only once it shows: five lone rejections and none shared", () => {
    const asks = (shared: number, lone: number) => {
      const found = agreementOfKind(table({ aa: 200 - shared - lone, rr: shared, ar: lone }));
      return found.basis === "rare" ? found.atMost >= ASKED.shared : found.basis;
    };
    expect([asks(0, 1), asks(0, 4), asks(0, 5), asks(1, 4), asks(1, 6), asks(1, 7)]).toEqual([
      ...[true, true, false, true, true, false],
    ]);
    expect(asks(4, 9)).toBe("measured");
  });

  it("has its limit for rare answers from the units that α needs, and asks there what α would ask", () => {
    const [z, alpha, p] = [1.645, ASKED.alpha, RARE_SHARE];
    const needed = z * z * (((1 + alpha) * (3 - alpha)) / (4 * p * (1 - p) * (1 - alpha)) - alpha);
    expect(needed).toBeCloseTo(AGREEMENT_WINDOW, -1);
    expect(krippendorffAlpha(table({ aa: 190, rr: 5, ar: 5 }))).toBeCloseTo(ASKED.alpha, 1);
  });

  it("rests on the newest 200", () => {
    expect(agreementOfKind([...table({ aa: 200 }), ...table({ ar: 50 })])).toEqual({ basis: "unanimous", pairs: 200 });
  });
});
