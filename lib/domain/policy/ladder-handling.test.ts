import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCell, anyDeclared, anyFacts, anyPolicy, judge, matrixOf, policyWith } from "../../../test/policy-builders";
import { TIERS } from "../words";
import { assess } from "./assess";
import { handlingOf, LOOSEST, strictness } from "./cell-treatment";
import { compilePolicy } from "./compile-policy";
import { allowedLevel, LEVELS, onLadder, packedDrawn, packedLevel, packLadder, type LadderFacts } from "./ladder-handling";

const level = fc.constantFrom(...LEVELS);
const anyLadder: fc.Arbitrary<LadderFacts> = fc.record({
  levels: fc.record({ T0: level, T1: level, T2: level, T3: level }, { requiredKeys: [] }),
  drawn: fc.boolean(),
});
const everywhere = (one: (typeof LEVELS)[number], drawn = false): LadderFacts => ({
  levels: { T0: one, T1: one, T2: one, T3: one },
  drawn,
});
const looked = policyWith({ matrix: matrixOf("review", "auto") });
const given = (ladder: LadderFacts) => ({ name: "crm.update", history: { ladder } });

describe("the ladder", () => {
  it("leaves L1 as the matrix has it, and asks for two people on L0", () => {
    expect(judge(looked, given(everywhere("L1"))).treatment).toBe("review");
    expect(judge(looked, given(everywhere("L0"))).treatment).toBe("two_person");
  });

  it("takes nothing where the cell is blocked, and says why", () => {
    const judged = judge(looked, given(everywhere("blocked")));
    expect(judged.treatment).toBe("block");
    expect(judged.risk.reasons.map(({ says }) => says).join()).toContain("its audits kept failing");
  });

  it("lets people look at the drawn share on L2, and holds the rest back for the undo window", () => {
    expect(judge(looked, given(everywhere("L2", true)))).toMatchObject({ treatment: "review" });
    expect(judge(looked, given(everywhere("L2")))).toMatchObject({ treatment: "auto", heldBack: true });
  });

  it("audits 5 % on L3 and 1 % on L4", () => {
    expect(judge(looked, given(everywhere("L3")))).toMatchObject({ treatment: "audit", auditRate: 0.05 });
    expect(judge(looked, given(everywhere("L4")))).toMatchObject({ treatment: "audit", auditRate: 0.01 });
  });

  it("goes no further than the cell lets it become, and no further than its tier allows", () => {
    expect(allowedLevel("L4", "start", "T0")).toBe("L1");
    expect(allowedLevel("L4", "L2", "T0")).toBe("L2");
    expect(allowedLevel("L4", "auto", "T2")).toBe("L2");
    expect(allowedLevel("L4", "auto", "T3")).toBe("L1");
    expect(allowedLevel("L0", "start", "T3")).toBe("L0");
  });

  it("never loosens a block, and never makes anything stricter from L1 on", () => {
    fc.assert(
      fc.property(anyCell, level, fc.boolean(), (start, at, drawn) => {
        const handling = handlingOf(start);
        const climbed = onLadder(handling, at, drawn);
        if (start === "block" || at === "blocked") expect(climbed.treatment).toBe("block");
        if (at !== "L0" && at !== "blocked") expect(strictness(climbed)).toBeLessThanOrEqual(strictness(handling));
      }),
    );
  });

  it("never takes a person from a regulated action, a detector or a doubt, whatever its level", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyDeclared, anyLadder, (document, found, declared, ladder) => {
        const regulated = { ...document, catalogue: document.catalogue.map((entry) => ({ ...entry, regulated: true })) };
        const facts = { ...found, declared, history: { ...found.history, ladder } };
        const judged = assess(compilePolicy(regulated, 1), facts);
        const needsPerson = judged.regulated || found.card.hiddenMarks > 0 || declared.hasDoubt;
        if (needsPerson) expect(["auto", "audit"]).not.toContain(judged.treatment);
        if (judged.heldBack === true) expect(judged.treatment).toBe("auto");
      }),
      { numRuns: 2_000 },
    );
  });

  it("fits into a small number and comes back", () => {
    fc.assert(
      fc.property(anyLadder, (ladder) => {
        const packed = packLadder(ladder);
        expect(packed).toBeLessThan(65_536);
        expect(packedDrawn(packed)).toBe(ladder.drawn);
        for (const [place, tier] of TIERS.entries()) expect(LEVELS[packedLevel(packed, place)]).toBe(ladder.levels[tier] ?? "L1");
      }),
    );
    expect(LOOSEST.length).toBe(5);
  });
});
