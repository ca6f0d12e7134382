import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { always, proposalRuns } from "../../../test/proposal-runs";
import type { ProposalState } from "../proposal";
import { isFinal } from "../proposal";
import { decide, executionMs, UNDELIVERED_MS } from "./decide";
import type { ProposalEvent } from "./events";

function settled(state: ProposalState | null): state is ProposalState {
  return state !== null && isFinal(state.status);
}

function ofType(events: readonly ProposalEvent[], ...types: readonly ProposalEvent["type"][]): number {
  return events.filter(({ type }) => types.some((one) => one === type)).length;
}

describe("the answer to a proposal under arbitrary commands at arbitrary times", () => {
  test("has a revision that counts its events", () => {
    always(
      () => ({ count: 0 }),
      ({ events, after }, memory) => {
        memory.count += events.length;
        expect(after?.revision ?? 0).toBe(memory.count);
      },
    );
  });

  test("gets at most one final answer", () => {
    always(
      () => ({ answers: 0 }),
      ({ events }, memory) => {
        memory.answers += ofType(
          events,
          "proposal.released",
          "proposal.allowed",
          "proposal.blocked",
          "proposal.expired",
          "proposal.withdrawn",
        );
        expect(memory.answers).toBeLessThanOrEqual(1);
      },
    );
  });

  test("never loses a final answer, and then moves only along the delivery axis", () => {
    const onDelivery = new Set(["delivered", "redeemed", "reported", "lapsed", "renewed"].map((word) => `proposal.${word}`));
    always(
      () => null,
      ({ before, events, after }) => {
        if (!settled(before)) return;
        expect(events.every(({ type }) => onDelivery.has(type))).toBe(true);
        const { status, decision, version, digest, signatures, releasedAt } = before;
        expect(after).toMatchObject({ status, decision, version, digest, signatures, releasedAt });
      },
    );
  });

  test("is redeemed at most once, with the receipt in force, while it is approved and not run out", () => {
    always(
      () => ({ redeemed: 0 }),
      ({ command, before, events, now }, memory) => {
        const here = ofType(events, "proposal.redeemed");
        const atOnce = events.some((event) => event.type === "proposal.allowed" && event.redemptionId !== null);
        memory.redeemed += here + (atOnce ? 1 : 0);
        expect(memory.redeemed).toBeLessThanOrEqual(1);
        if (command.type !== "redeem" || here === 0) return;
        expect(before).toMatchObject({ status: "approved", receiptId: command.receiptId, lapsedAt: null });
        expect(now).toBeLessThan(before?.receiptExpiresAt ?? 0);
        expect(command.obstacle).toBeNull();
      },
    );
  });

  test("has a receipt exactly when it may run, and delivery only shortens the receipt's life", () => {
    always(
      () => ({ signedUntil: 0 }),
      ({ before, after, now }, memory) => {
        if (after === null) return;
        expect(after.receiptId !== null).toBe(after.status === "approved");
        if (after.receiptId === null) return;
        const until = after.receiptExpiresAt ?? Infinity;
        if (after.receiptId !== before?.receiptId) {
          expect(until - now).toBeLessThanOrEqual(UNDELIVERED_MS);
          memory.signedUntil = until;
        }
        expect(until).toBeLessThanOrEqual(memory.signedUntil);
        // One that lapsed unseen is never redeemed: a clock that then goes back leaves its end where it was.
        const counts = after.delivery === "delivered" && after.lapsedAt === null;
        if (counts) expect(until - (after.deliveredAt ?? 0)).toBeLessThanOrEqual(executionMs(after.tier));
      },
    );
  });

  test("goes forward along the delivery axis, and back only when a person renews what lapsed", () => {
    const order = ["waiting", "delivered", "redeemed", "unknown", "succeeded", "failed", "reverted"];
    always(
      () => null,
      ({ command, before, after }) => {
        if (before === null || after === null || before.delivery === after.delivery) return;
        const back = order.indexOf(after.delivery) < order.indexOf(before.delivery);
        if (!back) return;
        expect(command.type).toBe("renew");
      },
    );
  });

  test("is renewed only by somebody who signed it, after it lapsed, and as freshly signed in as they had to be for that", () => {
    always(
      () => null,
      ({ command, before, events }) => {
        if (before === null || ofType(events, "proposal.renewed") === 0) return;
        const renewal = command.type === "renew" ? command : null;
        expect(before.lapsedAt).not.toBeNull();
        expect(before.signatures.map(({ by }) => by)).toContain(renewal?.by);
        if (before.treatment === "two_person" || before.regulated) expect(renewal?.freshSignIn).toBe(true);
      },
    );
  });

  test("changes nothing when a command that was carried out comes again", () => {
    always(
      () => null,
      ({ command, events, after, now }) => {
        if (events.length === 0) return;
        const again = decide(after, command, now);
        expect(again.ok ? again.value : []).toEqual([]);
      },
    );
  });

  test("reads as pending to its agent until the answer is final", () => {
    always(
      () => null,
      ({ after }) => {
        if (after === null) return;
        expect(after.status === "held").toBe(after.releaseAt !== null);
        expect(settled(after)).toBe(after.releasedAt !== null);
        if (after.status === "pending") expect(after.decision).toBeNull();
      },
    );
  });
});

function placesOf(state: ProposalState | null): readonly string[] {
  if (state?.decision?.singleSigner === true) return ["one signed for two"];
  if (state?.status !== "approved") return [];
  return [
    state.signatures.length === 2 ? "approved by two" : "approved by one",
    state.version > 1 ? "approved as edited" : "approved as proposed",
    state.regulated ? "approved and regulated" : "approved freely",
  ];
}

describe("the arbitrary runs themselves", () => {
  test("reach every event and the rare places that the claims are about", () => {
    const reached = new Set<string>();
    for (const { moves } of fc.sample(proposalRuns, { numRuns: 600, seed: 7 })) {
      for (const { events, after, command } of moves) {
        for (const { type } of events) reached.add(type);
        for (const place of placesOf(after)) reached.add(place);
        if (command.type === "undo" && after?.signatures.length === 1 && events.length > 0) reached.add("one signature left");
      }
    }
    const events = `proposed blocked allowed edited signed decided explained undone released expired withdrawn delivered redeemed
      reported lapsed renewed`;
    const places = [
      "approved by two",
      "one signed for two",
      "one signature left",
      "approved as edited",
      "approved and regulated",
    ];
    expect([...reached]).toEqual(expect.arrayContaining([...events.split(/\s+/).map((word) => `proposal.${word}`), ...places]));
  });
});
