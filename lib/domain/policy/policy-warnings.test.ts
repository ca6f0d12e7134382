import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, matrixOf, policyWith, rule } from "../../../test/policy-builders";
import type { PolicyDocument } from "./policy-document";
import { readPolicy } from "./validate-policy";

const text = (document: PolicyDocument) => JSON.stringify(document, null, 2);

function warningsOf(document: PolicyDocument): readonly string[] {
  const read = readPolicy(text(document));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.warnings.map(({ path, message }) => `${path}: ${message}`);
}

describe("a warning", () => {
  it("stands for each cell that is milder than its neighbour", () => {
    const matrix = policyWith().matrix;
    matrix.S3.R1 = { start: "audit:0.05", loosest: "L4" };
    expect(warningsOf(policyWith({ matrix }))).toEqual([
      "matrix.S3.R1.start: Major × restorable runs by itself",
      "matrix.S3.R1.start: Major × restorable is milder than Moderate × restorable: runs, 5 % audited, one look",
      "matrix.S3.R1.start: Major × restorable is milder than Major × undo in place: runs, 5 % audited, one look",
      "matrix.S3.R1.loosest: Major × restorable is high risk, and evidence may loosen it beyond a share before running",
    ]);
  });

  it("stands for a policy under which nobody looks", () => {
    expect(warningsOf(policyWith({ matrix: matrixOf("auto") }))).toContain(
      "matrix: every cell runs by itself: nobody looks first",
    );
  });

  it("stands for an entry that knows every action", () => {
    const entry = { match: "*", kind: "tool", stakes: "S0", reversibility: "R0" } as const;
    expect(warningsOf(policyWith({ catalogue: [entry] }))).toEqual([
      "catalogue[0].match: `*` names every action, and what only it names runs by itself (negligible × undo in place)",
    ]);
    expect(warningsOf(policyWith({ catalogue: [{ ...entry, stakes: "S2", reversibility: "R2" }] }))).toEqual([
      "catalogue[0].match: `*` names every action: none is unknown any more",
    ]);
  });

  it("stands for rules that do nothing, or everything", () => {
    const rules = [
      rule("false", { tier: "T2" }, "crm.*", "idle"),
      rule(null, { treatment: "block" }, "*", "wall"),
      rule(null, { tier: "T2" }, "paymnet.*", "slip"),
    ];
    expect(warningsOf(policyWith({ rules }))).toEqual([
      "rules[0].when: rule `idle` never applies",
      "rules[1].match: rule `wall` blocks every action",
      "rules[2].match: `slip`: no catalogue entry has a name like `paymnet.*`",
    ]);
  });

  it("stands for a floor of nothing and for a tier out of order", () => {
    const { thresholds, tiers } = policyWith();
    const confidenceFloor = { default: 0.7, payment: 0 };
    const document = policyWith({
      thresholds: { ...thresholds, confidenceFloor },
      tiers: { ...tiers, S4: { ...tiers.S4, R0: "T0" } },
    });
    expect(warningsOf(document)).toEqual([
      "tiers.S4.R0: Severe × undo in place is milder than Major × undo in place: Low, Medium",
      "thresholds.confidenceFloor.payment: with a floor of 0 no declared confidence is ever low",
    ]);
  });

  it("or an issue can be told of any grid, and both point into the text", () => {
    fc.assert(
      fc.property(anyPolicy, (document) => {
        const source = text(document);
        const read = readPolicy(source);
        for (const { line, column } of read.ok ? read.value.warnings : read.error) {
          expect((source.split("\n")[line - 1] ?? "").slice(column - 1)).not.toBe("");
        }
      }),
      { numRuns: 200 },
    );
  });
});
