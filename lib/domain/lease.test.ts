import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { numberedId } from "../../test/builders";
import type { Lease } from "./lease";
import { LEASE_MS, dwellMs, leased } from "./lease";
import { AWAY_MS, RENEW_MS, WARN_MS, leaseStep } from "./lease-step";
import { SILENCE_MS } from "./active-time";
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

  it("that is kept is told of again before it ends for those who were told, and not with every renewal", () => {
    let { lease } = leased(null, asked(ANA), 0);
    let toldUntil = lease.until;
    let told = 0;
    const MINUTE = 60_000;
    for (let now = RENEW_MS; now <= 10 * MINUTE; now += RENEW_MS) {
      expect(toldUntil).toBeGreaterThan(now);
      const renewed = leased(lease, asked(ANA), now);
      ({ lease } = renewed);
      if (!renewed.changed) continue;
      toldUntil = lease.until;
      told += 1;
    }
    expect(told).toBeLessThanOrEqual((10 * MINUTE) / (LEASE_MS / 2) + 1);
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

describe("the lease on the open card", () => {
  const here = (heardAt: number) => ({ heardAt, awaySince: null });
  const held = { askedAt: 0, until: LEASE_MS, othersUntil: null };
  const none = { askedAt: 0, until: null, othersUntil: null };
  const others = { askedAt: 0, until: null, othersUntil: 10_000 };

  it.each([
    ["is asked for again every 20 s while somebody is at it", held, here(RENEW_MS - 1), RENEW_MS, "ask"],
    ["is left alone until then", held, here(0), RENEW_MS - 1, "wait"],
    ["is not asked for again for whoever gave no sign for 30 s", held, here(0), SILENCE_MS + 1, "wait"],
    ["nor for whoever looks at another window", held, { heardAt: RENEW_MS, awaySince: RENEW_MS }, RENEW_MS, "wait"],
    ["says 20 s before it ends that it does", held, here(0), LEASE_MS - WARN_MS, "warn"],
    ["and not earlier", held, here(0), LEASE_MS - WARN_MS - 1, "wait"],
    ["is kept by any sign then", held, here(LEASE_MS - 1), LEASE_MS - 1, "ask"],
    ["is given back after 60 s elsewhere", held, { heardAt: 0, awaySince: 0 }, AWAY_MS, "drop"],
    ["and not earlier", held, { heardAt: 0, awaySince: 0 }, AWAY_MS - 1, "wait"],
    ["is over when its time is", held, here(LEASE_MS), LEASE_MS, "over"],
    ["is asked for by the first sign after it ended", none, here(200_000), 200_000, "ask"],
    ["is not asked for while nobody is there", none, here(0), 200_000, "wait"],
    ["is asked for at once where it never was", { ...none, askedAt: null }, here(0), 0, "ask"],
    ["is somebody else’s until theirs ends", others, here(0), 9_999, "wait"],
    ["and not after it", others, here(0), 10_000, "over"],
  ] as const)("%s", (_says, lease, presence, now, step) => {
    expect(leaseStep(lease, presence, now)).toBe(step);
  });

  it("never ends for somebody who gives a sign within every 30 s", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: SILENCE_MS }), { maxLength: 40 }), (gaps) => {
        let lease = { askedAt: 0, until: LEASE_MS, othersUntil: null };
        let [now, heardAt] = [0, 0];
        for (const gap of gaps) {
          for (const end = now + gap; now < end; now = Math.min(end, now + 1_000)) {
            const step = leaseStep(lease, here(heardAt), now);
            if (step === "ask") lease = { ...lease, askedAt: now, until: now + LEASE_MS };
            expect(["ask", "wait"]).toContain(step);
          }
          heardAt = now;
        }
      }),
    );
  });
});
