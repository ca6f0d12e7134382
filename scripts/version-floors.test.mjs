import { expect, test } from "vitest";

import { belowFloors } from "./version-floors.mjs";

const FLOORS = { next: ["16.3.3", "15.5.24"] };
const saysOf = (where, version) => belowFloors({ [where]: { version } }, FLOORS).length;

test.each([
  ["16.3.3", 0],
  ["16.3.2", 1],
  ["16.10.0", 0],
  ["16.2.11", 1],
  ["15.5.24", 0],
  ["15.5.9", 1],
  ["14.9.9", 1],
  ["17.0.0", 1],
  ["16.4.0-canary.3", 1],
])("version %s is refused %d times", (version, times) => {
  expect(saysOf("node_modules/next", version)).toBe(times);
});

test("a package is held to its floor wherever it stands, and others are left alone", () => {
  expect(saysOf("node_modules/wrapper/node_modules/next", "16.0.0")).toBe(1);
  expect(saysOf("node_modules/next-themes", "0.1.0")).toBe(0);
  expect(saysOf("node_modules/@scope/next", "0.1.0")).toBe(0);
  expect(saysOf("", "0.1.0")).toBe(0);
});
