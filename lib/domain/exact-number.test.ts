import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactNumber } from "./exact-number";

describe("a number is taken", () => {
  test.each([
    ["0", 0],
    ["0.0", 0],
    ["0e5", 0],
    ["0.000e-7", 0],
    ["1", 1],
    ["-1", -1],
    ["1.0", 1],
    ["1.50", 1.5],
    ["100", 100],
    ["1e2", 100],
    ["1E+2", 100],
    ["12300e-2", 123],
    ["0.1", 0.1],
    ["0.82", 0.82],
    ["48.00", 48],
    ["0.30000000000000004", 0.30000000000000004],
    ["1234567890.12345", 1234567890.12345],
    ["9007199254740991", 9007199254740991],
    ["9007199254740992", 9007199254740992],
    ["9007199254740994", 9007199254740994],
    ["-9007199254740994", -9007199254740994],
    ["1e21", 1e21],
    ["1e23", 1e23],
    [`1${"0".repeat(300)}`, 1e300],
    [`0.${"0".repeat(299)}1`, 1e-300],
    ["5e-324", 5e-324],
    ["1.7976931348623157e308", 1.7976931348623157e308],
    ["1.7976931348623157e+0308", 1.7976931348623157e308],
  ])("when double precision gives it back: %s", (token, value) => {
    expect(exactNumber(token)).toBe(value);
  });
});

describe("a number is refused", () => {
  test.each([
    "9007199254740993",
    "-9007199254740993",
    "9007199254740992.5",
    "295147905179352825856",
    "0.10000000000000001",
    "0.1000000000000000055511151231257827",
    "333333333.33333329",
    "12345678901234567890",
    "1e309",
    "1e400",
    "-1e400",
    "1e-400",
    "2e-324",
    "4.9406564584124654e-324",
    "1e99999999999999999999",
    "1e-99999999999999999999",
    `1${"0".repeat(400)}`,
    `0.${"0".repeat(100_000)}1`,
    "9".repeat(200_000),
  ])("when double precision does not give it back: %s", (token) => {
    expect(exactNumber(token)).toBeNull();
  });

  test.each(["-0", "-0.0", "-0e1", "-0.000e-9", "-0E0"])("when it is a negative zero: %s", (token) => {
    expect(exactNumber(token)).toBeNull();
  });

  test.each([
    "",
    "-",
    "+1",
    "01",
    "-01",
    "1.",
    ".5",
    "1e",
    "1e+",
    "1.e1",
    "0x10",
    "1_000",
    "NaN",
    "Infinity",
    "1 ",
    " 1",
    "--1",
    "1-",
    "1e1.5",
    "١",
  ])("when it is not spelled as JSON spells numbers: %j", (token) => {
    expect(exactNumber(token)).toBeNull();
  });
});

describe("taking numbers", () => {
  test("keeps every double in its shortest spelling but negative zero", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(exactNumber(JSON.stringify(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
      { numRuns: 2_000 },
    );
  });

  test("agrees with exact arithmetic on what is the same decimal value", () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: 1, maxLength: 22 });
    fc.assert(
      fc.property(digits, fc.integer({ min: -30, max: 30 }), (whole, exponent) => {
        const token = `${String(BigInt(whole))}e${String(exponent)}`;
        const value = Number(token);
        const [, shortest = "", power = "0"] = /^([0-9.]+)(?:e([+-][0-9]+))?$/.exec(String(value)) ?? [];
        const [front = "", back = ""] = shortest.split(".");
        // Both as whole multiples of 10^-60.
        const sent = BigInt(whole) * 10n ** BigInt(60 + exponent);
        const held = BigInt(front + back) * 10n ** BigInt(60 + Number(power) - back.length);
        expect(exactNumber(token)).toBe(sent === held ? value : null);
      }),
      { numRuns: 2_000 },
    );
  });
});
