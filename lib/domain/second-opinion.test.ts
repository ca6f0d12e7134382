import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aState, numberedId, START } from "../../test/builders";
import { ADA, BEN } from "../../test/deciding";
import type { Decision, ProposalState } from "./proposal";
import { beforeLook, openLook } from "./second-look";
import { isDoubleable, notAsked, readOpinions, settle, type Opinion } from "./second-opinion";

const decision = (more: Partial<Decision> = {}): Decision => ({
  ...{ type: "approve", source: "person", by: [ADA], at: START, reason: null, answer: null, singleSigner: false },
  ...more,
});
const decided = (more: Partial<ProposalState> = {}): ProposalState =>
  aState({ status: "approved", treatment: "review", decision: decision(), ...more });
const quick = { lane: "quick", read: true } as const;

describe("a second opinion", () => {
  it("is asked of quick looks that one person gave and can have read", () => {
    expect(isDoubleable(decided(), quick)).toBe(true);
    expect(isDoubleable(decided({ status: "rejected", decision: decision({ type: "reject" }) }), quick)).toBe(true);
  });

  it.each<[string, Partial<ProposalState>, Partial<{ lane: "quick" | "deep"; read: boolean }>]>([
    ["in the deep lane", {}, { lane: "deep" }],
    ["that nobody can have read", {}, { read: false }],
    ["of a test", { canary: true }, {}],
    ["that policy made", { decision: decision({ source: "policy", by: [] }) }, {}],
    ["of two people", { treatment: "two_person", decision: decision({ by: [ADA, BEN] }) }, {}],
    ["of something regulated", { regulated: true }, {}],
    ["that changed the arguments", { version: 2, decision: decision({ type: "edit" }) }, {}],
    ["that answered in place of running", { status: "answered", decision: decision({ type: "answer" }) }, {}],
    ["that may still be taken back", { status: "held" }, {}],
  ])("is not asked on a decision %s", (_, state, more) => {
    expect(isDoubleable(decided(state), { ...quick, ...more })).toBe(false);
  });

  it("is never asked of whoever decided, composed or owns it, or has given one", () => {
    const [owner, composer, second] = [numberedId("person", 7), numberedId("person", 8), numberedId("person", 9)];
    const asked = notAsked(decided({ ownerId: owner, composerId: composer }), [{ personId: second }]);
    expect(asked).toEqual(new Set([ADA, owner, composer, second]));
  });

  it("is given on the same state whichever way the first decision went", () => {
    const ran = decided({
      releasedAt: 5,
      delivery: "succeeded",
      redeemedAt: 7,
      outcome: { status: "failed", at: 8, detail: "x" },
    });
    const rejected = decided({
      status: "rejected",
      decision: decision({ type: "reject", by: [BEN] }),
      releasedAt: 6,
      delivery: "delivered",
    });
    expect(openLook({ queue: "second_look", state: ran })).toBe("double");
    expect(beforeLook("double", { ...ran, id: rejected.id })).toEqual(beforeLook("double", rejected));
  });
});

const opinion = (verdict: Opinion["verdict"], at: number, tooFast = false): Opinion => ({
  ...{ personId: numberedId("person", 20 + at), at, verdict, tooFast },
});

describe("what opinions come to", () => {
  const [yes, no] = ["fine", "wrong"] as const;
  it.each<[string, Opinion[], boolean, ReturnType<typeof settle>]>([
    ["nobody has looked", [], true, { type: "open" }],
    ["nobody is left to look", [], false, { type: "settled", verdict: null }],
    ["the second agrees", [opinion(yes, 1)], true, { type: "settled", verdict: yes }],
    ["the second disagrees", [opinion(no, 1)], true, { type: "open" }],
    ["the second disagrees and there is no third", [opinion(no, 1)], false, { type: "settled", verdict: null }],
    ["the third sides with the second", [opinion(no, 1), opinion(no, 2)], true, { type: "settled", verdict: no }],
    ["the third sides with the first", [opinion(no, 1), opinion(yes, 2)], true, { type: "settled", verdict: yes }],
    ["the second cannot have read it", [opinion(yes, 1, true)], true, { type: "open" }],
    ["the third cannot have read it", [opinion(no, 1), opinion(no, 2, true)], true, { type: "open" }],
    [
      "a fourth stands in for a third who did not read",
      [opinion(no, 1), opinion(no, 2, true), opinion(yes, 3)],
      true,
      { type: "settled", verdict: yes },
    ],
  ])("where %s", (_, opinions, left, expected) => {
    expect(settle(yes, opinions, left)).toEqual(expected);
  });

  it("a verdict is always what most of those said who read it, and the order in which they come from the store changes nothing", () => {
    const verdict = fc.constantFrom(yes, no);
    const given = fc.array(fc.record({ verdict, tooFast: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(verdict, given, fc.boolean(), (first, said, left) => {
        const opinions = said.map((one, at) => opinion(one.verdict, at, one.tooFast));
        const settled = settle(first, opinions, left);
        expect(settle(first, opinions.toReversed(), left)).toEqual(settled);
        const votes = [first, ...readOpinions(opinions).map((one) => one.verdict)];
        const most = ([yes, no] as const).find((one) => votes.filter((vote) => vote === one).length >= 2);
        const undecided = left ? { type: "open" } : { type: "settled", verdict: null };
        expect(settled).toEqual(most === undefined ? undecided : { type: "settled", verdict: most });
      }),
    );
  });
});
