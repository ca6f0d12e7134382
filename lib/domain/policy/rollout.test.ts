import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { sha256 } from "../../../test/builders";
import { facts } from "../../../test/policy-builders";
import type { Label } from "../measure/label";
import { drawText, isDrawn } from "../second-look";
import { assess } from "./assess";
import { compilePolicy } from "./compile-policy";
import { DEFAULT_POLICY } from "./default-policy";
import type { Limit, PolicyDocument } from "./policy-document";
import {
  beginRollout,
  continued,
  hastened,
  isRolledOut,
  judging,
  limitsOfBoth,
  nextStepAt,
  paused,
  shareOfRollout,
  withRolloutLabel,
  type Rollout,
} from "./rollout";

const DAY = 86_400_000;
const AT = 1_000_000;
const aRollout = (days = 1, riskier = true): Rollout => beginRollout({ next: 15, before: 14 }, days, riskier, AT);
const drawnAt = (share: number, action: string): boolean => isDrawn(sha256(drawText("key", "rollout", action)), share);

/** What people do to a roll-out, each so long after the last. */
const steps = fc.array(
  fc.record({ after: fc.nat(2 * DAY), turn: fc.constantFrom(paused, continued, (rollout: Rollout) => rollout) }),
  { maxLength: 12 },
);

describe("the share of a roll-out", () => {
  it("is a tenth, a half and the whole, each for its days, and then it is over", () => {
    const rollout = aRollout(2);
    const shares = [0, 2 * DAY - 1, 2 * DAY, 4 * DAY - 1, 4 * DAY, 6 * DAY - 1].map((ms) => shareOfRollout(rollout, AT + ms));
    expect(shares).toEqual([0.1, 0.1, 0.5, 0.5, 1, 1]);
    expect([isRolledOut(rollout, AT + 6 * DAY - 1), isRolledOut(rollout, AT + 6 * DAY)]).toEqual([false, true]);
    expect([0, 3 * DAY, 5 * DAY, 6 * DAY].map((ms) => nextStepAt(rollout, AT + ms))).toEqual([
      ...[AT + 2 * DAY, AT + 4 * DAY, AT + 6 * DAY],
      null,
    ]);
  });

  it("never shrinks, however often it is paused, and stands still while it is", () => {
    fc.assert(
      fc.property(steps, fc.nat(4 * DAY), (turns, later) => {
        let [rollout, now, share] = [aRollout(), AT, 0.1];
        for (const { after, turn } of turns) {
          now += after;
          const grown = shareOfRollout(rollout, now);
          expect(grown).toBeGreaterThanOrEqual(share);
          rollout = turn(rollout, now);
          expect(shareOfRollout(rollout, now)).toBe(grown);
          share = grown;
        }
        const still = paused(rollout, now);
        expect(shareOfRollout(still, now + later)).toBe(share);
        expect(shareOfRollout(continued(still, now + later), now + later)).toBe(share);
      }),
    );
  });

  it("is the whole once it is hastened, and watched for as long as its last step was to be", () => {
    fc.assert(
      fc.property(steps, (turns) => {
        let [rollout, now] = [aRollout(), AT];
        for (const { after, turn } of turns) {
          now += after;
          rollout = turn(rollout, now);
        }
        fc.pre(shareOfRollout(rollout, now) < 1);
        const whole = hastened(rollout, now);
        expect([shareOfRollout(whole, now), nextStepAt(whole, now)]).toEqual([1, now + DAY]);
      }),
    );
  });
});

describe("which version judges", () => {
  const document = (regulated: boolean): PolicyDocument => ({
    ...DEFAULT_POLICY,
    catalogue: DEFAULT_POLICY.catalogue.map((entry) => (entry.match === "crm.update" ? { ...entry, regulated } : entry)),
  });
  const [free, regulates] = [document(false), document(true)];

  it("does not change for a proposal that was drawn at a smaller share", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, x, y) => {
          const [smaller, larger] = [Math.min(x, y), Math.max(x, y)];
          if (drawnAt(smaller, a)) expect(drawnAt(larger, a)).toBe(true);
          expect(drawnAt(smaller, a)).toBe(drawnAt(smaller, a));
        },
      ),
    );
  });

  it("draws about as many as its share says", () => {
    const drawn = Array.from({ length: 10_000 }, (_, n) => drawnAt(0.1, String(n))).filter(Boolean).length;
    expect(drawn).toBeGreaterThan(850);
    expect(drawn).toBeLessThan(1_150);
  });

  it("is the one that regulates the action, drawn or not, so that a person always decides", () => {
    for (const [next, before] of [
      [free, regulates],
      [regulates, free],
      [regulates, regulates],
    ] as const) {
      for (const drawn of [true, false]) {
        const both = { next: compilePolicy(next, 15), before: compilePolicy(before, 14) };
        const assessment = assess(judging(both, "crm.update", null, drawn), facts());
        expect([assessment.regulated, assessment.treatment]).toEqual([true, "review"]);
      }
    }
    const both = { next: compilePolicy(free, 15), before: compilePolicy(free, 14) };
    expect([true, false].map((drawn) => judging(both, "crm.update", null, drawn).version)).toEqual([15, 14]);
  });
});

describe("the limits during a roll-out", () => {
  const aLimit = (more: Partial<Limit> = {}): Limit => ({
    ...{ id: "a-day", match: "payment.*", per: "agent", window: "24h", sum: 500, then: "review" },
    ...more,
  });

  it("are those of both versions, the stricter of two that count the same", () => {
    const looser = aLimit({ sum: 5_000, then: "block" });
    expect(limitsOfBoth([aLimit()], [looser])).toEqual([aLimit({ then: "block" })]);
    expect(limitsOfBoth([looser], [aLimit()])).toEqual([aLimit({ then: "block" })]);
    expect(limitsOfBoth([aLimit()], [])).toEqual([aLimit()]);
    expect(limitsOfBoth([], [aLimit()])).toEqual([aLimit()]);
  });

  it("that count different things under one name both count", () => {
    const hourly = aLimit({ window: "1h" });
    expect(limitsOfBoth([aLimit()], [hourly])).toEqual([aLimit(), { ...hourly, id: "a-day (new)" }]);
  });
});

describe("the watch over a roll-out", () => {
  const label = (verdict: Label["verdict"], more: Partial<Label> = {}): Label => ({
    ...{ verdict, because: verdict === "wrong" ? "audited_wrong" : "audited_fine", ran: "by_itself", excluded: null },
    ...{ weight: 1, missed: false, severe: false, failedOutside: false, edit: null, ...more },
  });
  const evidence = (after: Label) => ({
    before: null,
    after,
    stakes: "S1" as const,
    reviewers: ["p"],
    proposedAt: AT,
    at: AT + 1,
  });
  const after = (rollout: Rollout, version: number, ...labels: readonly Label[]) =>
    labels.reduce<ReturnType<typeof withRolloutLabel>>(
      (watched, one) => withRolloutLabel(watched.rollout, version, evidence(one)),
      { rollout, because: null },
    );

  it("returns the version at the first harm, and at the third error among the first few", () => {
    expect(after(aRollout(), 15, label("wrong", { severe: true, because: "overturned" })).because).toBe("severe");
    const early = Array.from({ length: 3 }, () => label("wrong"));
    expect(after(aRollout(), 15, ...early.slice(1)).because).toBeNull();
    expect(after(aRollout(), 15, ...early).because).toBe("sequential_test");
  });

  it("counts what the version before lets run, and returns nothing for it", () => {
    const many = Array.from({ length: 30 }, () => label("wrong", { severe: true }));
    const { rollout, because } = after(aRollout(), 14, ...many);
    expect([because, rollout.before.evidence.bad, rollout.next.evidence.checked]).toEqual([null, 30, 0]);
  });

  it("returns nothing where the version lets nothing more through, and for no other version", () => {
    const harm = label("wrong", { severe: true });
    expect(after(aRollout(1, false), 15, harm, harm, harm).because).toBeNull();
    expect(after(aRollout(), 13, harm)).toEqual({ rollout: aRollout(), because: null });
  });

  it("returns a version as bad as 2 % sooner or later, and one without errors never", () => {
    const clean = Array.from({ length: 2_000 }, () => label("right"));
    expect(after(aRollout(), 15, ...clean).because).toBeNull();
    const bad = clean.map((one, place) => (place % 20 === 0 ? label("wrong") : one));
    let rollout = aRollout();
    const causes = bad.map((one) => {
      const watched = withRolloutLabel(rollout, 15, evidence(one));
      ({ rollout } = watched);
      return watched.because;
    });
    expect(causes.some((because) => because !== null)).toBe(true);
  });
});
