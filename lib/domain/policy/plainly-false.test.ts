import { celEnv, parse, plan } from "@bufbuild/cel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts } from "../../../test/policy-builders";
import type { JsonObject } from "../json";
import { bindingsOf } from "./bindings";
import { plainlyFalse } from "./plainly-false";

const variablesOf = (args: JsonObject) => bindingsOf({ ...facts({ arguments: args }), kind: "record" }).variables;

function told(condition: string, args: JsonObject): boolean | null {
  return plainlyFalse(parse(condition).expr)?.(variablesOf(args)) ?? null;
}

describe("a condition that is plainly false", () => {
  it.each([
    [`arguments.stage == "won"`, true],
    [`"won" == arguments.stage`, true],
    [`arguments.amount > 5.0 && arguments.stage == "won"`, true],
    [`arguments.deeper.stage == "won" && has(arguments.stage)`, true],
    [`arguments.stage == "open"`, false],
    [`arguments.missing == "won"`, false],
    [`arguments.amount == "won"`, false],
    [`arguments.deeper == "won"`, false],
    [`arguments.amount.stage == "won"`, false],
  ])("is told of `%s`: %s", (condition, expected) => {
    expect(told(condition, { stage: "open", amount: 12, deeper: { stage: "open" } })).toBe(expected);
  });

  it.each([
    `arguments.stage == "won" || arguments.stage == "lost"`,
    `!(arguments.stage == "won")`,
    `arguments.stage != "open"`,
    `arguments.list.exists(stage, stage == "won")`,
    `arguments.stage == arguments.other`,
    `arguments["stage"] == "won"`,
  ])("is never told of `%s`", (condition) => {
    expect(told(condition, { stage: "open" })).toBeNull();
  });

  it("is false when it is evaluated, whatever its other parts come to", () => {
    const field = fc.constantFrom(
      "arguments.a",
      "arguments.b",
      "arguments.a.b",
      "arguments.none",
      "target.system",
      "derived.environment",
    );
    const text = fc.constantFrom(`"x"`, `"y"`, `"production"`, `""`, `"\\u00e9"`);
    const part = fc.oneof(
      fc.tuple(field, text).map(([place, is]) => `${place} == ${is}`),
      fc.tuple(field, text).map(([place, is]) => `${is} == ${place}`),
      fc.tuple(field, text).map(([place, is]) => `(${place} == ${is} || ${place} != ${is})`),
      fc.constantFrom(
        "arguments.a > 1.0",
        "arguments.none",
        "true",
        "false",
        `arguments.a.startsWith("x")`,
        "arguments.b in [1, 2]",
      ),
    );
    const value = fc.oneof(fc.constantFrom("x", "y", "", "é", 1, 2.5, true, null), fc.constant({ b: "x" }), fc.constant(["x"]));
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.dictionary(fc.constantFrom("a", "b"), value),
        (parts, args) => {
          const parsed = parse(parts.join(" && "));
          const variables = variablesOf(args);
          if (plainlyFalse(parsed.expr)?.(variables) !== true) return;
          found += 1;
          expect(plan(celEnv(), parsed)(variables)).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
