import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REVERSIBILITIES, STAKES } from "../words";
import { conditionCompiler } from "./condition";
import { CONDITION_VARIABLES } from "./condition-check";
import { DEFAULT_POLICY } from "./default-policy";
import { cellWords } from "./matrix-words";
import { CatalogueEntry, Limit, MatrixCell, PolicyDocument, PolicyPrices, Rule, RuleEffect } from "./policy-document";

const page = readFileSync("docs/policy.md", "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, "g"))].map(([, block = ""]) => block);

describe("the policy page", () => {
  it("shows examples that are accepted as they stand", () => {
    const [entry = "", rule = "", cell = "", limit = "", prices = "", ...rest] = blocks("json");
    expect(rest).toEqual([]);
    expect(CatalogueEntry.safeParse(JSON.parse(entry)).success).toBe(true);
    const parsed = Rule.parse(JSON.parse(rule));
    expect(conditionCompiler().compile(parsed.when ?? "").ok).toBe(true);
    expect(MatrixCell.safeParse(JSON.parse(cell)).success).toBe(true);
    expect(Limit.safeParse(JSON.parse(limit)).success).toBe(true);
    expect(PolicyPrices.safeParse(JSON.parse(prices)).success).toBe(true);
  });

  it("shows conditions that compile", () => {
    const conditions = blocks("").flatMap((block) => block.trim().split("\n"));
    expect(conditions.length).toBeGreaterThan(5);
    for (const condition of conditions) expect(conditionCompiler().compile(condition).ok, condition).toBe(true);
  });

  it("draws the grid of a new workspace", () => {
    for (const stakes of STAKES) {
      const row = page.split("\n").find((line) => line.startsWith(`| ${stakes} `));
      const cells = row
        ?.split("|")
        .slice(2, -1)
        .map((cell) => cell.trim());
      expect(cells).toEqual(
        REVERSIBILITIES.map((reversibility) => cellWords(DEFAULT_POLICY.matrix[stakes][reversibility].start)),
      );
    }
  });

  it("names every field of the document and everything a condition reads", () => {
    const fields = [PolicyDocument, CatalogueEntry, Rule, Limit, PolicyPrices].flatMap((schema) => Object.keys(schema.shape));
    const known = [
      ...fields,
      ...Object.keys(RuleEffect.shape),
      ...Object.keys(CONDITION_VARIABLES),
      ...(CONDITION_VARIABLES["derived"] ?? []),
    ];
    for (const field of known) expect(page, field).toMatch(new RegExp(`[\`.]${field}\``));
  });
});
