import { describe, expect, it } from "vitest";
import { judge, matrixOf, policyWith } from "../../../test/policy-builders";
import { type Reversibility, type Stakes } from "../words";
import { compilePolicy, resolveAction } from "./compile-policy";
import type { CatalogueEntry } from "./policy-document";

const entry = (stakes: Stakes, reversibility: Reversibility, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  match: "crm.update",
  kind: "record",
  stakes,
  reversibility,
  ...more,
});
const ALL_AUTO = policyWith({ matrix: matrixOf("auto", "auto") });

describe("unknown actions", () => {
  it("never run by themselves, whatever the matrix says", () => {
    const judged = judge(ALL_AUTO, { name: "acme.do_it" });
    expect(judged.treatment).toBe("review");
    expect(judged.risk).toMatchObject({ stakes: "S1", reversibility: "R3" });
    expect(judged.risk.drivers).toEqual(["not in the catalogue", "nothing known of undoing it"]);
  });

  for (const name of [
    "CRM.get",
    "crm_get",
    "crm:get",
    "crm/get",
    "Crm.Get",
    "ｃｒｍ.get",
    "crm.g\u200bet",
    "сrm.get",
    "crm.get ",
    "crm.ge\u0301t",
  ]) {
    it(`${JSON.stringify(name)} is not taken for the catalogued read \`crm.get\``, () => {
      expect(judge(ALL_AUTO, { name }).treatment).toBe("review");
      expect(
        judge(
          policyWith({
            matrix: matrixOf("auto"),
            catalogue: [entry("S0", "R0", { match: "*" }), entry("S0", "R0", { match: "crm.get" })],
          }),
          { name },
        ).treatment,
      ).toBe("review");
    });
  }

  it("that only resemble an entry keep its higher stakes", () => {
    const judged = judge(policyWith(), { name: "FILE.Delete" });
    expect(judged.risk).toMatchObject({ stakes: "S3", reversibility: "R3" });
    expect(judged.treatment).toBe("two_person");
  });
});

describe("regulated actions", () => {
  const regulated = policyWith({
    matrix: matrixOf("auto", "auto"),
    catalogue: [entry("S0", "R0", { regulated: "PSD2 refund" })],
  });

  it("go to a person under an all-automatic matrix and carry the rule’s name", () => {
    const judged = judge(regulated, { history: { observation: { looked: 10_000, wrong: 0, ended: true } } });
    expect(judged).toMatchObject({ treatment: "review", regulated: true, regulation: "PSD2 refund" });
  });

  it("have a name even when the document gives none", () => {
    const judged = judge(policyWith({ catalogue: [entry("S1", "R0", { regulated: true })] }));
    expect(judged.regulation).toBe("Regulated action");
  });

  it("are those that say so", () => {
    expect(judge(policyWith({ catalogue: [entry("S1", "R0", { regulated: false })] }))).toMatchObject({
      regulated: false,
      regulation: null,
    });
  });

  it("stay regulated under another spelling", () => {
    expect(judge(regulated, { name: "CRM.Update" })).toMatchObject({ treatment: "review", regulated: true });
  });
});

describe("the most specific catalogue entry", () => {
  const policy = compilePolicy(
    policyWith({
      catalogue: [
        entry("S0", "R0", { match: "*", kind: "tool" }),
        entry("S0", "R0", { match: "*.list", kind: "command" }),
        entry("S2", "R2", { match: "payment.*", kind: "payment" }),
        entry("S1", "R2", { match: "payment.re*", kind: "record" }),
        entry("S1", "R1", { match: "payment.refund", kind: "email" }),
      ],
    }),
    1,
  );
  const cases = [
    ["payment.refund", "email"],
    ["payment.retry", "record"],
    ["payment.list", "payment"],
    ["crm.list", "command"],
    ["anything", "tool"],
  ] as const;
  for (const [name, kind] of cases) {
    it(`of ${name} is the one of kind ${kind}`, () => {
      expect(resolveAction(policy, name, "sql").kind).toBe(kind);
    });
  }

  it("between two that differ only in case is the one spelled like the name", () => {
    const cased = compilePolicy(
      policyWith({
        catalogue: [
          entry("S0", "R0", { match: "getuser", kind: "tool" }),
          entry("S0", "R0", { match: "getUser", kind: "record" }),
        ],
      }),
      1,
    );
    expect(resolveAction(cased, "getUser", null)).toMatchObject({ kind: "record", known: "known" });
    expect(resolveAction(cased, "getuser", null)).toMatchObject({ kind: "tool", known: "known" });
    expect(resolveAction(cased, "GETUSER", null).known).toBe("similar");
  });
});
