import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, policyWith, rule } from "../../../test/policy-builders";
import { TIERS } from "../words";
import { handlingOf, strictness } from "./cell-treatment";
import { diffPolicy } from "./diff-policy";
import type { CatalogueEntry, Limit, PolicyDocument, PolicyPrices } from "./policy-document";

type Edit = (document: PolicyDocument) => Partial<PolicyDocument>;
const refund: CatalogueEntry = {
  match: "payment.refund",
  kind: "payment",
  stakes: "S2",
  reversibility: "R2",
  regulated: "PSD2",
};
const limit: Limit = { id: "hourly", match: "*", per: "agent", window: "1h", count: 200, then: "block" };
const PRICES: PolicyPrices = { currency: "EUR", hour: 60, harm: { S0: 1, S1: 10, S2: 50, S3: 500, S4: 5_000 } };
const BEFORE = policyWith({
  catalogue: [refund, { match: "crm.*", kind: "record", stakes: "S3", reversibility: "R3" }],
  rules: [rule("arguments.vip", { stakes: "S3", treatment: "confirm" }, "crm.*", "vip")],
  limits: [limit],
  prices: PRICES,
});

const changes = (edit: Edit) => diffPolicy(BEFORE, { ...structuredClone(BEFORE), ...edit(structuredClone(BEFORE)) });

describe("a difference", () => {
  const cell =
    (start: "audit:0.2" | "confirm"): Edit =>
    ({ matrix }) => ({ matrix: { ...matrix, S2: { ...matrix.S2, R1: { ...matrix.S2.R1, start } } } });
  const entryWith =
    (changed: Partial<CatalogueEntry>): Edit =>
    ({ catalogue }) => ({ catalogue: [{ ...refund, ...changed }, ...catalogue.slice(1)] });
  const ruleWith =
    (changed: object): Edit =>
    ({ rules }) => ({ rules: rules.map((one) => (one.id === "vip" ? { ...one, ...changed } : one)) });
  const limitWith =
    (changed: Partial<Limit>): Edit =>
    () => ({ limits: [{ ...limit, ...changed }] });
  const thresholds =
    (changed: Partial<PolicyDocument["thresholds"]>): Edit =>
    (document) => ({ thresholds: { ...document.thresholds, ...changed } });
  const then = (more: object) => ({ then: { reason: "because of the rule", ...more } });

  const cases: readonly (readonly [string, boolean, Edit])[] = [
    ["Moderate × restorable: one look → runs, 20 % audited", true, cell("audit:0.2")],
    ["Moderate × restorable: one look → hold to approve", false, cell("confirm")],
    [
      "Minor × compensable: runs, 20 % audited → runs, 5 % audited",
      true,
      ({ matrix }) => ({ matrix: { ...matrix, S1: { ...matrix.S1, R2: { ...matrix.S1.R2, start: "audit:0.05" } } } }),
    ],
    [
      "Moderate × restorable, with evidence: down to audits at the floor → down to running by itself",
      true,
      ({ matrix }) => ({ matrix: { ...matrix, S2: { ...matrix.S2, R1: { start: "review", loosest: "auto" } } } }),
    ],
    [
      "Moderate × restorable, email: one look → runs",
      true,
      ({ matrix }) => ({
        matrix: {
          ...matrix,
          S2: { ...matrix.S2, R1: { ...matrix.S2.R1, perKind: { email: { start: "auto", loosest: "L4" } } } },
        },
      }),
    ],
    [
      "Moderate × restorable, email: as for all kinds → one look of its own",
      false,
      ({ matrix }) => ({
        matrix: {
          ...matrix,
          S2: { ...matrix.S2, R1: { ...matrix.S2.R1, perKind: { email: { start: "review", loosest: "L4" } } } },
        },
      }),
    ],
    ["Major × restorable, badge: High → Low", true, ({ tiers }) => ({ tiers: { ...tiers, S3: { ...tiers.S3, R1: "T0" } } })],
    ["Confidence floor: 0.7 → 0.6", true, thresholds({ confidenceFloor: { default: 0.6, payment: 0.9 } })],
    ["Confidence floor, payment: 0.9 → as by default", true, thresholds({ confidenceFloor: { default: 0.7 } })],
    [
      "Confidence floor, email: as by default → 0.8",
      false,
      thresholds({ confidenceFloor: { default: 0.7, payment: 0.9, email: 0.8 } }),
    ],
    ["Amount from which stakes are major: 1000 → 2000", true, thresholds({ amounts: [50, 2_000, 25_000] })],
    ["Undo window, high: 10 s → 20 s", false, thresholds({ undoSeconds: { T0: 3, T1: 5, T2: 20, T3: 30 } })],
    ["Undo window, low: 3 s → 0 s", true, thresholds({ undoSeconds: { T0: 0, T1: 5, T2: 10, T3: 30 } })],
    ["Action `payment.refund`, stakes: S2 → S1", true, entryWith({ stakes: "S1" })],
    ["Action `payment.refund`, reversibility: R2 → R3", false, entryWith({ reversibility: "R3" })],
    ["Action `payment.refund`, regulated: PSD2 → no", true, entryWith({ regulated: false })],
    ["Action `payment.refund`, kind: payment → tool", true, entryWith({ kind: "tool" })],
    ["Action `payment.refund`, time to decide: 24h → 4h", false, entryWith({ expiresIn: "4h" })],
    [
      "Action `acme.get`: nothing → tool, S0 × R0",
      true,
      ({ catalogue }) => ({ catalogue: [...catalogue, { match: "acme.get", kind: "tool", stakes: "S0", reversibility: "R0" }] }),
    ],
    [
      "Action `crm.delete`: nothing → record, S4 × R3",
      false,
      ({ catalogue }) => ({
        catalogue: [...catalogue, { match: "crm.delete", kind: "record", stakes: "S4", reversibility: "R3" }],
      }),
    ],
    ["Action `crm.*`: record, S3 × R3 → nothing", true, ({ catalogue }) => ({ catalogue: catalogue.slice(0, 1) })],
    [
      "Rule `new`: nothing → `*`: tier T2 (because of the rule)",
      false,
      ({ rules }) => ({ rules: [...rules, rule(null, { tier: "T2" }, "*", "new")] }),
    ],
    [
      "Rule `vip`: `crm.*` when `arguments.vip`: stakes S3, treatment confirm (because of the rule) → nothing",
      true,
      ({ rules }) => ({ rules: rules.slice(1) }),
    ],
    ["Rule `vip`, condition: arguments.vip → arguments.gold", true, ruleWith({ when: "arguments.gold" })],
    ["Rule `vip`, treatment: confirm → two_person", false, ruleWith(then({ stakes: "S3", treatment: "two_person" }))],
    ["Rule `vip`, treatment: confirm → review", true, ruleWith(then({ stakes: "S3", treatment: "review" }))],
    ["Rule `vip`, stakes: S3 → nothing", true, ruleWith(then({ treatment: "confirm" }))],
    ["Rule `vip`, actions: crm.* → crm.update", true, ruleWith({ match: "crm.update" })],
    [
      "Limit `hourly`: 200 of `*` per agent in 1h, then blocked → 100 of `*` per agent in 1h, then blocked",
      false,
      limitWith({ count: 100 }),
    ],
    [
      "Limit `hourly`: 200 of `*` per agent in 1h, then blocked → 201 of `*` per agent in 1h, then blocked",
      true,
      limitWith({ count: 201 }),
    ],
    [
      "Limit `hourly`: 200 of `*` per agent in 1h, then blocked → 200 of `*` per agent in 30m, then blocked",
      true,
      limitWith({ window: "30m" }),
    ],
    [
      "Limit `hourly`: 200 of `*` per agent in 1h, then blocked → 200 of `*` per agent in 1h, then one look",
      true,
      limitWith({ then: "review" }),
    ],
    ["Limit `hourly`: 200 of `*` per agent in 1h, then blocked → nothing", true, () => ({ limits: [] })],
    ["An hour of looking: 60.00 EUR → 80.00 EUR", false, ({ prices = PRICES }) => ({ prices: { ...prices, hour: 80 } })],
    [
      "One error, major: 500.00 EUR → 700.00 EUR",
      false,
      ({ prices = PRICES }) => ({ prices: { ...prices, harm: { ...prices.harm, S3: 700 } } }),
    ],
    ["Name: Default → Ours", false, () => ({ name: "Ours" })],
  ];
  for (const [sentence, riskier, edit] of cases) {
    it(`reads “${sentence}”, ${riskier ? "riskier" : "not riskier"}`, () => {
      expect(changes(edit).map((one) => [one.sentence, one.riskier])).toEqual([[sentence, riskier]]);
    });
  }

  it("from assumed prices to named ones says what was assumed", () => {
    const before = policyWith();
    const sentences = diffPolicy(before, { ...before, prices: PRICES }).map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(6);
    expect(sentences[0]).toBe("An hour of looking: 60.00, assumed → 60.00 EUR");
  });

  it("is none between a document and itself", () => {
    fc.assert(
      fc.property(anyPolicy, (document) => {
        expect(diffPolicy(document, structuredClone(document))).toEqual([]);
      }),
    );
  });

  it("is riskier wherever any cell of the grid got milder", () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (before, after) => {
        const milder = (["S0", "S1", "S2", "S3", "S4"] as const).some((stakes) =>
          (["R0", "R1", "R2", "R3"] as const).some((reversibility) => {
            const start = ({ matrix }: PolicyDocument) => strictness(handlingOf(matrix[stakes][reversibility].start));
            const tier = ({ tiers }: PolicyDocument) => TIERS.indexOf(tiers[stakes][reversibility]);
            return start(after) < start(before) || tier(after) < tier(before);
          }),
        );
        fc.pre(milder);
        expect(diffPolicy(before, after).some(({ riskier }) => riskier)).toBe(true);
      }),
    );
  });
});
