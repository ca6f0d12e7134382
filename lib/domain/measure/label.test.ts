import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADA, BEN } from "../../../test/deciding";
import type { Decision } from "../proposal";
import { STATUSES } from "../words";
import { gradeEdit } from "./edit-grade";
import { labelOf, type WholeRecord } from "./label";

const decision = (given: Partial<Decision> = {}): Decision => ({
  type: "approve",
  source: "person",
  by: [ADA],
  at: 1,
  reason: null,
  answer: null,
  singleSigner: false,
  ...given,
});
const policy = decision({ source: "policy", by: [] });
const record = (
  given: Partial<Omit<WholeRecord, "state">> & { readonly state?: Partial<WholeRecord["state"]> } = {},
): WholeRecord => ({
  edit: null,
  reviews: [{ personId: ADA, tooFast: false }],
  findings: [],
  audit: null,
  reviewRate: 1,
  ...given,
  state: { status: "approved", decision: decision(), outcome: null, ...given.state },
});
const rejected = (code: string | null) =>
  record({
    state: { status: "rejected", decision: decision({ type: "reject", reason: code === null ? null : { code, text: null } }) },
  });
const edited = (before: string, after: string) =>
  record({
    edit: gradeEdit({ to: before }, { to: after }),
    state: { decision: decision({ type: "edit", reason: { code: "wrong_value", text: null } }) },
  });

describe("a label", () => {
  it("says right of what a person approved and nobody overturned", () => {
    expect(labelOf(record())).toMatchObject({ verdict: "right", because: "approved", ran: "after_look", weight: 1 });
  });

  it.each([["wrong_amount"], ["unspecified"], [null]])("says wrong of a rejection for %s", (code) => {
    expect(labelOf(rejected(code))).toMatchObject({ verdict: "wrong", because: "rejected", ran: "no" });
  });

  it("holds nothing against an agent whose action was merely not needed any more", () => {
    expect(labelOf(rejected("not_needed"))).toMatchObject({ verdict: "right", because: "not_needed" });
  });

  it("says wrong of an edit that changed a meaning, and right of one that changed the writing", () => {
    expect(labelOf(edited("ana@example.com", "ana@example.org"))).toMatchObject({ verdict: "wrong", because: "edited" });
    expect(labelOf(edited("Dear Ana,  hello", "Dear Ana, hello"))).toMatchObject({ verdict: "right", because: "formatting" });
  });

  it("says wrong of agent and reviewer where a finding was filed on what a person approved", () => {
    const label = labelOf(record({ findings: [{ kind: "complaint" }] }));
    expect(label).toMatchObject({ verdict: "wrong", because: "overturned", missed: true, severe: false });
    expect(labelOf(record({ findings: [{ kind: "incident" }] })).severe).toBe(true);
  });

  it("says wrong of what was reverted, and nothing of what merely failed", () => {
    const at = { at: 2, detail: null };
    expect(labelOf(record({ state: { outcome: { status: "reverted", ...at } } }))).toMatchObject({ because: "overturned" });
    const failed = labelOf(record({ state: { outcome: { status: "failed", ...at } } }));
    expect(failed).toMatchObject({ verdict: "right", failedOutside: true });
  });

  it("never calls right what ran by itself and was not audited", () => {
    const label = labelOf(record({ reviews: [], state: { decision: policy } }));
    expect(label).toMatchObject({ verdict: "unknown", because: "unchecked", ran: "by_itself", weight: 0 });
  });

  it("weighs an audit by the rate at which it was drawn", () => {
    const audited = (verdict: "fine" | "wrong") =>
      labelOf(record({ reviews: [], state: { decision: policy }, audit: { verdict, rate: 0.05 } }));
    expect(audited("fine")).toMatchObject({ verdict: "right", weight: 20 });
    expect(audited("wrong")).toMatchObject({ verdict: "wrong", weight: 20, missed: false });
  });

  it("counts what an audit finds as the audit, and what anyone else finds as overturned", () => {
    const wrong = { reviews: [], state: { decision: policy }, audit: { verdict: "wrong", rate: 0.05 } } as const;
    expect(labelOf(record({ ...wrong, findings: [{ kind: "second_look" }] }))).toMatchObject({ because: "audited_wrong" });
    expect(labelOf(record({ ...wrong, findings: [{ kind: "audit" }] }))).toMatchObject({ because: "overturned", weight: 20 });
    expect(labelOf(record({ findings: [{ kind: "second_look" }] }))).toMatchObject({ because: "overturned", missed: true });
  });

  it("keeps an audit that was too fast to have been read, and excludes it", () => {
    const audit = { verdict: "fine", rate: 0.05, tooFast: true } as const;
    expect(labelOf(record({ reviews: [], state: { decision: policy }, audit }))).toMatchObject({
      ...{ verdict: "right", excluded: "too_fast" },
    });
  });

  it("keeps a decision that was too fast to have been read, and excludes it", () => {
    const fast = [{ personId: ADA, tooFast: true }];
    expect(labelOf(record({ reviews: fast }))).toMatchObject({ verdict: "right", excluded: "too_fast" });
    const two = record({
      reviews: [...fast, { personId: BEN, tooFast: false }],
      state: { decision: decision({ by: [ADA, BEN] }) },
    });
    expect(labelOf(two).excluded).toBeNull();
    expect(labelOf(record({ reviews: fast, findings: [{ kind: "reversal" }] })).excluded).toBeNull();
  });

  it("is unknown wherever nobody decided", () => {
    for (const status of STATUSES.filter((one) => !["approved", "rejected", "answered"].includes(one))) {
      expect(labelOf(record({ state: { status } }))).toMatchObject({ verdict: "unknown", weight: 0 });
    }
  });

  it("counts nothing that did not run as overturned, whatever is filed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.boolean(), (status, automatic) => {
        const label = labelOf(
          record({ findings: [{ kind: "incident" }], state: { status, ...(automatic ? { decision: policy } : {}) } }),
        );
        expect(label.because === "overturned").toBe(status === "approved");
      }),
    );
  });
});
