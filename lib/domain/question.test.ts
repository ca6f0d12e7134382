import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aState } from "../../test/builders";
import { ADA, BEN, deciding, pending } from "../../test/deciding";
import { decide } from "./lifecycle/decide";
import { labelOf, type WholeRecord } from "./measure/label";
import { newCell, withEvidence, type Cell } from "./measure/ladder";
import { observe } from "./observation";
import { LEVELS } from "./policy/ladder-handling";
import type { Decision, DecisionReason } from "./proposal";
import { ASK_AGENT } from "./question";
import { isDoubleable } from "./second-opinion";
import { STAKES } from "./words";

const AT = 1_000_000;
const QUESTION: DecisionReason = { code: ASK_AGENT, text: "Which order is it for?" };
const asked: Decision = {
  ...{ type: "reject", source: "person", by: [ADA], at: AT, reason: QUESTION, answer: null, singleSigner: false },
};
/** A question with whatever else may be known of it: who read it, what was filed, what second opinions came to. */
const aRecord: fc.Arbitrary<WholeRecord> = fc.record({
  state: fc.constant({ status: "rejected" as const, decision: asked, outcome: null }),
  edit: fc.constant(null),
  reviews: fc.array(fc.record({ personId: fc.constantFrom(ADA, BEN), tooFast: fc.boolean() }), { maxLength: 3 }),
  findings: fc.array(fc.record({ kind: fc.constantFrom("complaint", "incident", "second_look") }), { maxLength: 2 }),
  audit: fc.constant(null),
  double: fc.constantFrom("fine" as const, "wrong" as const, null),
  reviewRate: fc.constantFrom(1, 0.25),
});
const aCell: fc.Arbitrary<Cell> = fc
  .record({
    level: fc.constantFrom(...LEVELS),
    stakes: fc.constantFrom(...STAKES),
    bad: fc.nat(20),
    more: fc.nat(500),
    ratio: fc.double({ min: 0, max: 2, noNaN: true }),
  })
  .map(({ level, stakes, bad, more, ratio }) => ({ ...newCell("v1", stakes, 0), level, bad, checked: bad + more, ratio }));

describe("a question to the agent", () => {
  it("says neither right nor wrong of it, whatever else is known", () => {
    fc.assert(
      fc.property(aRecord, (record) => {
        expect(labelOf(record)).toMatchObject({ verdict: "unknown", because: "asked", ran: "no", missed: false, severe: false });
      }),
    );
  });

  it("moves no checkpoint up or down and changes none of its counts", () => {
    fc.assert(
      fc.property(aCell, aRecord, (cell, record) => {
        const evidence = { before: null, after: labelOf(record), fingerprint: "v1", stakes: cell.stakes };
        const next = withEvidence(cell, { ...evidence, reviewers: [ADA], proposedAt: AT, at: AT });
        // What brought people back before it, brings them back with it.
        fc.pre(
          withEvidence(cell, {
            ...evidence,
            after: { ...labelOf(record), excluded: "too_fast" },
            reviewers: [],
            proposedAt: AT,
            at: AT,
          }).move === null,
        );
        expect(next).toEqual({ cell, move: null });
      }),
    );
  });

  it("is no look of a new agent's observation, neither one that found something nor one that found nothing", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(10), fc.boolean(), (looked, wrong, tooFast) => {
        const observation = { looked, wrong, endedAt: null };
        expect(observe(observation, { decision: "reject", reasonCode: ASK_AGENT, tooFast, at: AT })).toBe(observation);
      }),
    );
  });

  it("is not put to a second person, who could not say the same of the same thing", () => {
    const state = aState({ status: "rejected", treatment: "review", decision: asked });
    expect(isDoubleable(state, { lane: "quick", read: true })).toBe(false);
    const judged = { ...asked, reason: { code: "wrong_value", text: null } };
    expect(isDoubleable({ ...state, decision: judged }, { lane: "quick", read: true })).toBe(true);
  });

  it.each([[null], [""], [" \u200b "]])("says what is to be known: %j does not", (text) => {
    const on = pending();
    const reason = { code: ASK_AGENT, text };
    expect(decide(on, deciding(on, { type: "reject", reason }), AT)).toMatchObject({ error: { code: "reason_required" } });
  });

  it("goes back with a rejection and with nothing else", () => {
    const on = pending();
    const answered = decide(on, deciding(on, { type: "answer", answer: "no", reason: QUESTION }), AT);
    expect(answered).toMatchObject({ error: { code: "decision_not_allowed" } });
    const approved = decide(on, deciding(on, { type: "approve" }, { reason: QUESTION }), AT);
    expect(approved).toMatchObject({ error: { code: "decision_not_allowed" } });
    const held = aState({ status: "held", releaseAt: AT + 1, decision: { ...asked, type: "approve", reason: null } });
    expect(decide(held, { type: "explain", by: ADA, reason: QUESTION }, AT)).toMatchObject({
      error: { code: "decision_not_allowed" },
    });
  });
});
