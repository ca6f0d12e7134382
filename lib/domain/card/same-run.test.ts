import { describe, expect, test } from "vitest";
import type { CardInput, SameRun } from "./card";
import { cardFacts } from "./facts-for-policy";
import { predict } from "./budget";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { KINDS } from "../words";
import { readCard } from "./read-card";
import { sameRunChecks } from "./same-run";

const AT = Date.UTC(2026, 9, 14);
const MINUTE = 60_000;

function says(sameRun: Partial<SameRun>): string | undefined {
  const history = { earlierToCounterpart: null, lastApprovedArguments: null };
  const tried = { count: 1, lastAt: AT - 4 * MINUTE, outcome: "rejected" as const, ...sameRun };
  const [check] = sameRunChecks({ history: { ...history, sameRun: tried }, at: AT });
  return check === undefined ? undefined : `${check.says}; ${check.because ?? ""}`;
}

const within = (input: CardInput, sameRun: SameRun): CardInput => ({ ...input, history: { ...input.history, sameRun } });

describe("what the same run tried before", () => {
  test.each<[Partial<SameRun>, string]>([
    [{ count: 2 }, "Third try in this run; the last was rejected 4 min before"],
    [{ outcome: "blocked", lastAt: AT - 1 }, "Second try in this run; the last was blocked just before"],
    [{ count: 9, lastAt: AT - 180 * MINUTE }, "Tried 9 times before in this run; the last was rejected 3 h before"],
    [{ lastAt: AT - 3_000 * MINUTE }, "Second try in this run; the last was rejected 2 days before"],
    [{ lastAt: AT + 1 }, "Second try in this run; the last was rejected meanwhile"],
  ])("is said with its count, how it ended and when: %o", (sameRun, words) => {
    expect(says(sameRun)).toBe(words);
  });

  test("is no comfort: where the last try was not refused, nothing is said", () => {
    expect([says({ outcome: "other" }), says({ count: 0 })]).toEqual([undefined, undefined]);
  });

  test.each(KINDS)("is a failed check on a card of kind %s, for policy to see and in the predicted time", (kind) => {
    for (const { input } of ALL_FIXTURES[kind].filter(({ of }) => of === "typical")) {
      const refused = readCard(within(input, { count: 2, lastAt: input.at - 4 * MINUTE, outcome: "rejected" }));
      expect(cardFacts(refused).failedChecks).toContain("same-run");
      const seconds = (card: typeof refused) => predict({ card, treatment: "review", device: "keyboard" }).seconds;
      expect(seconds(refused)).toBeGreaterThan(seconds(readCard(input)));
    }
  });
});
