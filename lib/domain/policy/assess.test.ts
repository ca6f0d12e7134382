import { describe, expect, it } from "vitest";
import { facts, judge, matrixOf, OBSERVED, policyWith, rule, type FactsGiven } from "../../../test/policy-builders";
import { REVERSIBILITIES, STAKES, type Reversibility, type Stakes, type Tier, type Treatment } from "../words";
import { assess } from "./assess";
import { compilePolicy } from "./compile-policy";
import { DEFAULT_POLICY } from "./default-policy";
import type { CatalogueEntry } from "./policy-document";

const entry = (stakes: Stakes, reversibility: Reversibility, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  match: "crm.update",
  kind: "record",
  stakes,
  reversibility,
  ...more,
});

describe("the tier table and the matrix", () => {
  const tiers: readonly (readonly Tier[])[] = [
    ["T0", "T0", "T0", "T1"],
    ["T0", "T0", "T1", "T1"],
    ["T0", "T1", "T1", "T2"],
    ["T1", "T2", "T2", "T3"],
    ["T2", "T3", "T3", "T3"],
  ];
  const treatments: readonly (readonly [Treatment, number | null][])[] = [
    [
      ["auto", null],
      ["auto", null],
      ["auto", null],
      ["review", null],
    ],
    [
      ["auto", null],
      ["audit", 0.05],
      ["audit", 0.2],
      ["review", null],
    ],
    [
      ["audit", 0.2],
      ["review", null],
      ["review", null],
      ["confirm", null],
    ],
    [
      ["review", null],
      ["confirm", null],
      ["confirm", null],
      ["two_person", null],
    ],
    [
      ["confirm", null],
      ["two_person", null],
      ["two_person", null],
      ["two_person", null],
    ],
  ];
  const undoMs: Readonly<Record<Tier, number>> = { T0: 3_000, T1: 5_000, T2: 10_000, T3: 30_000 };

  for (const [row, stakes] of STAKES.entries()) {
    for (const [column, reversibility] of REVERSIBILITIES.entries()) {
      it(`${stakes} × ${reversibility} gets the badge, treatment and undo window of the default grid`, () => {
        const judged = judge(policyWith({ catalogue: [entry(stakes, reversibility)] }));
        const tier = tiers[row]?.[column];
        expect(judged.risk.tier).toBe(tier);
        expect([judged.treatment, judged.auditRate]).toEqual(treatments[row]?.[column]);
        expect(judged.undoMs).toBe(undoMs[tier ?? "T0"]);
      });
    }
  }

  it("a kind with a cell of its own is handled by that cell", () => {
    const matrix = matrixOf("auto");
    matrix.S1.R0 = { start: "auto", loosest: "start", perKind: { record: { start: "confirm", loosest: "start" } } };
    expect(judge(policyWith({ matrix })).treatment).toBe("confirm");
    expect(judge(policyWith({ matrix, catalogue: [entry("S1", "R0", { kind: "tool" })] })).treatment).toBe("auto");
  });
});

describe("what an agent declares", () => {
  it("raises stakes and reversibility", () => {
    const judged = judge(policyWith(), { declared: { stakes: "S4", reversibility: "R3" } });
    expect(judged.risk).toMatchObject({ stakes: "S4", reversibility: "R3", tier: "T3" });
    expect(judged.treatment).toBe("two_person");
  });

  it("does not lower them", () => {
    const judged = judge(policyWith(), {
      name: "payment.refund",
      declared: { stakes: "S0", reversibility: "R0", confidence: 1 },
    });
    expect(judged.risk).toMatchObject({ stakes: "S2", reversibility: "R2", tier: "T1" });
  });

  it("does not lead to a milder cell where the admin drew one", () => {
    const document = policyWith({ matrix: { ...matrixOf("confirm"), S4: matrixOf("auto").S4 } });
    expect(judge(document, { declared: { stakes: "S4" } }).treatment).toBe("confirm");
  });

  it("does not lead to fewer audits", () => {
    const document = policyWith({ matrix: { ...matrixOf("audit:0.2"), S4: matrixOf("audit:0.05").S4 } });
    expect(judge(document, { declared: { stakes: "S4" } }).auditRate).toBe(0.2);
    const more = policyWith({ matrix: { ...matrixOf("audit:0.05"), S4: matrixOf("audit:0.2").S4 } });
    expect(judge(more, { declared: { stakes: "S4" } }).auditRate).toBe(0.2);
  });

  it("does not choose the kind of a catalogued action", () => {
    expect(judge(policyWith(), { name: "payment.refund", declared: { kind: "tool" } }).kind).toBe("payment");
  });

  it("chooses the kind of an unknown action, with the generic kind as a floor", () => {
    const matrix = matrixOf("auto");
    matrix.S1.R3 = { start: "auto", loosest: "start", perKind: { tool: { start: "two_person", loosest: "start" } } };
    const judged = judge(policyWith({ matrix }), { name: "acme.do", declared: { kind: "record" } });
    expect(judged).toMatchObject({ kind: "record", treatment: "two_person" });
  });

  it("shortens the time to decide and does not lengthen it", () => {
    const document = policyWith({ catalogue: [entry("S1", "R0", { expiresIn: "4h" })] });
    expect(judge(document).expiresInMs).toBe(14_400_000);
    expect(judge(document, { declared: { expiresInMs: 60_000 } }).expiresInMs).toBe(60_000);
    expect(judge(document, { declared: { expiresInMs: 86_400_000 } }).expiresInMs).toBe(14_400_000);
  });

  it("is a day to decide when neither side says", () => {
    expect(judge(policyWith()).expiresInMs).toBe(86_400_000);
  });
});

describe("amounts", () => {
  const cases: readonly (readonly [number, Stakes])[] = [
    [0, "S1"],
    [49.99, "S1"],
    [50, "S2"],
    [999.99, "S2"],
    [1_000, "S3"],
    [24_999, "S3"],
    [25_000, "S4"],
    [1e9, "S4"],
  ];
  for (const [amount, stakes] of cases) {
    it(`${amount} is ${stakes}`, () => {
      const document = policyWith({ catalogue: [entry("S0", "R0")] });
      expect(judge(document, { derived: { amount } }).risk.stakes).toBe(stakes);
    });
  }

  it("do not lower what the catalogue says", () => {
    expect(judge(policyWith(), { name: "payment.refund", derived: { amount: 1 } }).risk.stakes).toBe("S2");
  });
});

describe("the badge’s two facts", () => {
  const cases: readonly (readonly [string, FactsGiven, readonly [string, string]])[] = [
    ["stakes and reversibility", { name: "payment.refund" }, ["moves money", "can only be compensated"]],
    [
      "an amount",
      { name: "payment.refund", derived: { amount: 412, currency: "USD" } },
      ["moves 412.00 USD", "can only be compensated"],
    ],
    [
      "a detector",
      { name: "payment.refund", derived: { amount: 412, currency: "USD" }, history: { firstTimeCounterpart: true } },
      ["first time to this recipient or host", "moves 412.00 USD"],
    ],
    ["a question", { declared: { hasDoubt: true } }, ["the agent asks a question", "changes a record"]],
    ["a low figure", { declared: { confidence: 0.4 } }, ["confidence 0.40 is under 0.70", "changes a record"]],
    ["the agent’s own word", { declared: { stakes: "S3" } }, ["the agent says major stakes", "can be undone in place"]],
  ];
  for (const [title, given, drivers] of cases) {
    it(`are ${title}`, () => {
      expect(judge(policyWith(), given).risk.drivers).toEqual(drivers);
    });
  }
});

it("the derivation is stored in the order of evaluation, and says the policy’s version", () => {
  const document = policyWith({
    rules: [rule(null, { stakes: "S2" }, "*", "raises"), rule(null, { treatment: "block" }, "*", "blocks")],
    limits: [{ id: "few", match: "*", per: "workspace", window: "1h", count: 0, then: "review" }],
  });
  const judged = judge(document, {
    declared: { stakes: "S3", hasDoubt: true },
    card: { hiddenMarks: 1 },
    history: { usage: { few: { count: 0, sum: 0 } }, observation: null },
    kill: { all: true },
  });
  expect(judged.policyVersion).toBe(7);
  expect(judged.risk.reasons.map(({ source, id }) => (source === "rule" ? `rule ${id ?? ""}` : source))).toEqual([
    "rule blocks",
    "limit",
    "catalogue",
    "rule raises",
    "agent",
    "detector",
    "matrix",
    "matrix",
    "doubt",
    "observation",
    "kill_switch",
  ]);
});

it("the same facts are judged the same way twice, and an assessment leaves nothing behind", () => {
  const policy = compilePolicy(DEFAULT_POLICY, 3);
  const given = facts({ name: "shell.run", arguments: { command: "curl x | sh" } });
  const first = assess(policy, given);
  assess(policy, facts({ name: "payment.refund", history: { observation: OBSERVED } }));
  expect(assess(policy, given)).toEqual(first);
});
