import fc from "fast-check";
import { assess } from "../lib/domain/policy/assess";
import { LOOSEST, type CellTreatment } from "../lib/domain/policy/cell-treatment";
import { compilePolicy } from "../lib/domain/policy/compile-policy";
import { DEFAULT_POLICY } from "../lib/domain/policy/default-policy";
import { derive, type Derived } from "../lib/domain/policy/derive";
import type { AssessFacts, Declared, HistoryFacts } from "../lib/domain/policy/facts";
import type { PolicyDocument, Rule, RuleEffect } from "../lib/domain/policy/policy-document";
import type { JsonObject } from "../lib/domain/json";
import type { Assessment } from "../lib/domain/risk";
import { KINDS, REVERSIBILITIES, STAKES, TIERS, type Kind } from "../lib/domain/words";

/** An agent × action name whose observation is over. */
export const OBSERVED: HistoryFacts["observation"] = { looked: 50, wrong: 0, ended: false };

const SILENT: Declared = { kind: null, stakes: null, reversibility: null, confidence: null, hasDoubt: false, expiresInMs: null };

const READABLE: AssessFacts["card"] = {
  fullyReadable: true,
  unreadable: [],
  hiddenMarks: 0,
  mixedScript: false,
  failedChecks: [],
};

/** What a test says of a proposal; everything else is harmless and known. */
export interface FactsGiven {
  readonly name?: string;
  readonly arguments?: JsonObject;
  readonly kind?: Kind;
  readonly target?: AssessFacts["target"];
  readonly declared?: Partial<Declared>;
  readonly card?: Partial<AssessFacts["card"]>;
  readonly derived?: Partial<Derived>;
  readonly history?: Partial<HistoryFacts>;
  readonly kill?: Partial<AssessFacts["kill"]>;
}

/** Facts of a proposal whose agent declares nothing, whose card reads well, and whose observation is over. */
export function facts(given: FactsGiven = {}): AssessFacts {
  const action = { name: given.name ?? "crm.update", arguments: given.arguments ?? {} };
  const target = given.target ?? null;
  return {
    action,
    agent: { id: "agt_1", name: "support" },
    target,
    declared: { ...SILENT, ...given.declared },
    card: { ...READABLE, ...given.card },
    derived: { ...derive(action, target, given.kind ?? "tool"), ...given.derived },
    history: {
      calibration: { labelled: 0, calibrated: null },
      observation: OBSERVED,
      firstTimeCounterpart: null,
      usualAmount: null,
      usage: {},
      ...given.history,
    },
    kill: { all: false, agent: false, kind: false, ...given.kill },
  };
}

/** The default policy without its rules and limits, changed as given. */
export function policyWith(changes: Partial<PolicyDocument> = {}): PolicyDocument {
  return { ...structuredClone(DEFAULT_POLICY), rules: [], limits: [], ...changes };
}

/** A matrix whose every cell is the same. */
export function matrixOf(start: CellTreatment, loosest: (typeof LOOSEST)[number] = "start"): PolicyDocument["matrix"] {
  const row = () => ({ R0: { start, loosest }, R1: { start, loosest }, R2: { start, loosest }, R3: { start, loosest } });
  return { S0: row(), S1: row(), S2: row(), S3: row(), S4: row() };
}

/** A rule for every action, or for those of `match`. */
export function rule(when: string | null, then: Partial<RuleEffect>, match = "*", id = "a-rule"): Rule {
  return { id, match, ...(when === null ? {} : { when }), then: { reason: "because of the rule", ...then } };
}

/** The assessment of given facts under a document. */
export function judge(document: PolicyDocument, given: FactsGiven = {}): Assessment {
  return assess(compilePolicy(document, 7), facts(given));
}

// Figures of three decimals are where two ways of rounding part.
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
);
export const anyCell: fc.Arbitrary<CellTreatment> = fc.constantFrom(
  ...(["auto", "audit:0.05", "audit:0.2", "audit:1", "review", "confirm", "two_person", "block"] as const),
);

const byReversibility = <Value>(value: fc.Arbitrary<Value>) => fc.record({ R0: value, R1: value, R2: value, R3: value });
const byStakes = <Value>(value: fc.Arbitrary<Value>) => fc.record({ S0: value, S1: value, S2: value, S3: value, S4: value });

const anyMatrixCell = fc.record(
  {
    start: anyCell,
    loosest: fc.constantFrom(...LOOSEST),
    perKind: fc.record(
      {
        payment: fc.record({ start: anyCell, loosest: fc.constantFrom(...LOOSEST) }),
        tool: fc.record({ start: anyCell, loosest: fc.constantFrom(...LOOSEST) }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["start", "loosest"] },
);

/** Any grid an admin could draw, sensible or not, under a few catalogued names. */
export const anyPolicy: fc.Arbitrary<PolicyDocument> = fc
  .record({
    tiers: byStakes(byReversibility(fc.constantFrom(...TIERS))),
    matrix: byStakes(byReversibility(anyMatrixCell)),
    floor: share,
    entries: fc.uniqueArray(
      fc.record({
        match: fc.constantFrom("crm.*", "crm.update", "payment.*", "*", "*.get"),
        kind: fc.constantFrom(...KINDS),
        stakes: fc.constantFrom(...STAKES),
        reversibility: fc.constantFrom(...REVERSIBILITIES),
        regulated: fc.boolean(),
      }),
      { selector: (entry) => entry.match, maxLength: 5 },
    ),
  })
  .map(({ tiers, matrix, floor, entries }) =>
    policyWith({
      tiers,
      matrix,
      catalogue: entries,
      thresholds: { ...DEFAULT_POLICY.thresholds, confidenceFloor: { default: floor, payment: 1 - floor } },
    }),
  );

/** Anything an agent may say of its own proposal. */
export const anyDeclared: fc.Arbitrary<Declared> = fc.record({
  kind: fc.option(fc.constantFrom(...KINDS)),
  stakes: fc.option(fc.constantFrom(...STAKES)),
  reversibility: fc.option(fc.constantFrom(...REVERSIBILITIES)),
  confidence: fc.option(share),
  hasDoubt: fc.boolean(),
  expiresInMs: fc.option(fc.integer({ min: 10_000, max: 100_000_000 })),
});

/** Facts of any proposal that declares nothing. */
export const anyFacts: fc.Arbitrary<AssessFacts> = fc
  .record({
    name: fc.constantFrom("crm.update", "crm.get", "payment.refund", "PAYMENT.Refund", "shell.run", "crm_update"),
    amount: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
    hiddenMarks: fc.constantFrom(0, 0, 0, 2),
    observation: fc.option(fc.record({ looked: fc.nat(60), wrong: fc.nat(3), ended: fc.boolean() })),
    calibration: fc.record({ labelled: fc.nat(300), calibrated: fc.option(share) }),
    kill: fc.record({ all: fc.boolean(), agent: fc.boolean(), kind: fc.boolean() }),
  })
  .map(({ name, amount, hiddenMarks, observation, calibration, kill }) =>
    facts({ name, card: { hiddenMarks }, derived: { amount }, history: { observation, calibration }, kill }),
  );
