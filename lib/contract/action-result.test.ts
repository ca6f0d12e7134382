import { expect, test } from "vitest";

import { asSentence } from "./action-result";

test.each([
  ["this name is taken: choose another", "This name is taken: choose another."],
  ["  say why  ", "Say why."],
  ["Done.", "Done."],
  ["`manual` stands for people", "`manual` stands for people."],
])("a refusal is shown as a sentence: %s", (detail, says) => {
  expect(asSentence(detail)).toBe(says);
});
