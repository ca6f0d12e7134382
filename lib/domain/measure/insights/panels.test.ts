import { describe, expect, test } from "vitest";

import { alone, ANA, anItem, aReview, aTest, BEA, rejected, rowsWith } from "../../../../test/measured-rows";
import { START } from "../../../../test/builders";
import { ASSUMED_PRICES } from "../../policy/prices";
import { checkpointsOf } from "./checkpoints";
import { PANELS } from "./definitions";
import { returned } from "./economics";
import { catchByHour, catchByMinute, SESSION_GAP_MS, sessionMs } from "./fatigue";
import { insightsOf } from "./insights";
import type { PanelRow } from "./panels";
import { auditsOf, deliveryOf, driftOf, readingOf, reasonsOf, timesOf } from "./panels";
import { givenPart, rowNameInEnglish } from "./row-name";

const MINUTE = 60_000;
const nameless = () => ["refunds", "large-1"].map(givenPart);
/** Rows as the files of the API have them: their names in English. */
const inEnglish = (rows: readonly PanelRow[]) => rows.map(({ name, figures }) => ({ name: rowNameInEnglish(name), figures }));

describe("a session", () => {
  test("goes on with every decision of its person and ends with a long pause", () => {
    const at = (minutes: number, personId = ANA) => aReview(anItem(), { personId, at: START + minutes * MINUTE });
    const reviews = [at(0), at(10), at(20), at(20 + SESSION_GAP_MS / MINUTE + 1), at(5, BEA)];
    expect([...sessionMs(reviews).values()].map((ms) => ms / MINUTE)).toEqual([0, 10, 20, 0, 0]);
  });

  test("holds what was caught in its parts, whoever the reviews are narrowed to", () => {
    const items = [0, 7, 14, 21, 28].map((minutes) => ({ minutes, item: anItem() }));
    const all = items.map(({ minutes, item }) => aReview(item, { at: START + minutes * MINUTE, canary: true }));
    const tests = items.map(({ item, minutes }) => aTest(minutes < 20 ? "caught" : "missed", { proposalId: item.id }));
    const rows = inEnglish(catchByMinute({ tests }, all));
    expect(rows.map(({ name, figures: [figure] }) => [name, figure])).toMatchObject([
      ["0–5", { count: 1, of: 1 }],
      ["5–10", { count: 1, of: 1 }],
      ["10–15", { count: 1, of: 1 }],
      ["15–20", { of: 0 }],
      ["20–25", { count: 0, of: 1 }],
      ["25 and more", { count: 0, of: 1 }],
    ]);
    expect(inEnglish(catchByHour({ tests }, () => 14))[4]).toMatchObject({ name: "12–15", figures: [{ count: 3, of: 5 }] });
  });
});

describe("the panels", () => {
  test("compare time with its prediction, by kind and by device", () => {
    const item = anItem();
    const reviews = [3_000, 6_000, 12_000].map((activeMs) => aReview(item, { activeMs }));
    const rows = timesOf({ reviews: [...reviews, aReview(item, { device: "touch", activeMs: 6_000 })] });
    expect(inEnglish(rows).map(({ name }) => name)).toEqual(["payment", "keyboard", "touch"]);
    expect(rows[1]?.figures.map((figure) => (figure.type === "amount" ? figure.value : null))).toEqual([3, 3, 6, 12, 12, 6, 0.5]);
    // Half a second more for a thumb than for a key.
    expect(rows[2]?.figures[5]).toMatchObject({ value: 6.52 });
  });

  test("say what was not read, of what was measured", () => {
    const item = anItem();
    const reviews = [aReview(item, { tooFast: true }), aReview(item), aReview(item, { activeMs: null })];
    expect(inEnglish(readingOf({ reviews }))[0]).toMatchObject({ name: "all kinds", figures: [{ count: 1, of: 2 }] });
  });

  test("name reasons by agent and version, the most frequent first", () => {
    const dull = rejected({ decision: { ...rejected().decision, reason: null } as never }); // eslint-disable-line @typescript-eslint/consistent-type-assertions -- a decision without its reason
    const rows = inEnglish(reasonsOf({ items: [rejected(), dull, rejected(), anItem()] }, nameless));
    expect(rows).toMatchObject([
      { name: "refunds · large-1 · wrong amount", figures: [{ count: 2, of: 3 }] },
      { name: "refunds · large-1 · unspecified", figures: [{ count: 1, of: 3 }] },
    ]);
  });

  test("count audits as drawn, given, not fine and owed", () => {
    const items = [alone(), alone({ rate: 0.05, verdict: "wrong" }), alone({ rate: 0.05, verdict: null })];
    const rows = auditsOf({ items }, { open: 4, oldestAt: START - 86_400_000 }, START);
    expect(rows.map(({ figures: [first] }) => first)).toMatchObject([
      { count: 2, of: 3 },
      { count: 1, of: 2 },
      { count: 1, of: 1 },
      { value: 4 },
    ]);
    expect(rows[3]?.figures[1]).toMatchObject({ value: 1, unit: "days" });
  });

  test("measure drift by what would have to change, and by templates that are new", () => {
    const late = START + 23 * 3_600_000;
    const items = [anItem(), anItem(), anItem({ at: late }), anItem({ at: late, kind: "email", alike: "another" })];
    const [mix, fresh, ...kinds] = driftOf(rowsWith({ items }));
    expect([mix?.figures[1], fresh?.figures[1]]).toMatchObject([{ value: 0.5 }, { count: 1, of: 2 }]);
    expect(inEnglish(kinds).map(({ name }) => name)).toEqual(["email", "payment"]);
    expect(driftOf(rowsWith({ items: [anItem()] }))).toEqual([]);
  });

  test("follow the answers of people from release to outcome, and no others", () => {
    const done = anItem({
      ...{ releasedAt: START, deliveredAt: START + 1_000, redeemedAt: START + 3_000 },
      outcome: { status: "failed", at: START + 8_000 },
    });
    const waiting = anItem({ releasedAt: START, lapsedAt: START + 9 });
    const rows = inEnglish(deliveryOf({ items: [done, waiting, rejected(), alone()] }));
    const figures = Object.fromEntries(rows.map(({ name, figures: [first, median] }) => [name, [first, median]]));
    expect(figures["released → fetched"]).toMatchObject([{ count: 1, of: 3 }, { value: 1 }]);
    expect(figures["fetched → redeemed"]).toMatchObject([{ count: 1, of: 2 }, { value: 2 }]);
    expect(figures["redeemed → reported"]).toMatchObject([{ count: 1, of: 1 }, { value: 5 }]);
    expect(figures["not run in time"]).toMatchObject([{ count: 1, of: 2 }, {}]);
    expect(figures["failed"]).toMatchObject([{ count: 1, of: 1 }, {}]);
  });

  test("have one figure for each column that they promise", () => {
    const items = [anItem(), alone({ rate: 0.05, verdict: "fine" }), rejected({ at: START + 23 * 3_600_000 })];
    const rows = rowsWith({ items, reviews: items.map((item) => aReview(item)), tests: [aTest("caught")] });
    const { panels } = insightsOf(rows, {
      ...{ now: START, allReviews: rows.reviews, personal: false, debt: { open: 0, oldestAt: null }, prices: ASSUMED_PRICES },
      ...{ nameOf: nameless, stakesOf: () => null, hourOf: () => 9 },
    });
    for (const panel of panels) {
      for (const row of panel.rows) expect([panel.id, row.figures.length]).toEqual([panel.id, PANELS[panel.id].length]);
    }
  });
});

describe("a checkpoint", () => {
  test("returns the harm that its looks prevented for what they cost", () => {
    // A hundred looks of ten seconds at 60 an hour cost 16.67; two errors of 10 each were stopped.
    expect(returned({ bad: 2, seconds: 1_000 }, "S1", ASSUMED_PRICES)).toMatchObject({
      perBad: 1000 / 60 / 2,
      forEach: 20 / (1000 / 60),
    });
    expect(returned({ bad: 0, seconds: 0 }, "S1", ASSUMED_PRICES)).toEqual({ cost: 0, perBad: null, forEach: null });
  });

  test("pays from the bad rate on that the design names: 2 % for harm of 10 at ten seconds and a catch rate of 0.85", () => {
    const found = 0.85 * 0.0196 * 1_000;
    expect(returned({ bad: found, seconds: 10_000 }, "S1", ASSUMED_PRICES).forEach).toBeCloseTo(1, 2);
  });

  test("counts its own looks, decisions and errors; without known stakes it claims no return", () => {
    const [good, bad] = [anItem(), rejected()];
    const other = anItem({ actionName: "payment.payout" });
    const reviews = [good, bad, other].map((item) => aReview(item, { activeMs: 10_000 }));
    const tests = [aTest("caught"), aTest("missed", { kind: "email" })];
    const rows = rowsWith({ items: [good, bad, other, alone()], reviews, tests });
    const [first, second] = checkpointsOf(
      rows,
      ({ actionName }) => (actionName === "payment.refund" ? "S2" : null),
      ASSUMED_PRICES,
    );
    expect(first).toMatchObject({ actionName: "payment.refund", looks: { value: 2 }, approved: { count: 1, of: 2 } });
    expect(first).toMatchObject({ bad: { count: 1, of: 2 }, caught: { count: 1, of: 1 } });
    expect(first?.forEach.value).toBeCloseTo(150, 9);
    expect(second).toMatchObject({ looks: { value: 1 }, forEach: { value: null } });
  });
});
