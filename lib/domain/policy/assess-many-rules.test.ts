import { describe, expect, it } from "vitest";
import { facts, policyWith, rule } from "../../../test/policy-builders";
import { assess } from "./assess";
import { compilePolicy } from "./compile-policy";

describe("10,000 rules", () => {
  // Each rule of another namespace would fault if it were evaluated; each that fits is counted by what it says.
  const fitting = Array.from({ length: 200 }, (_, index) =>
    rule(`arguments.n >= ${index}`, { stakes: "S2", reason: `n is ${index} or more` }, "crm.*", `fits-${index}`),
  );
  const others = Array.from({ length: 9_800 }, (_, index) =>
    rule(`arguments.missing == ${index % 50}`, { treatment: "block" }, `ns${index}.*`, `other-${index}`),
  );
  const policy = compilePolicy(policyWith({ rules: [...others.slice(0, 5_000), ...fitting, ...others.slice(5_000)] }), 1);

  it("are evaluated only where the name fits", () => {
    const { risk } = assess(policy, facts({ arguments: { n: 99 } }));
    expect(risk.reasons.filter(({ source }) => source === "fault")).toEqual([]);
    expect(risk.reasons.filter(({ source }) => source === "rule")).toHaveLength(100);
    expect(policy.byName.rules("crm.update").rules).toHaveLength(200);
  });

  it("each hold for their own namespace", () => {
    const judged = assess(policy, facts({ name: "ns4321.run", arguments: { missing: 4321 % 50 } }));
    expect(judged.treatment).toBe("block");
    expect(judged.risk.reasons[0]).toMatchObject({ source: "rule", id: "other-4321" });
  });
});
