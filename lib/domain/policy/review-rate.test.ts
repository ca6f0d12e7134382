import { describe, expect, it } from "vitest";

import { facts, matrixOf, policyWith, rule } from "../../../test/policy-builders";
import { compilePolicy } from "./compile-policy";
import type { LadderFacts } from "./ladder-handling";
import { assessWithRate } from "./review-rate";

const policy = policyWith({ matrix: matrixOf("review", "L4") });
const on = (level: "L1" | "L2", drawn: boolean): LadderFacts => ({
  levels: { T0: level, T1: level, T2: level, T3: level },
  drawn,
});

function rateOf(ladder: LadderFacts, given: Parameters<typeof facts>[0] = {}, document = policy) {
  return assessWithRate(compilePolicy(document, 1), facts({ ...given, history: { ...given.history, ladder } })).reviewRate;
}

describe("the chance that a person looks", () => {
  it("is a fifth where only the ladder’s draw brought one", () => {
    expect(rateOf(on("L2", true))).toBe(0.2);
  });

  it("is not written down where nobody looks, or everybody would", () => {
    expect(rateOf(on("L2", false))).toBeUndefined();
    expect(rateOf(on("L1", true))).toBeUndefined();
  });

  it("is not written down where something else asks for a person as well", () => {
    expect(rateOf(on("L2", true), { declared: { hasDoubt: true } })).toBeUndefined();
    expect(rateOf(on("L2", true), { kill: { agent: true } })).toBeUndefined();
    expect(rateOf(on("L2", true), { history: { observation: null } })).toBeUndefined();
    const asked = policyWith({ ...policy, rules: [rule(null, { treatment: "review" }, "crm.*", "asked")] });
    expect(rateOf(on("L2", true), {}, asked)).toBeUndefined();
  });
});
