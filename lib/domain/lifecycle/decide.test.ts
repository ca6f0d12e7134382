import { describe, expect, test } from "vitest";
import { numberedId, START } from "../../../test/builders";
import { ADA, approve, BEN, carriedOut, deciding, outcome, pending, WRONG } from "../../../test/deciding";
import type { ProposalState } from "../proposal";
import { OUTCOMES, STATUSES } from "../words";
import type { Command } from "./commands";
import { decide, executionMs, UNDELIVERED_MS } from "./decide";
import { evolve } from "./evolve";

const RECEIPT = numberedId("receipt", 1);
const RENEWED = numberedId("receipt", 2);
const REDEMPTION = numberedId("redemption", 1);

const release = (by: typeof ADA | null = null): Command => ({ type: "release", receiptId: RECEIPT, by });
const redeem = (receiptId = RECEIPT): Command => ({ type: "redeem", receiptId, redemptionId: REDEMPTION, obstacle: null });
const report = (status: (typeof OUTCOMES)[number], redemptionId = REDEMPTION): Command => ({
  type: "report",
  redemptionId,
  status,
  detail: null,
});
const renew = (by = ADA): Command => ({ type: "renew", by, freshSignIn: true, receiptId: RENEWED });

const held = carriedOut(pending({ tier: "T1" }), deciding(pending(), approve), START);
const END = held.releaseAt ?? 0;
const approved = carriedOut(held, release(), END);
const delivered = carriedOut(approved, { type: "deliver" }, END + 1_000);
const redeemed = carriedOut(delivered, redeem(), END + 2_000);
const rejected = carriedOut(carriedOut(pending(), deciding(pending(), { type: "reject", reason: WRONG }), START), release(), END);

function proposed(state: Partial<ProposalState>, redemptionId: typeof REDEMPTION | null = null): ProposalState {
  const command: Command = { type: "propose", state: pending(state), receiptId: RECEIPT, redemptionId, blockReason: WRONG };
  const answer = decide(null, command, START);
  const after = answer.ok ? answer.value.reduce<ProposalState | null>((current, event) => evolve(current, event), null) : null;
  if (after === null) throw new Error("refused");
  return after;
}

describe("a new proposal", () => {
  test.each(["review", "confirm", "two_person"] as const)("of treatment %s waits for people", (treatment) => {
    expect(proposed({ treatment }, REDEMPTION)).toMatchObject({
      status: "pending",
      decision: null,
      receiptId: null,
      redemptionId: null,
    });
  });

  test.each(["auto", "audit"] as const)(
    "of treatment %s is let run by policy, with a receipt on the execution clock",
    (treatment) => {
      expect(proposed({ treatment, tier: "T3" })).toMatchObject({
        status: "approved",
        decision: { type: "approve", source: "policy", by: [] },
        delivery: "delivered",
        receiptId: RECEIPT,
        receiptExpiresAt: START + executionMs("T3"),
        redemptionId: null,
      });
      expect(proposed({ treatment }, REDEMPTION)).toMatchObject({
        delivery: "redeemed",
        redemptionId: REDEMPTION,
        redeemedAt: START,
      });
    },
  );

  test("that is blocked gets no receipt", () => {
    expect(proposed({ treatment: "block" }, REDEMPTION)).toMatchObject({
      status: "blocked",
      decision: { type: "reject", source: "policy", reason: WRONG },
      receiptId: null,
      redemptionId: null,
    });
  });

  test("starts undecided, whatever state came with it", () => {
    const forged = { ...approved, status: "approved" } as const;
    expect(proposed({ ...forged, treatment: "review" })).toMatchObject({
      status: "pending",
      decision: null,
      signatures: [],
      receiptId: null,
      releasedAt: null,
      revision: 1,
    });
  });

  test("cannot take the place of one that is there", () => {
    const command: Command = { type: "propose", state: pending(), receiptId: RECEIPT, redemptionId: null, blockReason: WRONG };
    expect(outcome(approved, command)).toBe("already_exists");
  });

  test("is what every other command needs", () => {
    expect(decide(null, redeem(), START)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(() => evolve(null, { type: "proposal.lapsed", at: START })).toThrow("INVARIANT");
  });
});

describe("the undo window", () => {
  test("lets whoever decided take it back until it ends", () => {
    expect(outcome(held, { type: "undo", by: ADA }, END - 1)).toMatchObject({
      status: "pending",
      decision: null,
      signatures: [],
    });
    expect(outcome(held, { type: "undo", by: ADA }, END)).toBe("undo_closed");
    expect(outcome(held, { type: "undo", by: BEN }, END - 1)).toBe("forbidden");
    expect(outcome(approved, { type: "undo", by: ADA }, END - 1)).toBe("undo_closed");
  });

  test("keeps the agent waiting until it ends, or until whoever decided ends it", () => {
    expect(outcome(held, release(), END - 1)).toMatchObject({ status: "held" });
    expect(outcome(held, release(BEN), END - 1)).toBe("forbidden");
    expect(outcome(held, release(ADA), END - 1)).toMatchObject({ status: "approved" });
    expect(outcome(held, release(), END)).toMatchObject({
      status: "approved",
      receiptId: RECEIPT,
      receiptExpiresAt: END + UNDELIVERED_MS,
    });
    expect(rejected).toMatchObject({ status: "rejected", receiptId: null, receiptExpiresAt: null });
  });

  test("is when a reason can still be added, by whoever decided", () => {
    const why = { code: "other", text: "twice" };
    expect(outcome(held, { type: "explain", by: ADA, reason: why }, END - 1)).toMatchObject({ decision: { reason: why } });
    expect(outcome(held, { type: "explain", by: BEN, reason: why }, END - 1)).toBe("forbidden");
    const told = carriedOut(held, { type: "explain", by: ADA, reason: why }, END - 2);
    expect(outcome(told, { type: "explain", by: ADA, reason: { ...why } }, END - 1)).toEqual(told);
    expect(outcome(held, { type: "explain", by: ADA, reason: why }, END)).toBe("undo_closed");
  });
});

describe("time", () => {
  test("expires what nobody decided, which is no person's no", () => {
    const { expiresAt } = pending();
    expect(outcome(pending(), { type: "expire" }, expiresAt - 1)).toMatchObject({ status: "pending" });
    expect(outcome(pending(), { type: "expire" }, expiresAt)).toMatchObject({
      status: "expired",
      decision: { type: "reject", source: "expiry", by: [] },
      receiptId: null,
    });
    expect(outcome(held, { type: "expire" }, expiresAt)).toEqual(held);
  });

  test("gives an executor the execution clock from the first delivery, and no second one", () => {
    expect(delivered).toMatchObject({ delivery: "delivered", receiptExpiresAt: END + 1_000 + executionMs("T1") });
    expect(outcome(delivered, { type: "deliver" }, END + 60_000)).toEqual(delivered);
    expect(executionMs("T3")).toBeLessThan(executionMs("T2"));
  });

  test("is not turned back by a late delivery", () => {
    const gone = carriedOut(approved, { type: "deliver" }, END + UNDELIVERED_MS);
    expect(gone).toMatchObject({ delivery: "delivered", receiptExpiresAt: END + UNDELIVERED_MS });
    expect(outcome(gone, redeem(), END + UNDELIVERED_MS)).toBe("receipt_expired");
    const late = carriedOut(approved, { type: "deliver" }, END + UNDELIVERED_MS - 1_000);
    expect(late.receiptExpiresAt).toBe(END + UNDELIVERED_MS);
  });

  test("lapses an approval that nobody used, and only a signer can renew it", () => {
    const until = delivered.receiptExpiresAt ?? 0;
    expect(outcome(delivered, { type: "lapse" }, until - 1)).toEqual(delivered);
    const lapsed = carriedOut(delivered, { type: "lapse" }, until);
    expect(outcome(lapsed, redeem(), until)).toBe("receipt_expired");
    expect(outcome(lapsed, renew(BEN), until)).toBe("forbidden");
    const renewed = carriedOut(lapsed, renew(), until + 5_000);
    expect(renewed).toMatchObject({ status: "approved", receiptId: RENEWED, lapsedAt: null, delivery: "waiting" });
    expect(outcome(renewed, redeem(RECEIPT), until + 6_000)).toBe("receipt_invalid");
    expect(outcome(renewed, redeem(RENEWED), until + 6_000)).toMatchObject({ redemptionId: REDEMPTION });
    expect(outcome(delivered, renew(), until)).toBe("not_approved");
  });

  test("lapses what policy let run for good: there is nobody to renew it", () => {
    const auto = proposed({ treatment: "auto" });
    const lapsed = carriedOut(auto, { type: "lapse" }, auto.receiptExpiresAt ?? 0);
    expect(outcome(lapsed, renew(), START + 10 ** 7)).toBe("forbidden");
  });
});

describe("a receipt", () => {
  test("is redeemed once", () => {
    expect(redeemed).toMatchObject({ delivery: "redeemed", redemptionId: REDEMPTION, redeemedAt: END + 2_000 });
    expect(outcome(redeemed, redeem(), END + 3_000)).toBe("already_redeemed");
    expect(outcome(redeemed, { type: "lapse" }, END + 10 ** 9)).toEqual(redeemed);
  });

  test("that came by webhook is redeemed without a fetch, and a fetch afterwards changes nothing", () => {
    const direct = carriedOut(approved, redeem(), END + 1_000);
    expect(direct).toMatchObject({ delivery: "redeemed", deliveredAt: END + 1_000 });
    expect(outcome(direct, { type: "deliver" }, END + 2_000)).toEqual(direct);
  });

  test.each(STATUSES.filter((status) => status !== "approved"))("is of no use while the proposal is %s", (status) => {
    expect(outcome({ ...approved, status }, redeem(), END + 1_000)).toBe("not_approved");
  });

  test("is not redeemed against an obstacle", () => {
    const obstacle = { code: "stopped", detail: "a kill switch is on" } as const;
    const command: Command = { type: "redeem", receiptId: RECEIPT, redemptionId: REDEMPTION, obstacle };
    expect(outcome(approved, command, END + 1_000)).toBe("stopped");
  });

  test("without an end is not redeemed", () => {
    expect(outcome({ ...approved, receiptExpiresAt: null }, redeem(), END)).toBe("receipt_expired");
  });
});

describe("an outcome", () => {
  const after = (...statuses: (typeof OUTCOMES)[number][]) =>
    statuses.reduce((state, status) => carriedOut(state, report(status), END + 5_000), redeemed);

  test("is reported by whoever redeemed", () => {
    expect(outcome(redeemed, report("succeeded", numberedId("redemption", 9)))).toBe("not_redeemed");
    expect(outcome(approved, report("succeeded"))).toBe("not_redeemed");
    expect(after("succeeded")).toMatchObject({ delivery: "succeeded", outcome: { status: "succeeded" }, status: "approved" });
  });

  test("may follow only what it can follow", () => {
    const follows = (first: (typeof OUTCOMES)[number]) =>
      OUTCOMES.filter((next) => next !== first && typeof outcome(after(first), report(next)) !== "string");
    expect(follows("unknown")).toEqual(["succeeded", "failed", "reverted"]);
    expect(follows("succeeded")).toEqual(["reverted"]);
    expect(follows("failed")).toEqual([]);
    expect(outcome(redeemed, report("reverted"))).toBe("outcome_recorded");
    expect(outcome(after("succeeded"), report("succeeded"))).toEqual(after("succeeded"));
  });
});

describe("an agent that changes its mind", () => {
  test("withdraws what it has not been told, and no more", () => {
    expect(outcome(pending(), { type: "withdraw" })).toMatchObject({ status: "withdrawn", decision: null });
    expect(outcome(held, { type: "withdraw" })).toMatchObject({
      status: "withdrawn",
      decision: null,
      releaseAt: null,
      receiptId: null,
    });
    for (const state of [approved, rejected, redeemed]) expect(outcome(state, { type: "withdraw" })).toBe("not_pending");
  });
});
