import fc from "fast-check";
import { expect, test } from "vitest";
import { splitArray } from "./split-array";

test("an array splits into the texts of its elements, whatever they hold", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, "\t"), (values, indent) => {
      const parts = splitArray(JSON.stringify(values, null, indent));
      expect(parts.map((part): unknown => JSON.parse(part))).toEqual(JSON.parse(JSON.stringify(values)));
    }),
  );
});

test("an element keeps its bytes", () => {
  expect(splitArray(' [ {"a" : "],\\"["} ,\n1e2, "\\u005d,\\\\" ] ')).toEqual(['{"a" : "],\\"["}', "1e2", '"\\u005d,\\\\"']);
  expect(splitArray("[ \n ]")).toEqual([]);
});
