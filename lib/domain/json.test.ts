import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { isJson, isJsonRecord } from "./json";

describe("what JSON can say", () => {
  it("is told from everything else as zod tells it", () => {
    const schema = z.json();
    fc.assert(
      fc.property(fc.anything({ withDate: true, withMap: true, withNullPrototype: true }), (value) => {
        expect(isJson(value)).toBe(schema.safeParse(value).success);
      }),
    );
  });

  it("is whatever a JSON text gives", () => {
    fc.assert(fc.property(fc.json(), (text) => isJson(JSON.parse(text))));
  });

  it.each([
    ["a date", { at: new Date(0) }],
    ["nothing at all", { at: undefined }],
    ["a number without end", { at: [Infinity] }],
    ["a function", { at: { deeper: () => 1 } }],
  ])("is not %s, however deep", (_, value) => {
    expect(isJsonRecord(value)).toBe(false);
  });

  it("is an object only when it is neither a list nor null", () => {
    expect([isJsonRecord({}), isJsonRecord([]), isJsonRecord(null)]).toEqual([true, false, false]);
  });
});
