import { expect, it } from "vitest";

import { isCurrent } from "./nav-item";

it("marks a screen and what lies below it as current", () => {
  expect(isCurrent("/policy", "/policy")).toBe(true);
  expect(isCurrent("/policy", "/policy/versions/14")).toBe(true);
});

it("does not take a longer name for the same screen", () => {
  expect(isCurrent("/policy", "/policy-tests")).toBe(false);
  expect(isCurrent("/", "/queue")).toBe(false);
});
