import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberedId } from "../../../test/builders";
import { anyDeclared, anyFacts, anyPolicy, facts, matrixOf, policyWith, rule } from "../../../test/policy-builders";
import { assess } from "../policy/assess";
import { compilePolicy } from "../policy/compile-policy";
import type { AssessFacts } from "../policy/facts";
import { fixedPart } from "../policy/fixed-part";
import { LEVELS, type LadderFacts } from "../policy/ladder-handling";
import type { PolicyDocument } from "../policy/policy-document";
import { TIERS } from "../words";
import { columnsOf } from "./history-columns";
import { auditRateAt, judge, knobsOf, treatmentAt } from "./replay";

const RULES: PolicyDocument["rules"] = [
  rule("has(derived.amount) && derived.amount > 100.0", { stakes: "S3" }, "payment.*", "dear"),
  rule(null, { tier: "T3" }, "shell.*", "shell"),
  rule("arguments.missing == 1", { treatment: "confirm" }, "crm.get", "faults"),
  rule("has(derived.amount) && derived.amount > 100000.0", { treatment: "block", reversibility: "R2" }, "*", "blocked"),
];
const LIMITS: PolicyDocument["limits"] = [{ id: "few", match: "crm.*", per: "agent", window: "1h", count: 3, then: "review" }];

const anyAmounts = fc
  .tuple(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))
  .map(([a, b, c]): [number, number, number] => [a, a + b, a + b + c]);
const level = fc.constantFrom(...LEVELS);
const anyLadder: fc.Arbitrary<LadderFacts | null> = fc.option(
  fc.record(
    {
      levels: fc.record({ T0: level, T1: level, T2: level, T3: level }, { requiredKeys: [] }),
      drawn: fc.boolean(),
      grant: fc.constant({ id: numberedId("grant", 1), by: "Ada", use: 1, of: 2 }),
    },
    { requiredKeys: ["levels", "drawn"] },
  ),
);
const anyHistory: fc.Arbitrary<AssessFacts> = fc
  .record({ found: anyFacts, declared: anyDeclared, used: fc.nat(6), firstTime: fc.option(fc.boolean()), ladder: anyLadder })
  .map(({ found, declared, used, firstTime, ladder }) => ({
    ...found,
    declared,
    history: {
      ...found.history,
      usage: { few: { count: used, sum: 0 } },
      firstTimeCounterpart: firstTime,
      ...(ladder === null ? {} : { ladder }),
    },
  }));

/** Judged twice: by policy itself under the draft, and replayed from what was compacted under the policy in force. */
function bothWays(inForce: PolicyDocument, draft: PolicyDocument, past: readonly AssessFacts[]) {
  const compiled = compilePolicy(inForce, 1);
  const items = past.map((one, index) => {
    const plain = { id: String(index), at: index * 1_000, agentId: "a", label: null, seconds: 0, waitMs: null };
    return { ...plain, fixed: fixedPart(compiled, one) };
  });
  const judged = judge(columnsOf(items), knobsOf(draft));
  return past.map((one, index) => {
    const assessed = assess(compilePolicy(draft, 2), one);
    const strict = judged.strictness[index] ?? Number.NaN;
    const auditRate = auditRateAt(strict);
    return {
      assessed: [assessed.treatment, assessed.auditRate ?? 0, assessed.risk.tier],
      replayed: [treatmentAt(strict), Math.round(auditRate * 1e4) / 1e4, TIERS[judged.tier[index] ?? 9]],
    };
  });
}

describe("a replay", () => {
  it("comes to what policy itself says, to the item, whatever knob was moved", () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anyPolicy,
        anyAmounts,
        fc.array(anyHistory, { minLength: 1, maxLength: 5 }),
        (one, other, amounts, past) => {
          const inForce = { ...one, rules: RULES, limits: LIMITS };
          const draft = { ...inForce, tiers: other.tiers, matrix: other.matrix, thresholds: { ...other.thresholds, amounts } };
          for (const { assessed, replayed } of bothWays(inForce, draft, past)) expect(replayed).toEqual(assessed);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("never lets a regulated item, a doubt, a detector or a stop run alone", () => {
    const inForce = policyWith({
      catalogue: [{ match: "crm.*", kind: "record", stakes: "S0", reversibility: "R0", regulated: "MiFID" }],
    });
    const draft = { ...inForce, matrix: matrixOf("auto", "auto") };
    const other = {
      ...inForce,
      catalogue: [{ match: "crm.*", kind: "record" as const, stakes: "S0" as const, reversibility: "R0" as const }],
    };
    const [regulated] = bothWays(inForce, draft, [facts()]);
    expect(regulated?.replayed[0]).toBe("review");
    const careful = [
      facts({ declared: { hasDoubt: true } }),
      facts({ card: { hiddenMarks: 1 } }),
      facts({ kill: { all: true } }),
    ];
    expect(bothWays(other, { ...other, matrix: matrixOf("auto", "auto") }, careful).map(({ replayed }) => replayed[0])).toEqual([
      "review",
      "confirm",
      "review",
    ]);
  });
});
