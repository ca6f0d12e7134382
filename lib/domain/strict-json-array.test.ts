import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryJson } from "../../test/arbitrary-json";
import { parseStrictJson, parseStrictJsonArray, STRICT_JSON_LIMITS } from "./strict-json";

describe("an array of many is read with the text of each element", () => {
  const elements = (text: string) => parseStrictJsonArray(text, STRICT_JSON_LIMITS);

  test("which is the element, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(arbitraryJson, { maxLength: 20 }), fc.constantFrom(undefined, 1, "\t"), (values, indent) => {
        const text = JSON.stringify(values, null, indent);
        const whole = parseStrictJson(text);
        fc.pre(whole.ok);
        const read = elements(text);
        const found = read.ok ? (read.value ?? []) : [];
        expect(found.map(({ value }) => value)).toEqual(whole.value);
        for (const { raw, value } of found) expect(parseStrictJson(raw)).toEqual({ ok: true, value });
      }),
    );
  });

  test("exactly as it was sent", () => {
    expect(elements(' [ {"a" : "],\\"["} ,\n1e2, "\\u005d,\\\\" , [[ 1 ] ,2]] ')).toEqual({
      ok: true,
      value: [
        { raw: '{"a" : "],\\"["}', value: { a: '],"[' } },
        { raw: "1e2", value: 100 },
        { raw: '"\\u005d,\\\\"', value: "],\\" },
        { raw: "[[ 1 ] ,2]", value: [[1], 2] },
      ],
    });
    expect(elements("[ \n ]")).toEqual({ ok: true, value: [] });
  });

  test("and is null where the value is none", () => {
    expect(elements('{"a":[1]}')).toEqual({ ok: true, value: null });
  });
});
