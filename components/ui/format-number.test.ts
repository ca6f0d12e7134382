import { describe, expect, it } from "vitest";

import { formatCount, formatMoney, formatShare } from "./format-number";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("money", () => {
  it.each([
    [412, "EUR", "412.00 EUR"],
    [1250.5, "usd", "1,250.50 USD"],
    [-48, "GBP", "−48.00 GBP"],
    [1500, "JPY", "1,500 JPY"],
    [1.2345, "EUR", "1.2345 EUR"],
    [0.5, "KWD", "0.500 KWD"],
    [7, "points", "7.00 POINTS"],
  ])("%d %s is written %s", (amount, currency, written) => {
    expect(plain(formatMoney(amount, currency))).toBe(written);
  });

  it("never breaks between the amount and its currency", () => {
    expect(formatMoney(1, "EUR")).toContain("\u00A0EUR");
  });
});

describe("shares and counts", () => {
  it.each([
    [0, "0 %"],
    [0.0004, "<0.1 %"],
    [0.004, "0.4 %"],
    [0.0999, "10 %"],
    [0.123, "12 %"],
    [1, "100 %"],
  ])("%d is written %s", (share, written) => {
    expect(plain(formatShare(share))).toBe(written);
  });

  it("groups thousands", () => {
    expect(formatCount(18204)).toBe("18,204");
  });

  it("are written as the reader’s language writes numbers", () => {
    expect(formatCount(18204, "de")).toBe("18.204");
    expect([0.0004, 0.004].map((share) => plain(formatShare(share, "de")))).toEqual(["<0,1 %", "0,4 %"]);
  });
});
