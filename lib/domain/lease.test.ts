import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { numberedId } from "../../test/builders";
import type { Lease } from "./lease";
import { LEASE_MS, dwellMs, leased } from "./lease";
import { DOINGS } from "./words";

const proposalId = numberedId("proposal", 1);
const [ANA, BEN] = [numberedId("person", 1), numberedId("person", 2)];
const asked = (personId: Lease["personId"], doing: Lease["doing"] = "looking", version = 1) => ({
  proposalId,
  personId,
  version,
  doing,
});

describe("a lease", () => {
  it("is kept by whoever opened the card first, and named to the other", () => {
    const { lease } = leased(null, asked(ANA), 0);
    expect(leased(lease, asked(BEN), 1)).toEqual({ lease, changed: false, heldBy: ANA });
    expect(leased(lease, asked(BEN), LEASE_MS).heldBy).toBeNull();
  });

  it("that only comes next yields to whoever opens the card, and not to whoever it comes next for as well", () => {
    const { lease } = leased(null, asked(ANA, "next"), 0);
    expect(leased(lease, asked(BEN, "next"), 1).heldBy).toBe(ANA);
    expect(leased(lease, asked(BEN, "looking"), 1)).toMatchObject({ heldBy: null, changed: true, lease: { personId: BEN } });
  });

  it("counts reading from when the card was opened, never from when it only came next", () => {
    const next = leased(null, asked(ANA, "next"), 0).lease;
    expect(dwellMs([next], ANA, 1, 5_000)).toBeNull();
    const open = leased(next, asked(ANA), 5_000).lease;
    expect(dwellMs([open], ANA, 1, 6_000)).toBe(1_000);
    const deciding = leased(open, asked(ANA, "deciding"), 6_000).lease;
    expect(dwellMs([deciding], ANA, 1, 7_000)).toBe(2_000);
    expect(leased(deciding, asked(ANA, "next"), 7_000).lease).toBe(deciding);
    expect(dwellMs([leased(open, asked(ANA, "looking", 2), 7_000).lease], ANA, 1, 8_000)).toBeNull();
  });

  it("never counts more than has passed since its person opened the card, whatever happens", () => {
    const step = fc.record({
      who: fc.constantFrom(ANA, BEN),
      doing: fc.constantFrom(...DOINGS),
      gap: fc.integer({ min: 0, max: LEASE_MS * 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let held: Lease | null = null;
        let now = 0;
        const openedAt = new Map<string, number>();
        for (const { who, doing, gap } of steps) {
          now += gap;
          const after = leased(held, asked(who, doing), now);
          if (after.heldBy === null && doing !== "next" && !openedAt.has(who)) openedAt.set(who, now);
          held = after.lease;
          const dwell = dwellMs([held], who, 1, now);
          if (dwell !== null) expect(dwell).toBeLessThanOrEqual(now - (openedAt.get(who) ?? now));
        }
      }),
    );
  });
});
