import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { PLACES } from "../words";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { placeOf } from "./place";
import { readCard } from "./read-card";

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

  it("is one of three or none, whatever is named", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect([...PLACES, null]).toContain(at(name));
      }),
    );
  });
});
