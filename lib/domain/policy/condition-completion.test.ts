import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CONDITION_VARIABLES } from "./condition-check";
import { completionsAt } from "./condition-completion";

const texts = (condition: string, names: readonly string[] = []): readonly string[] =>
  completionsAt(condition, condition.length, names).options.map(({ text }) => text);

describe("what could follow in a condition", () => {
  it("begins with every variable that a condition may read", () => {
    expect(texts("")).toEqual([...Object.keys(CONDITION_VARIABLES), "has(", "size("]);
    expect(texts("a")).toEqual(["action", "arguments", "agent"]);
    expect(texts("derived.amount > 100 && t")).toEqual(["target"]);
  });

  it("knows the fields of a variable and replaces what was typed of one", () => {
    expect(texts("derived.")).toEqual(CONDITION_VARIABLES["derived"]);
    expect(completionsAt("size(derived.re", 15, [])).toEqual({
      from: 13,
      options: [{ text: "recipients", says: "addresses or payees, a list" }],
    });
  });

  it("takes the names of arguments from the catalogue, leaving out those that need brackets", () => {
    expect(texts("arguments.am", ["amount", "amount-due", "to"])).toEqual(["amount"]);
    expect(texts("action.arguments.", ["to"])).toEqual(["to"]);
  });

  it("offers calls on a value", () => {
    expect(texts("arguments.to.ends")).toEqual(["endsWith("]);
    expect(texts("derived.hosts.ex")).toEqual(["exists("]);
  });

  it("offers nothing inside quotes, behind a number or behind a bracket", () => {
    expect(texts('arguments.to == "a')).toEqual([]);
    expect(texts('arguments.to == "\\"a')).toEqual([]);
    expect(texts('arguments.to == "x" && a')).toContain("agent");
    expect(texts("12a")).toEqual([]);
    expect(texts("(true)a")).toEqual([]);
  });

  it("offers nothing that is written out already", () => {
    expect(texts("derived.amount")).toEqual([]);
  });

  it("never replaces anything behind the caret, and what it offers continues what was typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.nat(40), (condition, wanted) => {
        const caret = Math.min(wanted, condition.length);
        const { from, options } = completionsAt(condition, caret, ["to"]);
        expect(from).toBeLessThanOrEqual(caret);
        for (const { text } of options) expect(text.startsWith(condition.slice(from, caret))).toBe(true);
      }),
    );
  });
});
