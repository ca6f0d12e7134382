import { describe, expect, test } from "vitest";

import { alone, ANA, anItem, aReview, aTest, aLabel, rejected, rowsWith } from "../../../../test/measured-rows";
import { START } from "../../../../test/builders";
import type { PairId } from "./definitions";
import type { Figure } from "./figure";
import { pairsOf, personalPairs } from "./pairs";
import type { MeasuredRows } from "./rows";

function pair(id: PairId, rows: Partial<MeasuredRows>): readonly Figure[] {
  return pairsOf(rowsWith(rows)).find((one) => one.id === id)?.figures ?? [];
}

describe("the top row", () => {
  test("puts the median time beside the tests that were caught; tests are no decisions, and what was not timed has no time", () => {
    const item = anItem();
    const reviews = [4_000, 9_000, 30_000].map((activeMs) => aReview(item, { activeMs }));
    const rest = [
      aReview(item, { activeMs: null }),
      aReview(item, { canary: true, activeMs: 1 }),
      aReview(item, { type: "look_fine" }),
    ];
    const tests = [aTest("caught"), aTest("caught"), aTest("missed")];
    expect(pair("pace", { reviews: [...reviews, ...rest], tests })).toMatchObject([
      { value: 9, of: 3 },
      { count: 2, of: 3 },
    ]);
  });

  test("leaves cards of the deep lane out of the pace, and counts them everywhere else", () => {
    const item = anItem();
    const quick = [4_000, 9_000, 12_000].map((activeMs) => aReview(item, { activeMs }));
    // A card nobody could read whole is deep, however short.
    const deep = [8_000, 45_000, 60_000, 90_000].map((activeMs) => aReview(item, { activeMs, lane: "deep" }));
    const reviews = [...quick, ...deep];
    expect(pair("pace", { reviews })[0]).toMatchObject({ value: 9, of: 3 });
    expect(pair("output", { reviews })[0]).toMatchObject({ of: 7 });
  });

  test("puts items per hour of active time beside what was taken back or overturned", () => {
    const items = [anItem(), anItem({ label: aLabel("wrong", "overturned") }), anItem()];
    const reviews = items.map((item) => aReview(item, { activeMs: 12_000 }));
    const undone = [{ proposalId: items[0]?.id ?? anItem().id, personId: ANA, at: START }];
    expect(pair("output", { items, reviews, undone })).toMatchObject([{ value: 300 }, { count: 2, of: 3 }]);
  });

  test("counts what ran by itself among what has ended, and as bad only what audits say, by their weight", () => {
    const audited = [...Array<"fine">(19).fill("fine"), "wrong" as const].map((verdict) => alone({ rate: 0.05, verdict }));
    const items = [
      ...audited,
      alone(),
      alone({ rate: 0.05, verdict: null }),
      anItem(),
      anItem({ status: "pending", decision: null }),
    ];
    expect(pair("automatic", { items })).toMatchObject([
      { count: 22, of: 23 },
      { count: 1, of: 20, share: 0.05 },
    ]);
  });

  test("leaves out an audit that nobody can have read", () => {
    const item = alone({ rate: 0.05, verdict: "fine" });
    const label = { ...aLabel("right", "audited_fine"), excluded: "too_fast" as const };
    expect(pair("automatic", { items: [{ ...item, label }] })[1]).toMatchObject({ of: 0, share: null });
  });

  test("puts the wait beside what expired", () => {
    const expired = anItem({
      status: "expired",
      decision: { type: "reject", source: "expiry", by: [], at: START, reason: null },
    });
    expect(pair("waiting", { items: [anItem(), anItem(), anItem(), expired] })).toMatchObject([
      { value: 60, of: 3 },
      { count: 1, of: 4 },
    ]);
  });

  test("puts what was approved beside what looking found; not needed is nothing bad, and an edit is no approval", () => {
    const notNeeded = rejected({ label: aLabel("right", "not_needed") });
    const edited = anItem({
      decision: { type: "edit", source: "person", by: [ANA], at: START, reason: null },
      label: aLabel("wrong", "edited"),
    });
    const later = anItem({ label: aLabel("wrong", "overturned") });
    expect(pair("checking", { items: [anItem(), rejected(), notNeeded, edited, later] })).toMatchObject([
      { count: 2, of: 5 },
      { count: 2, of: 5 },
    ]);
  });

  test("of one person leaves out what says nothing of a person", () => {
    expect(personalPairs(rowsWith({})).map(({ id }) => id)).toEqual(["pace", "output", "checking"]);
  });

  test("of an empty window claims nothing", () => {
    const figures = pairsOf(rowsWith({})).flatMap((one) => one.figures);
    expect(figures.every((figure) => (figure.type === "share" ? figure.share : figure.value) === null)).toBe(true);
  });
});
