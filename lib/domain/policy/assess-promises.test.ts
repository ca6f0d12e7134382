import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { anyDeclared, anyFacts, anyPolicy, facts, judge, matrixOf, policyWith, rule } from "../../../test/policy-builders";
import { anyJson } from "../../../test/any-json";
import { numberedId } from "../../../test/builders";
import type { Assessment } from "../risk";
import { REVERSIBILITIES, STAKES, TIERS, TREATMENTS } from "../words";
import { assess } from "./assess";
import { assessWithoutPolicy } from "./assess-without-policy";
import { LOOSEST, type CellTreatment } from "./cell-treatment";
import { compilePolicy } from "./compile-policy";
import type { AssessFacts, Declared } from "./facts";
import { LEVELS } from "./ladder-handling";

const RUNS = { numRuns: 1_000 };

/** How strict each part of an assessment is; comparable part by part. */
function strictnessOf({ risk, treatment, auditRate, undoMs, regulated, observed, expiresInMs }: Assessment): readonly number[] {
  return [
    STAKES.indexOf(risk.stakes),
    REVERSIBILITIES.indexOf(risk.reversibility),
    TIERS.indexOf(risk.tier),
    TREATMENTS.indexOf(treatment) + (auditRate ?? 0) / 2,
    undoMs,
    Number(regulated),
    Number(observed),
    // A shorter time to decide is the stricter one: what nobody decides in time does not run.
    -expiresInMs,
  ];
}

describe("an agent’s declaration", () => {
  it("never makes any part of an assessment milder, under any policy an admin could draw", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyDeclared, (document, silent, declared) => {
        const policy = compilePolicy(document, 1);
        const without = strictnessOf(assess(policy, silent));
        const having = strictnessOf(assess(policy, { ...silent, declared }));
        having.forEach((value, part) => expect(value).toBeGreaterThanOrEqual(without[part] ?? 0));
      }),
      RUNS,
    );
  });

  it("does not change what the card’s kind is for an action the catalogue names", () => {
    fc.assert(
      fc.property(anyDeclared, (declared) => {
        expect(judge(policyWith(), { name: "payment.refund", declared }).kind).toBe("payment");
      }),
    );
  });
});

describe("a policy that is missing or cannot be read", () => {
  it("lets nothing run by itself, and nothing run with a look afterwards, whatever is known of it", () => {
    fc.assert(
      fc.property(anyFacts, anyDeclared, (silent, declared) => {
        const { treatment, auditRate, risk } = assessWithoutPolicy({ ...silent, declared });
        expect(TREATMENTS.indexOf(treatment)).toBeGreaterThanOrEqual(TREATMENTS.indexOf("review"));
        expect(auditRate).toBeNull();
        expect(risk.reasons.at(-1)).toMatchObject({ source: "fault" });
      }),
      RUNS,
    );
  });
});

describe("the agent’s prose", () => {
  it("is not an input of policy", () => {
    expectTypeOf<Extract<keyof AssessFacts | keyof Declared, "title" | "rationale" | "evidence" | "doubt">>().toBeNever();
    expectTypeOf<Declared["hasDoubt"]>().toEqualTypeOf<boolean>();
  });
});

describe("arguments", () => {
  const when =
    'agent.id == "agt_1" && derived.hosts == [] && !has(derived.rows) && !has(target.url) && action.name == "crm.update"';
  const policy = compilePolicy(policyWith({ rules: [rule(when, { tier: "T3" })] }), 1);

  it("cannot shadow a field of policy, whatever they are called", () => {
    const names = fc.constantFrom(
      "agent",
      "action",
      "derived",
      "target",
      "stakes",
      "tier",
      "treatment",
      "kind",
      "__proto__",
      "hasOwnProperty",
    );
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(names, fc.string()), anyJson, { noNullPrototype: true, maxKeys: 8 }), (given) => {
        // Facts of their own, so that only the names are at stake and not what `derive` reads from them.
        const forged: AssessFacts = {
          ...facts(),
          action: { name: "crm.update", arguments: given },
        };
        const judged = assess(policy, forged);
        expect([judged.risk.tier, judged.risk.stakes, judged.treatment]).toEqual(["T3", "S1", "auto"]);
      }),
      RUNS,
    );
  });
});

describe("an unknown action", () => {
  it("never runs by itself, under any policy an admin could draw", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, fc.stringMatching(/^[A-Za-z0-9_.:/-]{1,40}$/), (document, given, name) => {
        const { catalogue: _catalogue, ...rest } = document;
        const judged = assess(compilePolicy({ ...rest, catalogue: [] }, 1), { ...given, action: { name, arguments: {} } });
        expect(["auto", "audit"]).not.toContain(judged.treatment);
      }),
    );
  });

  it("is no better known for being written in letters that look like the catalogued ones", () => {
    const document = policyWith({ matrix: matrixOf("auto", "auto") });
    const policy = compilePolicy(
      { ...document, catalogue: [{ match: "*", kind: "tool", stakes: "S0", reversibility: "R0" }, ...document.catalogue] },
      1,
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.nat(8), (strange, at) => {
        fc.pre(!/^[A-Za-z0-9_.:/-]*$/.test(strange));
        const name = `crm.get`.slice(0, at) + strange + `crm.get`.slice(at);
        expect(assess(policy, facts({ name })).treatment).toBe("review");
      }),
      RUNS,
    );
  });
});

describe("a regulated action", () => {
  it("goes to a person under the loosest matrix, on any level of the ladder, under a standing approval and after 10,000 clean items", () => {
    const ran = new Set<string>();
    const anyMatrix = fc
      .tuple(fc.constantFrom<CellTreatment>("auto", "audit:0.05", "review"), fc.constantFrom(...LOOSEST))
      .map(([start, loosest]) => matrixOf(start, loosest));
    const anyLevels = fc.constantFrom(...LEVELS).map((level) => ({ T0: level, T1: level, T2: level, T3: level }));
    const grant = { id: numberedId("grant", 1), by: "Ada", use: 1, of: 10 };
    fc.assert(
      fc.property(
        fc.record({ stakes: fc.constantFrom(...STAKES), reversibility: fc.constantFrom(...REVERSIBILITIES), matrix: anyMatrix }),
        anyDeclared,
        fc.record({ levels: anyLevels, drawn: fc.boolean(), granted: fc.boolean() }),
        ({ stakes, reversibility, matrix }, declared, { levels, drawn, granted }) => {
          const given = (regulated: boolean): Assessment =>
            judge(
              {
                ...policyWith({ matrix }),
                catalogue: [{ match: "crm.update", kind: "record", stakes, reversibility, regulated }],
              },
              {
                declared: { ...declared, confidence: 1 },
                history: {
                  observation: { looked: 10_000, wrong: 0, ended: true },
                  calibration: { labelled: 10_000, calibrated: 1 },
                  firstTimeCounterpart: false,
                  ladder: { levels, drawn, ...(granted ? { grant } : {}) },
                },
              },
            );
          const judged = given(true);
          expect(["review", "confirm", "two_person", "block"]).toContain(judged.treatment);
          expect(judged.regulated).toBe(true);
          if (!["review", "confirm", "two_person", "block"].includes(given(false).treatment))
            ran.add(granted ? "grant" : levels.T0);
        },
      ),
      RUNS,
    );
    // Not regulated, the same would have run by itself: on the ladder as well as under an approval.
    expect([...ran]).toEqual(expect.arrayContaining(["grant", "L1", "L2", "L3", "L4"]));
  });
});

describe("a stop", () => {
  it("brings a person to everything it covers, under any policy an admin could draw", () => {
    const switches = fc.constantFrom({ all: true }, { agent: true }, { kind: true });
    fc.assert(
      fc.property(anyPolicy, anyFacts, switches, (document, given, kill) => {
        const judged = assess(compilePolicy(document, 1), { ...given, kill: { ...given.kill, ...kill } });
        expect(["auto", "audit"]).not.toContain(judged.treatment);
      }),
    );
  });
});

describe("a fault", () => {
  it("never lets an action run by itself, whatever rules stand beside it", () => {
    const broken = fc.constantFrom(
      "arguments.none == 1",
      "arguments.a + 1 == 2",
      "arguments.a",
      "(",
      "derived.amount > 1.0",
      "arguments.l[0] == 1",
    );
    fc.assert(
      fc.property(anyPolicy, anyFacts, broken, (document, given, when) => {
        const rules = [rule("true", { stakes: "S0" }, "*", "calm"), rule(when, { stakes: "S0" }, "*", "broken")];
        const action = { ...given.action, arguments: { a: "text", l: [] } };
        const judged = assess(compilePolicy({ ...document, rules }, 1), {
          ...given,
          action,
          derived: { ...given.derived, amount: null },
        });
        expect(["auto", "audit"]).not.toContain(judged.treatment);
      }),
    );
  });
});

it("the badge names two facts, neither of them empty, for any proposal", () => {
  fc.assert(
    fc.property(anyPolicy, anyFacts, anyDeclared, (document, given, declared) => {
      const { drivers, reasons } = assess(compilePolicy(document, 1), { ...given, declared }).risk;
      expect(drivers[0]).not.toBe("");
      expect(drivers[1]).not.toBe("");
      expect(drivers[0]).not.toBe(drivers[1]);
      expect(reasons.length).toBeGreaterThan(0);
    }),
  );
});
