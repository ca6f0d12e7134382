import { expect, test } from "vitest";

import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { keyState } from "./agent-view";
import { observationState, observationWords } from "./observation-words";

const NOW = 1_000_000;
const t = makeWords<"agents">("en", compileArea("en", "agents"));

test.each([
  ["works", { revokedAt: null, expiresAt: null, succeeded: false }],
  ["works", { revokedAt: null, expiresAt: NOW + 1, succeeded: false }],
  ["ending", { revokedAt: null, expiresAt: NOW + 1, succeeded: true }],
  ["expired", { revokedAt: null, expiresAt: NOW, succeeded: true }],
  ["expired", { revokedAt: null, expiresAt: NOW - 1, succeeded: false }],
  ["revoked", { revokedAt: NOW - 5, expiresAt: NOW + 1, succeeded: false }],
  ["revoked", { revokedAt: NOW - 5, expiresAt: NOW - 9, succeeded: true }],
] as const)("a key %s: %j", (state, key) => {
  expect(keyState(key, NOW)).toBe(state);
});

test.each([
  ["17 of 50 · 1 wrong", "lasts", { looked: 17, wrong: 1, endedAt: null }],
  ["0 of 50 · none wrong", "lasts", { looked: 0, wrong: 0, endedAt: null }],
  ["50 of 50 · 2 wrong", "stuck", { looked: 50, wrong: 2, endedAt: null }],
  ["63 looks · 4 wrong", "stuck", { looked: 63, wrong: 4, endedAt: null }],
  ["over after 50 looks · 1 wrong", "over", { looked: 50, wrong: 1, endedAt: NOW }],
] as const)("an observation is said as %s", (words, state, observation) => {
  expect(observationWords(t, observation)).toBe(words);
  expect(observationState(observation)).toBe(state);
});
