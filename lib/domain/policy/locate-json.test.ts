import fc from "fast-check";
import { expect, it } from "vitest";
import { anyJson } from "../../../test/any-json";
import { isJsonObject, type Json } from "../json";
import { parseStrictJson } from "../strict-json";
import { offsetInString, offsetOf, positionAt } from "./locate-json";

/** Every path in a value, with what stands there. */
function places(value: Json, path: readonly PropertyKey[] = []): readonly (readonly [readonly PropertyKey[], Json])[] {
  const here = [[path, value] as const];
  if (isJsonObject(value)) return [...here, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
  if (typeof value !== "object" || value === null) return here;
  return [...here, ...value.flatMap((inner, index) => places(inner, [...path, index]))];
}

it("every value of a JSON text is found where it is written", () => {
  fc.assert(
    fc.property(anyJson, fc.constantFrom(0, 1, 3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const read = parseStrictJson(text);
      fc.pre(read.ok);
      for (const [path, at] of places(read.value)) {
        const offset = offsetOf(text, path);
        const spelled = JSON.stringify(at);
        expect(text.slice(offset).replace(/\s/g, "").startsWith(spelled.replace(/\s/g, ""))).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

it("a path that is not there is found at the innermost part that is", () => {
  const text = '{ "a": [1, { "b": 2 }] }';
  expect(text.slice(offsetOf(text, ["a", 1, "c", "d"]))).toBe('{ "b": 2 }] }');
  expect(text.slice(offsetOf(text, ["a", 9]))).toBe('[1, { "b": 2 }] }');
  expect(text.slice(offsetOf(text, ["a", 1], "b"))).toBe('"b": 2 }] }');
});

it("a place inside a string is found behind its escapes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const text = ` ${JSON.stringify(`${before}|${after}`)}`;
      const offset = offsetInString(text, 1, before.length);
      expect(JSON.parse(`${text.slice(1, offset)}"`)).toBe(before);
      expect(text[offset]).toBe("|");
    }),
  );
});

it("lines and columns count from one", () => {
  expect([0, 2, 3, 4].map((offset) => positionAt("ab\ncd", offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 2, column: 2 },
  ]);
});
