import { expect, it } from "vitest";

import type { Sentence } from "./sentence";
import { inEnglish } from "./sentence";

const TEXTS = {
  plain: "harm was confirmed",
  days: "{missing} of {of} days are missing",
  rows: "{table} loses {count, plural, one {# row} other {# rows}} of {of}",
  share: "{share, number, ::.00} is under {floor, number, ::.00} of {of}",
} as const;

it("says a sentence in English with what is filled in, whatever that holds", () => {
  expect(inEnglish(TEXTS, { key: "plain" })).toBe("harm was confirmed");
  expect(inEnglish(TEXTS, { key: "days", values: { missing: 0, of: "{missing}" } })).toBe("0 of {missing} days are missing");
});

it("counts as English does, and writes large numbers so", () => {
  const says = (count: number): string => inEnglish(TEXTS, { key: "rows", values: { table: "orders", count, of: "{count}" } });
  expect([0, 1, 18_204].map(says)).toEqual([
    "orders loses 0 rows of {count}",
    "orders loses 1 row of {count}",
    "orders loses 18,204 rows of {count}",
  ]);
});

it("writes a figure with two decimals where its text says so", () => {
  expect(inEnglish(TEXTS, { key: "share", values: { share: 0.7, floor: 1, of: 0.7 } })).toBe("0.70 is under 1.00 of 0.7");
});

it("refuses a sentence without what its text asks for, when it is compiled", () => {
  const wrong: Sentence<typeof TEXTS>[] = [
    // @ts-expect-error -- `of` is missing
    { key: "days", values: { missing: 1 } },
    // @ts-expect-error -- nothing is filled in
    { key: "days" },
    // @ts-expect-error -- there is no such text
    { key: "hours" },
    // @ts-expect-error -- what is counted is a number
    { key: "rows", values: { table: "orders", count: "1", of: 2 } },
    // @ts-expect-error -- what has decimals is a number
    { key: "share", values: { share: "0.7", floor: 1, of: 2 } },
  ];
  expect(wrong).toHaveLength(5);
});
