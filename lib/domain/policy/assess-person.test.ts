import { describe, expect, it } from "vitest";
import { judge, matrixOf, policyWith, rule, type FactsGiven } from "../../../test/policy-builders";
import { type Tier, type Treatment } from "../words";
import type { PolicyDocument } from "./policy-document";

const ALL_AUTO = policyWith({ matrix: matrixOf("auto", "auto") });
const sources = (document: PolicyDocument, given: FactsGiven) => judge(document, given).risk.reasons.map(({ source }) => source);

describe("confidence", () => {
  const cases: readonly (readonly [string, FactsGiven, Treatment, Tier])[] = [
    ["that is unknown raises nothing", {}, "auto", "T0"],
    ["at the floor raises nothing", { declared: { confidence: 0.7 } }, "auto", "T0"],
    ["under the floor brings a person and a badge one tier up", { declared: { confidence: 0.69 } }, "review", "T1"],
    ["that is not a number is low", { declared: { confidence: Number.NaN } }, "review", "T1"],
    [
      "measured under the floor on 50 items brings a person",
      { declared: { confidence: 0.99 }, history: { calibration: { labelled: 50, calibrated: 0.5 } } },
      "review",
      "T1",
    ],
    [
      "measured on 49 items is unknown",
      { declared: { confidence: 0.99 }, history: { calibration: { labelled: 49, calibrated: 0.5 } } },
      "auto",
      "T0",
    ],
    [
      "that was not sent is unknown, whatever was measured",
      { history: { calibration: { labelled: 500, calibrated: 0.1 } } },
      "auto",
      "T0",
    ],
    ["is not needed for a question to bring a person", { declared: { hasDoubt: true } }, "review", "T1"],
    ["and a question together raise one tier", { declared: { confidence: 0.1, hasDoubt: true } }, "review", "T1"],
  ];
  for (const [title, given, treatment, tier] of cases) {
    it(title, () => {
      const judged = judge(policyWith(), given);
      expect([judged.treatment, judged.risk.tier]).toEqual([treatment, tier]);
    });
  }

  it("that is high never loosens", () => {
    const given = {
      name: "payment.refund",
      declared: { confidence: 1 },
      history: { calibration: { labelled: 9_000, calibrated: 1 } },
    };
    expect(judge(policyWith(), given).treatment).toBe("review");
  });

  it("has a floor for each kind", () => {
    const document = policyWith({ matrix: matrixOf("auto") });
    expect(judge(document, { name: "payment.refund", declared: { confidence: 0.89 } }).treatment).toBe("review");
    expect(judge(document, { name: "payment.refund", declared: { confidence: 0.9 } }).treatment).toBe("auto");
  });

  it("does not raise the badge beyond critical", () => {
    expect(judge(policyWith(), { name: "file.delete", declared: { confidence: 0 } }).risk.tier).toBe("T3");
  });
});

describe("detectors", () => {
  const cases: readonly (readonly [string, FactsGiven])[] = [
    ["hidden-text", { card: { hiddenMarks: 1 } }],
    ["mixed-script", { card: { mixedScript: true, failedChecks: ["mixed-script"] } }],
    ["not-readable", { card: { fullyReadable: false, unreadable: ["a", "b", "c"] } }],
    ["check-secret-in-arguments", { card: { failedChecks: ["secret-in-arguments"] } }],
    ["first-time", { history: { firstTimeCounterpart: true } }],
    ["amount-unreadable", { derived: { amountUnreadable: true } }],
    ["unusual-amount", { derived: { amount: 480 }, history: { usualAmount: 48 } }],
    ["unusual-amount", { derived: { amount: 4.8 }, history: { usualAmount: 48 } }],
  ];
  for (const [id, given] of cases) {
    it(`${id} makes an automatic item high risk, to be held to approve: ${JSON.stringify(given)}`, () => {
      const judged = judge(ALL_AUTO, given);
      expect([judged.treatment, judged.risk.tier]).toEqual(["confirm", "T2"]);
      expect(judged.risk.reasons.filter(({ source }) => source === "detector").map((reason) => reason.id)).toEqual([id]);
    });
  }

  it("stay silent on amounts that are near the usual or merely smaller", () => {
    for (const amount of [48, 20, 6, 3, 400, 0]) {
      expect(sources(ALL_AUTO, { derived: { amount }, history: { usualAmount: 48 } })).not.toContain("detector");
    }
  });

  it("stay silent when nothing was looked up", () => {
    expect(
      sources(ALL_AUTO, { derived: { amount: 480 }, history: { usualAmount: null, firstTimeCounterpart: null } }),
    ).not.toContain("detector");
  });

  it("do not lower what is stricter already", () => {
    const judged = judge(policyWith(), { name: "file.delete", card: { hiddenMarks: 1 } });
    expect([judged.treatment, judged.risk.tier]).toEqual(["two_person", "T3"]);
  });
});

describe("observation", () => {
  const cases: readonly (readonly [string, { looked: number; wrong: number; ended: boolean } | null, boolean])[] = [
    ["an agent and action seen for the first time", null, true],
    ["the 50th proposal", { looked: 49, wrong: 0, ended: false }, true],
    ["the 51st after no wrong one", { looked: 50, wrong: 0, ended: false }, false],
    ["the 51st after one wrong one", { looked: 50, wrong: 1, ended: false }, false],
    ["the 51st after two wrong ones, until an admin decides", { looked: 50, wrong: 2, ended: false }, true],
    ["what an admin ended", { looked: 50, wrong: 2, ended: true }, false],
    ["what an admin skipped", { looked: 0, wrong: 0, ended: true }, false],
  ];
  for (const [title, observation, observed] of cases) {
    it(`${title} ${observed ? "is looked at" : "follows the matrix"}`, () => {
      const judged = judge(ALL_AUTO, { history: { observation } });
      expect(judged.observed).toBe(observed);
      expect(judged.treatment).toBe(observed ? "review" : "auto");
    });
  }

  it("leaves out what is negligible and undone in place", () => {
    const judged = judge(ALL_AUTO, { name: "crm.get", history: { observation: null } });
    expect(judged).toMatchObject({ treatment: "auto", observed: false });
  });

  it("does not leave out what the agent itself says is more", () => {
    expect(judge(ALL_AUTO, { name: "crm.get", declared: { stakes: "S1" }, history: { observation: null } }).treatment).toBe(
      "review",
    );
  });

  it("does not soften a stricter treatment", () => {
    expect(judge(policyWith(), { name: "file.delete", history: { observation: null } }).treatment).toBe("two_person");
  });
});

describe("the kill switch", () => {
  for (const kill of [{ all: true }, { agent: true }, { kind: true }]) {
    it(`sends an automatic item to a person: ${JSON.stringify(kill)}`, () => {
      const judged = judge(ALL_AUTO, { name: "crm.get", kill });
      expect(judged.treatment).toBe("review");
      expect(judged.risk.reasons.at(-1)).toMatchObject({ source: "kill_switch", sets: "treatment review" });
    });
  }

  it("does not open what is blocked", () => {
    const document = policyWith({ rules: [rule(null, { treatment: "block" })] });
    expect(judge(document, { kill: { all: true } }).treatment).toBe("block");
  });
});
