import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { placeOf } from "./place";
import { readCard } from "./read-card";

const WORDS = ["production", "prod", "live", "staging", "stage", "uat", "test", "dev", "sandbox", "qa"];
const at = (environment: string, more: object = {}) =>
  placeOf({ kind: "tool", target: { environment }, action: { name: "x", arguments: {} }, ...more });

describe("where an action runs", () => {
  it.each<[string, ReturnType<typeof placeOf>]>([
    ["production", "production"],
    ["PROD", "production"],
    ["prod-eu-1", "production"],
    ["live", "production"],
    ["staging", "staging"],
    ["pre-prod", "staging"],
    ["preproduction", "staging"],
    ["dev", "test"],
    ["non-production", "test"],
    ["sandbox", "test"],
    ["eu-west-1", null],
    ["product", null],
    ["reproduction", null],
    ["", null],
  ])("“%s” is marked as %s", (name, place) => {
    expect(at(name)).toBe(place);
  });

  it("is the one where more can go wrong, where two are named", () => {
    expect(at("staging", { action: { name: "x", arguments: { env: "prod" } } })).toBe("production");
    expect(at("test", { action: { name: "x", arguments: { environment: "staging" } } })).toBe("staging");
  });

  it("is not where a deal stands", () => {
    expect(at("", { kind: "record", action: { name: "x", arguments: { stage: "live" } } })).toBeNull();
    expect(at("", { kind: "command", action: { name: "x", arguments: { stage: "live" } } })).toBe("production");
  });

  it("is taken from the words of a command that names it, with or without a target", () => {
    const input = ALL_FIXTURES.command.find(({ input: { action } }) => JSON.stringify(action).includes("-n production"))?.input;
    expect(input).toBeDefined();
    if (input !== undefined) expect(readCard({ ...input, target: null }).place).toBe("production");
  });

  const signs = "[\\d._:/-]";
  const before = fc.stringMatching(new RegExp(`^(?:[wxyz]{0,3}${signs})*$`, "u"));
  const after = fc.stringMatching(new RegExp(`^(?:${signs}[wxyz]{0,3})*$`, "u"));

  it("is found among figures, signs and other words, and never within a word", () => {
    fc.assert(
      fc.property(before, fc.constantFrom(...WORDS), after, fc.stringMatching(/^[wxyz]{1,3}$/u), (front, word, back, more) => {
        const place = at(word);
        expect(place).not.toBeNull();
        expect(at(`${front}${word.toUpperCase()}${back}`)).toBe(place);
        expect(at(`${more}${word}`)).toBeNull();
        expect(at(`${word}${more}`)).toBeNull();
      }),
    );
  });
});
