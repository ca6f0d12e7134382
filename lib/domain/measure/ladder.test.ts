import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, type Level } from "../policy/ladder-handling";
import { STAKES } from "../words";
import type { KindAgreement } from "./agreement";
import { sensitivityOf, type Sensitivity } from "./anytime-bound";
import type { Label } from "./label";
import { atLevel, BLOCKED_LOTS, LOT, newCell, withEvidence, type Cell, type CellMove, type Evidence } from "./ladder";
import { obstacleInEnglish, suggest, type Surroundings } from "./suggestion";

const DAY_MS = 86_400_000;
const RIGHT: Label = {
  ...{ verdict: "right", because: "approved", ran: "after_look", excluded: null, weight: 1 },
  ...{ missed: false, severe: false, failedOutside: false, edit: null },
};
const WRONG: Label = { ...RIGHT, verdict: "wrong", because: "rejected", ran: "no" };
const HARM: Label = { ...WRONG, because: "overturned", severe: true };
const AUDITED_WRONG: Label = { ...WRONG, because: "audited_wrong", weight: 20 };
const cellAt = (level: Level, more: Partial<Cell> = {}): Cell => ({ ...newCell("v1", "S2", 0), level, ...more });
const said = (after: Label, more: Partial<Evidence> = {}): Evidence => ({
  ...{ before: null, after, fingerprint: "v1", stakes: "S2", reviewers: ["ada"], proposedAt: DAY_MS, at: DAY_MS },
  ...more,
});

const AGREES = { basis: "measured", pairs: 34, alpha: 0.81 } as const;
const AROUND: Surroundings = {
  ...{ now: 20 * DAY_MS, tier: "T1", loosest: "auto", regulated: false },
  ...{ sensitivity: sensitivityOf({ caught: 58, shown: 60 }), agreement: AGREES },
};

function after(cell: Cell, ...all: readonly Evidence[]): { readonly cell: Cell; readonly moves: readonly CellMove[] } {
  return all.reduce<{ cell: Cell; moves: CellMove[] }>(
    (current, evidence) => {
      const next = withEvidence(current.cell, evidence);
      return { cell: next.cell, moves: next.move === null ? current.moves : [...current.moves, next.move] };
    },
    { cell, moves: [] },
  );
}

describe("evidence", () => {
  it("counts what people read, and leaves out what they cannot have read or what says nothing", () => {
    const { cell } = after(
      cellAt("L1"),
      said(RIGHT),
      said(WRONG),
      said({ ...RIGHT, excluded: "too_fast" }),
      said({ ...RIGHT, verdict: "unknown" }),
    );
    expect(cell).toMatchObject({ checked: 2, bad: 1, reviewers: ["ada"] });
  });

  it("turns a clean item bad when it is overturned, without counting it twice", () => {
    const { cell } = after(cellAt("L1"), said(RIGHT), said({ ...WRONG, because: "overturned" }, { before: RIGHT }));
    expect(cell).toMatchObject({ checked: 1, bad: 1 });
  });

  it("leaves the present version what it earned when something is said late of an older one, and brings people back for harm alone", () => {
    const present = after(cellAt("L1"), said(RIGHT, { fingerprint: "v2", proposedAt: 3 * DAY_MS })).cell;
    const earned: Cell = { ...present, level: "L3", checked: 700 };
    const late = { fingerprint: "v1", proposedAt: 2 * DAY_MS } as const;
    expect(after(earned, said(WRONG, late), said(RIGHT, { ...late, before: WRONG }))).toEqual({ cell: earned, moves: [] });
    const harmed = after(earned, said(HARM, late));
    expect(harmed.cell).toMatchObject({ level: "L1", checked: 700, fingerprint: "v2" });
    expect(harmed.moves).toEqual([{ from: "L3", to: "L1", because: "severe" }]);
    const newer = after(earned, said(RIGHT, { fingerprint: "v3", proposedAt: 4 * DAY_MS }));
    expect(newer.cell).toMatchObject({ level: "L1", checked: 1, fingerprint: "v3" });
  });

  it("starts anew with another version, at most at L1", () => {
    const { cell, moves } = after(cellAt("L3", { checked: 700 }), said(RIGHT, { fingerprint: "v2" }));
    expect(cell).toMatchObject({ level: "L1", checked: 1, fingerprint: "v2" });
    expect(moves).toEqual([{ from: "L3", to: "L1", because: "version" }]);
    expect(after(cellAt("L0"), said(RIGHT, { fingerprint: "v2" })).cell.level).toBe("L0");
  });

  it("never falls below nothing when a label changes that was counted before the cell began anew", () => {
    const anew = after(cellAt("L1", { checked: 30, bad: 2 }), said(RIGHT, { fingerprint: "v2" }), said(RIGHT)).cell;
    expect(anew).toMatchObject({ checked: 1, bad: 0 });
    const turned = said({ ...RIGHT, because: "reject_overturned" }, { before: WRONG });
    expect(after(anew, turned).cell).toMatchObject({ checked: 1, bad: 0 });
    const withdrawn = said({ ...RIGHT, excluded: "too_fast" }, { before: WRONG });
    expect(after(anew, withdrawn, withdrawn).cell).toMatchObject({ checked: 0, bad: 0 });
    expect(after(anew, said(WRONG, { before: RIGHT }), said(WRONG, { before: RIGHT })).cell).toMatchObject({
      checked: 2,
      bad: 2,
    });
  });

  it("that is taken back more often than it was counted suggests nothing", () => {
    const old = { checked: 20, reviewers: ["ada", "ben"] };
    const { cell } = after(cellAt("L1", old), said(RIGHT, { before: WRONG }));
    expect(suggest(cell, AROUND).type).toBe("stay");
  });
});

describe("going down", () => {
  it("happens at once to L1 on confirmed harm", () => {
    expect(after(cellAt("L4"), said(HARM)).moves).toEqual([{ from: "L4", to: "L1", because: "severe" }]);
  });

  it("happens by one step when two of the last five audit lots fail", () => {
    const failing = Array.from({ length: LOT.badFails }, () => said(AUDITED_WRONG));
    const clean = Array.from({ length: LOT.audits }, () => said({ ...RIGHT, because: "audited_fine" }));
    const slow = cellAt("L3", { ratio: -2 });
    expect(after(slow, ...clean, ...clean).cell.lots).toEqual([false, false]);
    const { moves } = after(slow, ...failing.slice(0, 1), ...clean, ...clean);
    expect(moves).toEqual([]);
    const judged = after(cellAt("L3", { lots: [true, false], ratio: -2.9 }), ...failing.map((one) => ({ ...one })));
    expect(judged.moves[0]).toEqual({ from: "L3", to: "L2", because: "lots" });
  });

  it("happens by one step when the sequential test rejects: three bad items early on", () => {
    expect(after(cellAt("L2"), said(WRONG), said(WRONG)).moves).toEqual([]);
    expect(after(cellAt("L2"), said(WRONG), said(WRONG), said(WRONG)).moves).toEqual([
      { from: "L2", to: "L1", because: "sequential_test" },
    ]);
  });

  it("blocks a cell whose audits fail five times where people look as the policy says, and no label brings it back", () => {
    const lot = [said(AUDITED_WRONG), said(AUDITED_WRONG)];
    const five = Array.from({ length: BLOCKED_LOTS }, () => lot).flat();
    expect(after(cellAt("L1"), ...five.slice(2)).moves).toEqual([]);
    const { cell, moves } = after(cellAt("L1"), ...five);
    expect(moves).toEqual([{ from: "L1", to: "blocked", because: "blocked" }]);
    expect(suggest(cell, AROUND)).toEqual({ type: "blocked", to: "L1" });
    const clean = Array.from({ length: 60 }, () => said({ ...RIGHT, because: "audited_fine" }, { fingerprint: "v2" }));
    expect(after(cell, ...clean).cell.level).toBe("blocked");
    expect(after(atLevel(cell, "L1", DAY_MS), ...lot).moves).toEqual([]);
  });

  it("is all that evidence does: no label ever moves a cell up", () => {
    const label = fc.constantFrom(RIGHT, WRONG, HARM, AUDITED_WRONG, { ...RIGHT, because: "audited_fine" } satisfies Label);
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS),
        fc.array(fc.tuple(label, fc.constantFrom("v1", "v2")), { maxLength: 60 }),
        (level, all) => {
          let cell = cellAt(level);
          for (const [one, fingerprint] of all) {
            const next = withEvidence(cell, said(one, { fingerprint }));
            expect(LEVELS.indexOf(next.cell.level)).toBeLessThanOrEqual(LEVELS.indexOf(cell.level));
            expect(next.cell.bad).toBeLessThanOrEqual(next.cell.checked);
            cell = next.cell;
          }
        },
      ),
    );
  });
});

describe("going up", () => {
  const proven: Partial<Cell> = { checked: 643, bad: 0, reviewers: ["ada", "ben"] };
  const around = AROUND;

  it("is suggested with the target that the evidence reaches", () => {
    expect(suggest(cellAt("L1", proven), around)).toMatchObject({ type: "up", to: "L2", target: 0.01 });
  });

  it("says what is missing, each with its numbers", () => {
    const suggestion = suggest(cellAt("L2", { checked: 500, reviewers: ["ada"] }), {
      ...around,
      agreement: { basis: "off" },
      now: 0,
    });
    expect(suggestion.type === "stay" && suggestion.because.map(obstacleInEnglish)).toEqual([
      "how far people agree is not measured: 20 second opinions on the kind would measure it",
      "37 more clean looks would bring it under 1\u00A0%",
      "14 of 14 days are missing",
      "only one person has looked: a second is needed",
    ]);
  });

  it.each<[string, Partial<Cell>, Partial<Surroundings>]>([
    ["too few items", { checked: 500 }, {}],
    ["one bad item too many", { bad: 1 }, {}],
    ["less than 14 days", {}, { now: 13 * DAY_MS }],
    ["only one person who looked", { reviewers: ["ada"] }, {}],
    ["confirmed harm", { severe: 1 }, {}],
    [
      "people who never agree on what to reject",
      {},
      { agreement: { basis: "rare", pairs: 200, given: 5, shared: 0, atMost: 0.45 } },
    ],
    ["people who disagree", {}, { agreement: { ...AGREES, alpha: 0.66 } }],
    ["a matrix that does not let it", {}, { loosest: "start" }],
    ["critical tier", {}, { tier: "T3" }],
    ["severe stakes", { stakes: "S4" }, {}],
    ["a regulated action", {}, { regulated: true }],
  ])("is not suggested with %s", (_, cell, surroundings) => {
    const suggestion = suggest(cellAt("L1", { ...proven, ...cell }), { ...around, ...surroundings });
    expect(suggestion.type).toBe("stay");
    expect(suggestion.type === "stay" && suggestion.because.length).toBe(1);
  });

  it("stops at L2 while the reviewers' catch rate is only assumed", () => {
    for (const catches of [null, { caught: 21, shown: 21 }]) {
      const assumed = { ...around, sensitivity: sensitivityOf(catches) };
      expect(suggest(cellAt("L1", { ...proven, checked: 619 }), assumed)).toMatchObject({ type: "up", to: "L2" });
      expect(suggest(cellAt("L2", { ...proven, checked: 5_000 }), assumed).type).toBe("stay");
    }
    expect(suggest(cellAt("L2", { ...proven, checked: 5_000 }), around)).toMatchObject({ type: "up", to: "L3" });
  });

  it.each<[KindAgreement, boolean]>([
    [{ basis: "off" }, false],
    [{ basis: "too_few", pairs: 7 }, false],
    [{ basis: "unanimous", pairs: 40 }, true],
    [AGREES, true],
    [{ basis: "rare", pairs: 200, given: 1, shared: 0, atMost: 0.95 }, true],
    [{ ...AGREES, alpha: 0.667 }, true],
  ])("with agreement %j goes past L2: %s", (agreement, goes) => {
    const cell = cellAt("L2", { ...proven, checked: 5_000 });
    expect(suggest(cellAt("L1", proven), { ...around, agreement })).toMatchObject({ type: "up", to: "L2" });
    expect(suggest(cell, { ...around, agreement }).type).toBe(goes ? "up" : "stay");
  });

  it("is the harder the less people are known to catch", () => {
    fc.assert(
      fc.property(fc.integer({ min: 22, max: 60 }), fc.nat(60), fc.nat(4_000), (shown, missed, checked) => {
        const low = (caught: number): number => sensitivityOf({ caught: Math.max(0, caught), shown }).low;
        expect(low(shown - missed - 1)).toBeLessThanOrEqual(low(shown - missed));
        const worse = sensitivityOf({ caught: Math.max(0, shown - missed - 1), shown });
        const better = sensitivityOf({ caught: Math.max(0, shown - missed), shown });
        const goes = (sensitivity: Sensitivity) => suggest(cellAt("L1", { ...proven, checked }), { ...around, sensitivity }).type;
        expect(goes(worse) === "up" && goes(better) !== "up").toBe(false);
      }),
    );
  });

  it("turns round where more is bad than may be", () => {
    expect(suggest(cellAt("L3", { checked: 61, bad: 4 }), around)).toMatchObject({ type: "down", to: "L2" });
  });

  it("is never suggested for a regulated action, whatever it earned", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom(...STAKES), fc.constantFrom(...LEVELS), (checked, stakes, level) => {
        const suggestion = suggest(cellAt(level, { ...proven, checked, stakes }), { ...around, regulated: true });
        expect(suggestion.type).toBe(level === "blocked" ? "blocked" : "stay");
      }),
    );
  });
});
