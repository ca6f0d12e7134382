import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixOf, policyWith, rule } from "../../../test/policy-builders";
import { DEFAULT_POLICY } from "./default-policy";
import type { PolicyDocument } from "./policy-document";
import { readPolicy, type PolicyIssue } from "./validate-policy";

const text = (document: unknown) => JSON.stringify(document, null, 2);

function issuesOf(source: string): readonly PolicyIssue[] {
  const read = readPolicy(source);
  return read.ok ? [] : read.error;
}

/** The text that an issue points at, to the end of its line. */
function pointedAt(source: string, { line, column }: PolicyIssue): string {
  return (source.split("\n")[line - 1] ?? "").slice(column - 1);
}

describe("a policy’s text", () => {
  it("is read back as the document it was written from", () => {
    const read = readPolicy(text(DEFAULT_POLICY));
    expect(read).toEqual({ ok: true, value: { document: DEFAULT_POLICY, warnings: [] } });
  });

  it("that is not JSON is refused with line and column", () => {
    expect(issuesOf('{\n  "format": 1,\n  "name": x\n}')).toEqual([
      { path: "name", line: 3, column: 11, message: "this is not a JSON value: quote it if it is text" },
    ]);
  });

  it("with a key twice is refused at the second", () => {
    const [issue] = issuesOf('{ "format": 1,\n "format": 1 }');
    expect(issue).toMatchObject({ line: 2, column: 2 });
  });

  it("that is too long is refused before it is read", () => {
    expect(issuesOf(" ".repeat(8_000_001))[0]?.message).toMatch(/longer than/);
  });

  it("never makes the reader throw, whatever is cut out of it", () => {
    const source = text(DEFAULT_POLICY);
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(40), fc.string({ maxLength: 5 }), (at, length, instead) => {
        const broken = source.slice(0, at) + instead + source.slice(at + length);
        const lines = broken.split("\n");
        for (const { line, column, message } of issuesOf(broken)) {
          expect(line >= 1 && line <= lines.length).toBe(true);
          expect(column >= 1 && column <= (lines[line - 1] ?? "").length + 1).toBe(true);
          expect(message).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a field", () => {
  const change = (changes: object): PolicyDocument => ({ ...policyWith(), ...changes });
  const prices = (changes: object) => ({
    ...{ currency: "EUR", hour: 60, harm: { S0: 1, S1: 10, S2: 50, S3: 500, S4: 5_000 } },
    ...changes,
  });
  const cases: readonly (readonly [string, object, string, string])[] = [
    ["that is unknown", change({ grants: [] }), "grants", "`grants` is not a field here: check its spelling"],
    ["that is missing", change({ limits: undefined }), "limits", "`limits` is missing"],
    ["of another format", change({ format: 2 }), "format", "expected 1"],
    ["with hidden characters", change({ name: "Safe\u202e policy" }), "name", "say something, in characters that can be seen"],
    [
      "that names no treatment",
      change({ matrix: { ...matrixOf("review"), S2: { ...matrixOf("review").S2, R1: { start: "maybe", loosest: "start" } } } }),
      "matrix.S2.R1.start",
      "say auto, audit:0.05, review, confirm, two_person or block",
    ],
    [
      "with an audit of nothing",
      change({ matrix: matrixOf("audit:0") }),
      "matrix.S0.R0.start",
      "say auto, audit:0.05, review, confirm, two_person or block",
    ],
    [
      "that loosens by rule",
      change({ rules: [{ id: "a", match: "*", then: { treatment: "auto", reason: "fast" } }] }),
      "rules[0].then.treatment",
      "a rule can only tighten: say review, confirm, two_person or block; to loosen, change the catalogue or the matrix",
    ],
    [
      "that sets nothing",
      change({ rules: [{ id: "a", match: "*", then: { reason: "why not" } }] }),
      "rules[0].then",
      "the rule sets nothing: give stakes, reversibility, tier or treatment",
    ],
    [
      "that asks for a group of reviewers in the catalogue",
      change({ catalogue: [{ match: "a.b", kind: "tool", stakes: "S2", reversibility: "R2", reviewers: "finance" }] }),
      "catalogue[0].reviewers",
      "`reviewers` is not built: nobody would be kept from deciding",
    ],
    [
      "that asks for a group of reviewers in a rule",
      change({ rules: [{ id: "a", match: "*", then: { tier: "T2", reviewers: "finance", reason: "theirs" } }] }),
      "rules[0].then.reviewers",
      "`reviewers` is not built: nobody would be kept from deciding",
    ],
    [
      "that asks for an escalation",
      change({ catalogue: [{ match: "a.b", kind: "tool", stakes: "S2", reversibility: "R2", onExpiry: "escalate" }] }),
      "catalogue[0].onExpiry",
      "expires, and is never approved",
    ],
    [
      "that asks to hide a field",
      change({ catalogue: [{ match: "a.b", kind: "tool", stakes: "S2", reversibility: "R2", redact: ["card.number"] }] }),
      "catalogue[0].redact",
      "nothing would be hidden",
    ],
    [
      "with a pattern outside the alphabet of names",
      change({ catalogue: [{ match: "pаyment.*", kind: "payment", stakes: "S2", reversibility: "R2" }] }),
      "catalogue[0].match",
      "a pattern is 1 to 200 of letters, digits and _ . : / -, with * for any run of characters",
    ],
    [
      "with an odd duration",
      change({ limits: [{ id: "a", match: "*", per: "agent", window: "1 hour", count: 1, then: "block" }] }),
      "limits[0].window",
      "say 90s, 30m, 4h or 7d: at most 30 days",
    ],
    [
      "with both a count and a sum",
      change({ limits: [{ id: "a", match: "*", per: "agent", window: "1h", count: 1, sum: 1, then: "block" }] }),
      "limits[0]",
      "give either count or sum",
    ],
    [
      "with amounts out of order",
      change({ thresholds: { ...DEFAULT_POLICY.thresholds, amounts: [50, 25, 100] } }),
      "thresholds.amounts",
      "amounts must grow",
    ],
    [
      "with a shorter window for a higher tier",
      change({ thresholds: { ...DEFAULT_POLICY.thresholds, undoSeconds: { T0: 3, T1: 2, T2: 10, T3: 30 } } }),
      "thresholds.undoSeconds",
      "a higher tier must not have a shorter undo window",
    ],
    ["with a currency that is no code", change({ prices: prices({ currency: "$" }) }), "prices.currency", "ISO 4217 code"],
    [
      "with an error that costs less at higher stakes",
      change({ prices: prices({ harm: { S0: 1, S1: 10, S2: 9, S3: 500, S4: 5_000 } }) }),
      "prices.harm",
      "must not cost less",
    ],
    ["with an hour that pays", change({ prices: prices({ hour: -1 }) }), "prices.hour", ">=0"],
  ];
  for (const [title, document, path, message] of cases) {
    it(`${title} is refused at ${path}`, () => {
      const found = issuesOf(text(document)).find((issue) => issue.path === path);
      expect(found?.message).toContain(message);
    });
  }

  it("is pointed at in the text", () => {
    const source = text(
      change({ rules: [rule(null, { stakes: "S2" }), { id: "B!", match: "*", then: { stakes: "S9", reason: "x" } }] }),
    );
    expect(issuesOf(source).map((issue) => [issue.path, pointedAt(source, issue)])).toEqual([
      ["rules[1].id", '"B!",'],
      ["rules[1].then.stakes", '"S9",'],
    ]);
  });
});

describe("a contradiction", () => {
  it("between two of one name is refused", () => {
    const catalogue = [...DEFAULT_POLICY.catalogue, ...DEFAULT_POLICY.catalogue.slice(0, 1)];
    const rules = [rule(null, { tier: "T2" }), rule(null, { tier: "T3" })];
    expect(issuesOf(text(policyWith({ catalogue, rules }))).map(({ message }) => message)).toEqual([
      "the entry `*.get` is there twice: keep one",
      "the rule `a-rule` is there twice: keep one",
    ]);
  });

  const loosest: readonly (readonly [PolicyDocument["matrix"], string])[] = [
    [matrixOf("review", "L2"), "a critical cell is never loosened: say `start`"],
    [matrixOf("block", "auto"), "what is blocked is never loosened by evidence: say `start`"],
    [matrixOf("auto", "L2"), "`L2` is stricter than its start, runs"],
    [matrixOf("audit:0.2", "L2"), "`L2` is stricter than its start, runs, 20 % audited"],
  ];
  for (const [matrix, message] of loosest) {
    it(`in how far a cell may be loosened is refused: ${message}`, () => {
      expect(issuesOf(text(policyWith({ matrix }))).map((issue) => issue.message)).toContainEqual(
        expect.stringContaining(message),
      );
    });
  }

  it("in a cell of one kind is refused at that kind", () => {
    const matrix = matrixOf("review");
    matrix.S1.R1 = { start: "review", loosest: "start", perKind: { email: { start: "block", loosest: "L2" } } };
    expect(issuesOf(text(policyWith({ matrix })))[0]?.path).toBe("matrix.S1.R1.perKind.email.loosest");
  });
});

describe("a condition that cannot be used", () => {
  it("is refused with line and column, in the condition and in the text, through escapes and line breaks", () => {
    const source = text(policyWith({ rules: [rule('arguments.a == "x"\n && \t derived.nothing', { tier: "T2" })] }));
    const [issue] = issuesOf(source);
    expect(issue).toMatchObject({ path: "rules[0].when", condition: { line: 2, column: 14 } });
    expect(pointedAt(source, issue ?? { path: "", line: 1, column: 1, message: "" })).toMatch(/^\.nothing/);
  });

  it("is refused together with the others", () => {
    const rules = ["arguments.a >", "nothing", "arguments.a == 1"].map((when, index) =>
      rule(when, { tier: "T2" }, "*", `r-${index}`),
    );
    expect(issuesOf(text(policyWith({ rules }))).map(({ path }) => path)).toEqual(["rules[0].when", "rules[1].when"]);
  });

  it("is refused when it has more than 2 kB", () => {
    const rules = [rule(`arguments.a == "${"x".repeat(2_048)}"`, { tier: "T2" })];
    expect(issuesOf(text(policyWith({ rules })))[0]?.message).toMatch(/at most 2048/);
  });
});

describe("rules that are too many for one name", () => {
  const many = (match: string, from: number, count: number) =>
    Array.from({ length: count }, (_, index) => rule(null, { tier: "T2" }, match, `r-${from + index}`));

  it("are refused where they are counted together", () => {
    const [issue] = issuesOf(
      text(policyWith({ rules: [...many("crm.*", 0, 150), ...many("*.update", 150, 50), ...many("*", 200, 1)] })),
    );
    expect(issue?.path).toMatch(/^catalogue/);
    expect(issue?.message).toMatch(/^201 rules fit/);
  });

  it("are allowed up to 200", () => {
    expect(issuesOf(text(policyWith({ rules: [...many("crm.*", 0, 200), ...many("ticket.*", 200, 200)] })))).toEqual([]);
  });
});
