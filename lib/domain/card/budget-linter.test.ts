import { describe, expect, it } from "vitest";
import { KINDS, TREATMENTS } from "../words";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { FIXTURE_SORTS } from "./fixtures/card-fixture";
import { lintCard, lintTable } from "./lint-cards";
import { readCard } from "./read-card";

const FIXTURES_MIN = 20;
const DEVICES = ["keyboard", "mouse", "touch"] as const;

describe("the budget of every card", () => {
  it("is printed, fixture by fixture", () => {
    const rows = KINDS.flatMap((kind) => ALL_FIXTURES[kind].map((fixture) => lintCard(fixture)));
    const quick = rows.filter(({ lane }) => lane === "quick").length;
    process.stdout.write(`${lintTable(rows)}\n${String(quick)} of ${String(rows.length)} fixtures are quick\n`);
    expect(rows.length).toBeGreaterThanOrEqual(FIXTURES_MIN * KINDS.length);
  });

  describe.each(KINDS)("of kind %s", (kind) => {
    const fixtures = ALL_FIXTURES[kind];

    it("is measured over at least twenty fixtures of every sort", () => {
      expect(fixtures.length).toBeGreaterThanOrEqual(FIXTURES_MIN);
      expect(new Set(fixtures.map(({ of }) => of))).toEqual(new Set(FIXTURE_SORTS));
      expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
      expect(fixtures.every(({ input }) => input.kind === kind)).toBe(true);
    });

    it("holds whatever the treatment and the device: no card is called quick above it", () => {
      const cards = fixtures.map((fixture) => [fixture, readCard(fixture.input)] as const);
      const broken = TREATMENTS.flatMap((treatment) =>
        DEVICES.flatMap((device) => cards.map(([fixture, card]) => lintCard(fixture, treatment, device, card))),
      ).filter(({ problems }) => problems.length > 0);
      expect(broken).toEqual([]);
    });

    it("fits the quick lane on a keyboard where the payload is typical", () => {
      const typical = fixtures.filter(({ of }) => of === "typical").map((fixture) => lintCard(fixture));
      expect(typical.filter(({ lane }) => lane !== "quick")).toEqual([]);
    });

    it("is never quick in silence where the payload is hostile", () => {
      const hostile = fixtures.filter(({ of }) => of === "hostile").map((fixture) => lintCard(fixture));
      expect(hostile.filter(({ lane, flagged }) => lane === "quick" && !flagged)).toEqual([]);
    });
  });
});
