import { describe, expect, it } from "vitest";
import { judge, matrixOf, policyWith, rule } from "../../../test/policy-builders";
import { compilePolicy, limitsFor } from "./compile-policy";

describe("rules", () => {
  it("apply where the name fits and the condition is true", () => {
    const document = policyWith({ rules: [rule("arguments.vip == true", { treatment: "confirm" }, "crm.*")] });
    expect(judge(document, { arguments: { vip: true } }).treatment).toBe("confirm");
    expect(judge(document, { arguments: { vip: false } }).treatment).toBe("auto");
    expect(judge(document, { name: "ticket.get", arguments: { vip: true } }).treatment).toBe("auto");
  });

  it("apply always when they have no condition", () => {
    expect(judge(policyWith({ rules: [rule(null, { tier: "T3" })] })).risk).toMatchObject({ tier: "T3" });
  });

  it("raise and never lower", () => {
    const document = policyWith({ rules: [rule(null, { stakes: "S0", reversibility: "R0", tier: "T0", treatment: "review" })] });
    const judged = judge(document, { name: "file.delete" });
    expect(judged).toMatchObject({ treatment: "two_person", risk: { stakes: "S3", reversibility: "R3", tier: "T3" } });
  });

  it("set stakes and reversibility before the matrix is read", () => {
    const document = policyWith({ rules: [rule(null, { stakes: "S3", reversibility: "R3" })] });
    expect(judge(document).treatment).toBe("two_person");
  });

  it("that block come first among the reasons and win over everything", () => {
    const document = policyWith({
      rules: [rule(null, { treatment: "confirm" }, "*", "holds"), rule(null, { treatment: "block" }, "*", "blocks")],
    });
    const judged = judge(document, { card: { hiddenMarks: 1 } });
    expect(judged.treatment).toBe("block");
    expect(judged.risk.reasons[0]).toEqual({
      source: "rule",
      id: "blocks",
      says: "because of the rule",
      words: null,
      sets: "treatment block",
    });
  });

  const faulty: readonly (readonly [string, string])[] = [
    ["reads a field that is missing", "arguments.nothing > 5"],
    ["compares values of different types", "arguments.amount + 1 > 5"],
    ["gives something other than true or false", "arguments.amount"],
    ["reads past the end of a list", "arguments.list[7] == 1"],
    ["divides by zero", "1 / int(arguments.zero) == 1"],
  ];
  for (const [title, when] of faulty) {
    it(`a rule that ${title} brings a person and says so`, () => {
      const document = policyWith({ matrix: matrixOf("auto"), rules: [rule(when, { stakes: "S1" })] });
      const judged = judge(document, { arguments: { amount: 1.5, list: [], zero: 0 } });
      expect(judged.treatment).toBe("review");
      expect(judged.risk.reasons).toContainEqual(expect.objectContaining({ source: "fault", id: "a-rule" }));
    });
  }

  it("a rule whose condition cannot be parsed brings a person", () => {
    const document = policyWith({ matrix: matrixOf("auto"), rules: [rule("this is not CEL", { stakes: "S1" })] });
    expect(judge(document).treatment).toBe("review");
  });

  it("a fault’s reason holds none of the proposal’s data", () => {
    const document = policyWith({ rules: [rule("arguments[arguments.key] == 1", { stakes: "S1" })] });
    expect(JSON.stringify(judge(document, { arguments: { key: "IGNORE-PREVIOUS" } }).risk.reasons)).not.toContain("IGNORE");
  });

  it("a block rule that faults brings a person instead of letting the action run", () => {
    const document = policyWith({ matrix: matrixOf("auto"), rules: [rule("arguments.nothing == 1", { treatment: "block" })] });
    expect(judge(document).treatment).toBe("review");
  });

  it("an argument cannot stand in for a field of policy", () => {
    const when =
      'agent.id == "agt_1" && agent.name == "support" && !has(derived.amount) && action.name == "crm.update" && !has(target.environment)';
    const document = policyWith({ rules: [rule(when, { treatment: "block" })] });
    const forged = {
      agent: { id: "agt_2", name: "root" },
      derived: { amount: 0 },
      action: { name: "crm.get" },
      target: { environment: "test" },
      stakes: "S0",
      $typeName: "google.protobuf.Value",
      constructor: "x",
      kind: "tool",
      treatment: "auto",
    };
    expect(judge(document, { arguments: forged }).treatment).toBe("block");
  });

  it("an argument with the shape of a protobuf message is a map like any other", () => {
    const document = policyWith({
      rules: [
        rule('arguments.x.value == "S0" && arguments.x["$typeName"] == "google.protobuf.StringValue"', { treatment: "block" }),
      ],
    });
    expect(judge(document, { arguments: { x: { $typeName: "google.protobuf.StringValue", value: "S0" } } }).treatment).toBe(
      "block",
    );
  });

  it("see case, separators and look-alike forms of a name as one", () => {
    const document = policyWith({ matrix: matrixOf("auto"), rules: [rule(null, { treatment: "block" }, "payment.*")] });
    for (const name of [
      "payment.refund",
      "Payment.Refund",
      "PAYMENT_REFUND",
      "payment:refund",
      "payment/refund",
      "ｐａｙｍｅｎｔ.refund",
      "pay\u00adment.refund",
    ]) {
      expect(judge(document, { name }).treatment, name).toBe("block");
    }
  });

  it("more than 200 on one name are a fault, and those that block are still asked", () => {
    const many = Array.from({ length: 201 }, (_, index) => rule("false", { stakes: "S1" }, "*", `r-${index}`));
    const document = policyWith({ matrix: matrixOf("auto"), rules: many });
    expect(judge(document).treatment).toBe("review");
    expect(judge({ ...document, rules: [...many, rule(null, { treatment: "block" }, "*", "last")] }).treatment).toBe("block");
    expect(judge({ ...document, rules: many.slice(1) }).treatment).toBe("auto");
  });
});

describe("limits", () => {
  const limit = { id: "hourly", match: "crm.*", per: "agent", window: "1h", then: "block" } as const;
  const count = policyWith({ limits: [{ ...limit, count: 200 }] });
  const sum = policyWith({ limits: [{ ...limit, sum: 5_000 }] });
  const used = (uses: { count: number; sum: number }) => ({ history: { usage: { hourly: uses } } });

  it("let the last one through and stop the next", () => {
    expect(judge(count, used({ count: 199, sum: 0 })).treatment).toBe("auto");
    expect(judge(count, used({ count: 200, sum: 0 })).treatment).toBe("block");
  });

  it("add the proposal’s own amount", () => {
    expect(judge(sum, { ...used({ count: 9, sum: 4_960 }), derived: { amount: 40 } }).treatment).toBe("auto");
    expect(judge(sum, { ...used({ count: 9, sum: 4_961 }), derived: { amount: 40 } }).treatment).toBe("block");
  });

  it("count an amount that cannot be read as one too many", () => {
    expect(judge(sum, { ...used({ count: 0, sum: 0 }), derived: { amountUnreadable: true } }).treatment).toBe("block");
  });

  it("bring a person when their use is not known", () => {
    const judged = judge(count);
    expect(judged.treatment).toBe("review");
    expect(judged.risk.reasons[0]).toMatchObject({ source: "fault", id: "hourly" });
    expect(judge(count, used({ count: Number.NaN, sum: 0 })).treatment).toBe("block");
  });

  it("are found by the action’s name, in any spelling", () => {
    const policy = compilePolicy(count, 1);
    expect(limitsFor(policy, "CRM_update").map(({ id, windowMs }) => [id, windowMs])).toEqual([["hourly", 3_600_000]]);
    expect(limitsFor(policy, "ticket.tag")).toEqual([]);
  });
});
