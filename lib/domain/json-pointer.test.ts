import { expect, test } from "vitest";

import { jsonPointer, pointerPart } from "./json-pointer";

test.each([
  ["", ""],
  ["a/b", "a~1b"],
  ["m~n", "m~0n"],
  ["~1", "~01"],
  ["c%d", "c%d"],
  [" ", " "],
])("the key %j is written %j (RFC 6901, section 5)", (key, written) => {
  expect(pointerPart(key)).toBe(written);
});

test("a path is its keys one after another, and nothing for the whole document", () => {
  expect(jsonPointer([])).toBe("");
  expect(jsonPointer(["lines", 0, "a/b"])).toBe("/lines/0/a~1b");
});
