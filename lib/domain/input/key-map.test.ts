import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CHANGEABLE, DEFAULT_KEYS, keyProblems, keysFor } from "./key-map";

const withKeys = (keys: Parameters<typeof keyProblems>[0]) => keysFor({ singleKeys: true, keys });

describe("the key map", () => {
  it("leads each key to one command", () => {
    const keys = DEFAULT_KEYS.map(({ key, chord }) => `${String(chord === true)} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyProblems({})).toEqual([]);
  });

  it("takes another key for a command, and frees the old one", () => {
    const keys = withKeys({ approve: "y" });
    expect(keys.find(({ command }) => command === "approve")).toMatchObject({ key: "y", badge: "Y", decides: true });
    expect(keys.some(({ key }) => key === "a")).toBe(false);
    expect(keyProblems({ approve: "y", edit: "a" })).toEqual([]);
  });

  it.each<[string, Parameters<typeof keyProblems>[0]]>([
    ["a key that is taken", { approve: "r" }],
    ["a digit", { approve: "1" }],
    ["Space", { approve: " " }],
    ["Enter", { approve: "Enter" }],
    ["a capital", { approve: "Y" }],
    ["a character nobody sees", { approve: "\u200b" }],
    ["nothing", { approve: "" }],
    ["a key that is fixed", { evidence: "x" }],
  ])("refuses %s, and works with its defaults", (_what, changes) => {
    expect(keyProblems(changes).length).toBeGreaterThan(0);
    expect(withKeys(changes)).toEqual(DEFAULT_KEYS);
  });

  it("with single keys switched off answers to no character", () => {
    const keys = keysFor({ singleKeys: false, keys: {} });
    expect(keys.filter(({ key, chord }) => key.length === 1 && chord !== true)).toEqual([]);
    expect(keys.map(({ command }) => command)).toContain("dismiss");
  });

  it("stays free of clashes, and never decides by Enter or Space, whatever was changed", () => {
    const key = fc.oneof(fc.constantFrom("a", "r", "y", "x", "1", " ", "Enter", "é", "."), fc.string({ maxLength: 2 }));
    const changes = fc.dictionary(fc.constantFrom(...CHANGEABLE.map(({ command }) => command)), key);
    fc.assert(
      fc.property(changes, (given) => {
        const keys = withKeys({ ...given });
        const singles = keys.filter(({ chord }) => chord !== true).map((binding) => binding.key);
        expect(new Set(singles).size).toBe(singles.length);
        for (const binding of keys.filter(({ decides }) => decides)) expect(["Enter", " "]).not.toContain(binding.key);
      }),
    );
  });
});
