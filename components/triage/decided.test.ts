import { expect, it } from "vitest";

import { verbOf } from "./decided";

it.each([
  ["the first of two signatures", "approve", "signed", "verb.signed"],
  ["the first signature on a changed proposal", "edit", "signed", "verb.signed"],
  ["what is held for undo", "approve", "held", "verb.approve"],
  ["what has run and was looked at", "not_fine", "looked", "verb.not_fine"],
] as const)("says of %s what was done", (_what, type, outcome, verb) => {
  expect(verbOf(type, outcome)).toBe(verb);
});
