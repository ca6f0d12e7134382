import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFacts, anyPolicy, facts, matrixOf, policyWith, rule } from "../../../test/policy-builders";
import { assess } from "./assess";
import { compilePolicy } from "./compile-policy";
import { byWeight, trialOf, tryRule, type Tried } from "./try-rule";

const LOOSE = policyWith({ matrix: matrixOf("auto") });
const refund = (amount: number) =>
  facts({ name: "payment.refund", kind: "payment", arguments: { amount }, derived: { amount: 1 } });

describe("a rule that is tried", () => {
  it("tells what it matches, what it does not, and what it cannot answer, with what becomes of each", () => {
    const trial = trialOf(LOOSE, null, rule("arguments.amount > 100", { treatment: "confirm" }, "payment.*"));
    expect(tryRule(trial, refund(200))).toEqual({
      outcome: "yes",
      fault: null,
      before: { treatment: "auto", auditRate: null },
      after: { treatment: "confirm", auditRate: null },
    });
    expect(tryRule(trial, refund(50))).toMatchObject({ outcome: "no", after: { treatment: "auto" } });
    expect(tryRule(trial, facts({ name: "payment.refund", arguments: {} }))).toMatchObject({
      outcome: "faults",
      fault: { key: "fault.fieldMissing" },
      after: { treatment: "review" },
    });
  });

  it("stands in the place of the rule that is edited, so that only the difference shows", () => {
    const document = { ...LOOSE, rules: [rule("arguments.amount > 100", { treatment: "confirm" }, "payment.*")] };
    const trial = trialOf(document, 0, rule("arguments.amount > 300", { treatment: "confirm" }, "payment.*"));
    expect(tryRule(trial, refund(200))).toMatchObject({ outcome: "no", before: { treatment: "auto" } });
    expect(tryRule(trial, refund(400))).toMatchObject({ before: { treatment: "auto" }, after: { treatment: "confirm" } });
    const beside = trialOf(document, null, rule("arguments.amount > 300", { treatment: "confirm" }, "payment.*"));
    expect(tryRule(beside, refund(400))).toMatchObject({ before: { treatment: "confirm" }, after: { treatment: "confirm" } });
  });

  it("fits the names that it will fit in force, however they are spelled", () => {
    const { fits } = trialOf(LOOSE, null, rule(null, { tier: "T1" }, "payment.*"));
    expect([fits("payment.refund"), fits("Payment_Refund"), fits("crm.get")]).toEqual([true, true, false]);
  });

  it("comes to what policy itself says with it and without it, for any policy and proposal", () => {
    const conditions = fc.constantFrom("true", "false", "arguments.none == 1", "has(derived.amount) && derived.amount > 500.0");
    fc.assert(
      fc.property(anyPolicy, anyFacts, conditions, (document, given, when) => {
        const tested = rule(when, { treatment: "confirm", stakes: "S2" });
        const tried = tryRule(trialOf(document, null, tested), given);
        const [without, having] = [document.rules, [...document.rules, tested]].map(
          (rules) => assess(compilePolicy({ ...document, rules }, 0), given).treatment,
        );
        expect([tried.before.treatment, tried.after.treatment]).toEqual([without, having]);
      }),
    );
  });
});

it("the largest step towards a person comes first", () => {
  const auto = { treatment: "auto", auditRate: null } as const;
  const tried = (before: Tried["before"], after: Tried["after"]): Tried => ({ outcome: "yes", fault: null, before, after });
  const [none, small, large] = [
    tried({ ...auto, treatment: "confirm" }, { ...auto, treatment: "confirm" }),
    tried({ ...auto, treatment: "review" }, { ...auto, treatment: "confirm" }),
    tried(auto, { ...auto, treatment: "block" }),
  ];
  expect([none, small, large].sort(byWeight)).toEqual([large, small, none]);
});
