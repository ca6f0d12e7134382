import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aState, newId, numberedId, START } from "../../../test/builders";
import { anyJson } from "../../../test/any-json";
import { anyDeclared, anyFacts, anyPolicy, facts, judge, matrixOf, policyWith } from "../../../test/policy-builders";
import { applyEdit, editFields } from "../card/edit-form";
import type { Json, JsonObject } from "../json";
import type { Assessment, GrantUse } from "../risk";
import { TREATMENTS } from "../words";
import { assess } from "./assess";
import { compilePolicy } from "./compile-policy";
import type { AssessFacts } from "./facts";
import { fitsGrant, isInForce, readFreed, whyNoGrant, type FreedField, type Grant, type GrantSignature } from "./grant";

const AGENT = numberedId("agent", 1);
const USE: GrantUse = { id: numberedId("grant", 1), by: "Ada", use: 4, of: 20 };
const APPROVED = { customer: { id: "C-7", tier: "gold" }, amount: 40, note: "monthly", tags: ["a", "b"] };

const signature = (freed: readonly FreedField[] = [], args: JsonObject = APPROVED): GrantSignature => ({
  agentId: AGENT,
  kind: "record",
  action: { name: "crm.update", arguments: args },
  target: { system: "crm" },
  freed,
});
const again = (args: JsonObject, more: Partial<GrantSignature> = {}) => ({
  ...signature(),
  ...more,
  action: { name: "crm.update", arguments: args },
});

/** The same proposal, running under a standing approval. */
const granted = (found: AssessFacts, drawn = false): AssessFacts => ({
  ...found,
  history: { ...found.history, ladder: { levels: {}, drawn, ...found.history.ladder, grant: USE } },
});
const runsAlone = ({ treatment }: Assessment) => treatment === "auto" || treatment === "audit";

describe("a standing approval fits", () => {
  it("what was approved, whatever the order of its keys, and nothing else of any agent, kind, name or target", () => {
    expect(fitsGrant(signature(), again(APPROVED))).toBe(true);
    expect(
      fitsGrant(signature(), again({ tags: ["a", "b"], note: "monthly", amount: 40, customer: { tier: "gold", id: "C-7" } })),
    ).toBe(true);
    expect(fitsGrant(signature(), again(APPROVED, { agentId: numberedId("agent", 2) }))).toBe(false);
    expect(fitsGrant(signature(), again(APPROVED, { kind: "tool" }))).toBe(false);
    expect(fitsGrant(signature(), again(APPROVED, { target: null }))).toBe(false);
    expect(fitsGrant(signature(), again(APPROVED, { target: { system: "crm", environment: "production" } }))).toBe(false);
    expect(fitsGrant(signature(), { ...again(APPROVED), action: { name: "CRM.update", arguments: APPROVED } })).toBe(false);
  });

  it("no arguments that differ anywhere, for any arguments", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anyJson), fc.dictionary(fc.string(), anyJson), (one, other) => {
        fc.pre(JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)));
        expect(fitsGrant(signature([], one), again(other))).toBe(false);
        expect(fitsGrant(signature([], one), again(one))).toBe(true);
      }),
    );
  });

  it("a freed field only within its list or range, and only where it is of the same type", () => {
    const freed: readonly FreedField[] = [
      { path: "/amount", type: "range", min: 0, max: 50 },
      { path: "/customer/id", type: "list", values: ["C-7", "C-8"] },
    ];
    const fits = (amount: Json, id: Json) =>
      fitsGrant(signature(freed), again({ ...APPROVED, amount, customer: { id, tier: "gold" } }));
    expect([fits(0, "C-7"), fits(50, "C-8"), fits(12.5, "C-8")]).toEqual([true, true, true]);
    const outside: readonly (readonly [Json, Json])[] = [
      [50.01, "C-7"],
      [-1, "C-7"],
      ["40", "C-7"],
      [null, "C-7"],
      [[40], "C-7"],
      [40, "C-9"],
      [40, ""],
      [40, null],
    ];
    for (const [amount, id] of outside) {
      expect(fits(amount, id), JSON.stringify([amount, id])).toBe(false);
    }
    const { amount: _amount, ...without } = APPROVED;
    expect(fitsGrant(signature(freed), again(without))).toBe(false);
    expect(fitsGrant(signature(freed), again({ ...APPROVED, more: 1 }))).toBe(false);
    expect(fitsGrant(signature(freed), again({ ...APPROVED, note: "Monthly" }))).toBe(false);
  });

  it("nothing that differs in a field which is not freed, for any field and any other value", () => {
    const freed: readonly FreedField[] = [{ path: "/amount", type: "range", min: 0, max: 50 }];
    const fixed = editFields(APPROVED).filter(({ path }) => path !== "/amount");
    fc.assert(
      fc.property(fc.constantFrom(...fixed), anyJson, fc.nat(50), ({ path, value }, other, amount) => {
        fc.pre(JSON.stringify(other) !== JSON.stringify(value));
        const changed = applyEdit(APPROVED, [
          { path, value: other },
          { path: "/amount", value: amount },
        ]);
        expect(fitsGrant(signature(freed), again(changed))).toBe(false);
      }),
    );
  });
});

describe("a freed field", () => {
  const why = (freed: readonly FreedField[]): string => {
    const read = readFreed(APPROVED, freed);
    return read.ok ? "fine" : read.error;
  };
  it("is a text or a number of what was approved, and allows at least that", () => {
    expect(why([{ path: "/amount", type: "range", min: 1, max: 100 }])).toBe("fine");
    expect(why([{ path: "/note", type: "list", values: ["monthly", "weekly"] }])).toBe("fine");
  });
  it.each([
    [[{ path: "/none", type: "list", values: ["x"] }], "is no text or number"],
    [[{ path: "/tags", type: "list", values: ["x"] }], "is no text or number"],
    [[{ path: "/note", type: "range", min: 0, max: 1 }], "only a number has a range"],
    [[{ path: "/note", type: "list", values: [] }], "list 1 to 50 values"],
    [[{ path: "/note", type: "list", values: [4] }], "must be a string"],
    [[{ path: "/amount", type: "range", min: 50, max: 100 }], "must include what was approved"],
    [[{ path: "/amount", type: "range", min: 100, max: 1 }], "from a smaller to a larger"],
    [[{ path: "/amount", type: "range", min: Number.NaN, max: 100 }], "from a smaller to a larger"],
    [
      [
        { path: "/note", type: "list", values: ["monthly"] },
        { path: "/note", type: "list", values: ["monthly"] },
      ],
      "named twice",
    ],
  ] as const)("is refused with a reason: %j", (freed, says) => {
    expect(why(freed)).toContain(says);
  });
});

describe("a standing approval", () => {
  it("lets an action run within what the matrix allows, and says whose it is and which use", () => {
    const document = policyWith({ matrix: matrixOf("review", "L4") });
    const { treatment, auditRate, risk, grant } = judge(document, {
      history: { ladder: { levels: {}, drawn: false, grant: USE } },
    });
    expect([treatment, auditRate, grant]).toEqual(["audit", 0.01, USE]);
    expect(risk.reasons).toContainEqual(
      expect.objectContaining({ source: "grant", id: USE.id, says: "given by Ada, use 4 of 20: runs, 1 % audited" }),
    );
    expect(judge(document, {}).treatment).toBe("review");
  });

  it("lets nothing run that the agent itself calls critical, though the catalogue has it in a cell where one could", () => {
    const matrix = matrixOf("auto");
    matrix.S3.R0 = { start: "two_person", loosest: "L4" };
    const known = { match: "crm.update", kind: "record", stakes: "S3", reversibility: "R0" } as const;
    const document = policyWith({ matrix, catalogue: [known] });
    const given = { action: { name: "crm.update", arguments: {} } };
    const declared = { stakes: "S4", reversibility: "R2" } as const;
    const approved = { ladder: { levels: {}, drawn: false, grant: USE } };
    const proven = { ladder: { levels: { T1: "L4", T2: "L4", T3: "L4" }, drawn: false } } as const;
    for (const history of [approved, proven]) {
      expect(judge(document, { ...given, history }).treatment).toBe("audit");
      expect(judge(document, { ...given, history, declared })).toMatchObject({ treatment: "two_person", risk: { tier: "T3" } });
    }
  });

  it("never lets a critical or a regulated action run, under any policy an admin could draw", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyDeclared, fc.boolean(), (document, found, declared, drawn) => {
        const policy = compilePolicy(document, 1);
        const under = assess(policy, granted({ ...found, declared }, drawn));
        const without = assess(policy, { ...found, declared });
        const isCritical = without.risk.tier === "T3" && under.risk.tier === "T3";
        if (under.regulated) expect(runsAlone(under)).toBe(false);
        if (isCritical && !runsAlone(without)) expect(runsAlone(under)).toBe(false);
      }),
      { numRuns: 700 },
    );
  });

  it("loosens no further than the matrix says, and nothing that something other than the matrix asked for", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyDeclared, (document, found, declared) => {
        const given = { ...found, declared };
        const under = assess(compilePolicy(document, 1), granted(given));
        // The loosest policy there could be: whatever asks for a person there is not the matrix.
        const elsewhere = assess(compilePolicy({ ...document, matrix: matrixOf("auto", "auto") }, 1), given);
        expect(TREATMENTS.indexOf(under.treatment)).toBeGreaterThanOrEqual(TREATMENTS.indexOf(elsewhere.treatment));
        const pinned = compilePolicy({ ...document, matrix: matrixOf("review", "start") }, 1);
        expect(assess(pinned, granted(given)).treatment).toBe(assess(pinned, given).treatment);
      }),
      { numRuns: 400 },
    );
  });

  it("does not stand against measured errors that asked for two people", () => {
    const document = policyWith({ matrix: matrixOf("review", "L4") });
    const ladder = { levels: { T0: "L0", T1: "L0", T2: "L0" }, drawn: false, grant: USE } as const;
    expect(judge(document, { history: { ladder } }).treatment).toBe("two_person");
  });

  it("is in force until its instant, its last use or its revocation", () => {
    const rest = { id: USE.id, proposalId: newId("proposal"), by: newId("person"), revokedBy: null };
    const grant: Grant = { ...signature(), ...rest, at: START, until: START + 10, usesMax: 2, used: 1, revokedAt: null };
    expect(isInForce(grant, START + 9)).toBe(true);
    expect(isInForce(grant, START + 10)).toBe(false);
    expect(isInForce({ ...grant, used: 2 }, START)).toBe(false);
    expect(isInForce({ ...grant, revokedAt: START }, START)).toBe(false);
  });
});

describe("a standing approval is given", () => {
  const policy = compilePolicy(policyWith(), 1);
  const decision = {
    type: "approve",
    source: "person",
    by: [newId("person")],
    at: START,
    reason: null,
    answer: null,
    singleSigner: false,
  } as const;
  const state = aState({ status: "approved", decision, actionName: "payment.refund" });
  const assessment = assess(policy, facts({ name: "payment.refund", kind: "payment" }));

  it("for what a person approved, where the matrix may become looser", () => {
    expect(whyNoGrant(policy, state, assessment)).toBeNull();
  });

  it("for nothing else, with the reason", () => {
    const critical = { ...assessment, risk: { ...assessment.risk, tier: "T3" as const } };
    const pinned = compilePolicy(policyWith({ matrix: matrixOf("review", "start") }), 1);
    expect(whyNoGrant(policy, { ...state, status: "rejected" }, assessment)).toContain("a person approved");
    expect(whyNoGrant(policy, { ...state, decision: { ...decision, source: "policy" } }, assessment)).toContain(
      "a person approved",
    );
    expect(whyNoGrant(policy, { ...state, canary: true }, assessment)).toContain("a person approved");
    expect(whyNoGrant(policy, { ...state, regulated: true }, assessment)).toContain("regulated");
    expect(whyNoGrant(policy, state, critical)).toContain("critical");
    expect(whyNoGrant(policy, { ...state, actionName: "no.such" }, assessment)).toContain("catalogue");
    expect(whyNoGrant(pinned, state, assessment)).toContain("does not let this cell");
    expect(whyNoGrant(null, state, assessment)).toContain("no policy");
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
