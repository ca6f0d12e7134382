import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aState } from "../../../test/builders";
import { proposalRuns } from "../../../test/proposal-runs";
import type { ProposalState } from "../proposal";
import { decide } from "./decide";
import { evolve } from "./evolve";
import { UNDECIDED } from "./undecided";

const TAKEN = new Set(["proposal.decided", "proposal.signed", "proposal.edited", "proposal.expired", "proposal.revealed"]);

describe("a test of the reviewers", () => {
  it("is never released, delivered or redeemed, whatever is asked of it and in whatever order", () => {
    fc.assert(
      fc.property(proposalRuns, ({ moves }) => {
        const first = moves.find(({ after }) => after !== null)?.after ?? aState();
        let state: ProposalState = { ...first, ...UNDECIDED, canary: true };
        for (const { command, now } of moves) {
          if (command.type === "propose") continue;
          const aimed = command.type === "decide" ? { ...command, version: state.version, digest: state.digest } : command;
          const answer = decide(state, aimed, now);
          if (!answer.ok) continue;
          expect(answer.value.every(({ type }) => TAKEN.has(type))).toBe(true);
          // What decides it ends it.
          if (answer.value.length > 0) expect(answer.value.at(-1)?.type).toBe("proposal.revealed");
          state = answer.value.reduce<ProposalState>((current, event) => evolve(current, event), state);
          expect(state).toMatchObject({ receiptId: null, redemptionId: null, deliveredAt: null, delivery: "waiting" });
          expect(["pending", "withdrawn"]).toContain(state.status);
        }
      }),
    );
  });

  it("is decided by the rules of anything else: who may not sign, signs no test either", () => {
    const [real, test] = [aState(), { ...aState(), canary: true }];
    fc.assert(
      fc.property(proposalRuns, ({ moves }) => {
        for (const { command, now } of moves) {
          if (command.type !== "decide") continue;
          const on = (state: ProposalState) => decide(state, { ...command, version: 1, digest: state.digest }, now);
          const [a, b] = [on(real), on({ ...test, id: real.id })];
          expect(b.ok).toBe(a.ok);
          if (!a.ok && !b.ok) expect(b.error).toEqual(a.error);
          if (a.ok && b.ok) expect(b.value.slice(0, a.value.length)).toEqual(a.value);
        }
      }),
    );
  });
});
