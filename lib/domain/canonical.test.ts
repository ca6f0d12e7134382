import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryJson } from "../../test/arbitrary-json";
import { canonicalJson } from "./canonical";
import type { Json } from "./json";

function double(hex: string): number {
  return new DataView(new BigUint64Array([BigInt(`0x${hex}`)]).buffer).getFloat64(0, true);
}

describe("canonical JSON", () => {
  // RFC 8785, appendix B.
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("writes the double %s as %s", (hex, written) => {
    expect(canonicalJson(double(hex))).toBe(written);
  });

  test.each([["7fffffffffffffff"], ["7ff0000000000000"], ["fff0000000000000"]])("has no form for the double %s", (hex) => {
    expect(() => canonicalJson({ amount: [double(hex)] })).toThrow("finite");
  });

  test("writes the sample of RFC 8785 §3.2.2 as §3.2.4 does", () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    const written =
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c" +
      "342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- JSON.parse yields JSON
    const form = canonicalJson(JSON.parse(sample) as Json);
    expect(Buffer.from(form).toString("hex")).toBe(written);
  });

  test("sorts keys by UTF-16 units, as RFC 8785 §3.2.3 does", () => {
    const form = canonicalJson({
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    });
    const parsed = form.matchAll(/"([^"]+)":"([A-Z])/gu);
    expect(Array.from(parsed, (match) => match[2])).toEqual(["C", "O", "C", "L", "E", "E", "H"]);
    expect(form.startsWith('{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":')).toBe(true);
  });

  test("sorts keys that look like numbers as text", () => {
    expect(canonicalJson({ "10": 1, "9": 2, a: 3, "": 4 })).toBe('{"":4,"10":1,"9":2,"a":3}');
  });

  test.each([
    ["a value", { a: "\ud800" }],
    ["a key", { "\udfff": 1 }],
    ["a pair the wrong way round", ["\udc00\ud800"]],
  ])("has no form for half a surrogate pair in %s", (_, value) => {
    expect(() => canonicalJson(value)).toThrow("well-formed");
  });

  test("equals the canonicalize package on arbitrary values", () => {
    fc.assert(
      fc.property(arbitraryJson, (json) => {
        expect(canonicalJson(json)).toBe(canonicalize(json));
      }),
      { numRuns: 1_000 },
    );
  });
});
