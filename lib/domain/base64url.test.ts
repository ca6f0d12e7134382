import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase64Url, encodeBase64Url } from "./base64url";

describe("base64url", () => {
  test("writes bytes as Node does, and reads them back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = encodeBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(decodeBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  test("has one spelling for each value", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("AZaz09-_Qw=")), maxLength: 12 }), (text) => {
        const bytes = decodeBase64Url(text);
        if (bytes !== null) expect(encodeBase64Url(bytes)).toBe(text);
      }),
    );
  });

  test.each(["A", "AB=", "AA==", "A+", "A/", "A A", "AA\n", "é", "AB", "AAB", "\ud83d\ude00"])("refuses %j", (text) => {
    expect(decodeBase64Url(text)).toBeNull();
  });
});
