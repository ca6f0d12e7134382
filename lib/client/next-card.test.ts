import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aQueueRow, aShownRow } from "../../test/queue-rows";
import { cardsAhead } from "./cards-ahead";
import { linesOf } from "./folds";
import type { List, Way } from "./next-card";
import { nextCard } from "./next-card";
import type { ShownRow } from "./queue-view";

const ME = "per_1";
const LEFT = { left: { key: "left.they.approve", values: { name: "Ana" } } } as const;
const HERS = { lease: { by: { id: "per_2", name: "Ana" }, until: 90, doing: "looking" } } as const;

/** Rows by their ids; a letter that comes three times or more is one line of look-alikes: `a1 b1 a2 a3`. */
function aList(ids: string, more: Readonly<Record<string, Partial<ShownRow>>> = {}) {
  const rows = ids.split(" ").map((id) => aShownRow(id, { alike: id.charAt(0), ...more[id] }));
  return { rows, arrivals: [] };
}

const next = (list: List, from: string | null, way: Way, fold = true) => nextCard(list, from, way, { me: ME, fold });
const ahead = (list: List, from: string | null, count = 3) => cardsAhead(list, from, count, { me: ME, fold: true });
/** The cards that come up when each is decided, from this one on. */
function decidedFrom(list: List, from: string): readonly string[] {
  const [card] = [next(list, from, "on")];
  const rest = { ...list, rows: list.rows.filter(({ id }) => id !== from) };
  return card === null ? [from] : [from, ...decidedFrom(rest, card)];
}

describe("a step", () => {
  it("leads from line to line, over look-alikes as one, and ends where the list does", () => {
    const list = aList("a1 b1 a2 a3 c1");
    expect([next(list, "a1", "down"), next(list, "b1", "up"), next(list, "b1", "down")]).toEqual(["b1", "a1", "c1"]);
    expect([next(list, "a2", "down"), next(list, "c1", "down"), next(list, "a1", "up")]).toEqual(["b1", null, null]);
    expect([next(list, "b1", "down", false), next(list, null, "down")]).toEqual(["a2", "a1"]);
  });

  it("leads to what somebody else has open too, and past what left", () => {
    expect(next(aList("a1 b1 c1", { b1: HERS }), "a1", "down")).toBe("b1");
    expect(next(aList("a1 b1 c1", { b1: LEFT }), "a1", "down")).toBe("c1");
  });
});

describe("going on from a card that goes", () => {
  it("leads to the one below, at the end to the one above, and then to what has arrived", () => {
    const list = aList("a1 b1 c1");
    expect([next(list, "a1", "on"), next(list, "c1", "on")]).toEqual(["b1", "b1"]);
    const last = { ...aList("a1"), arrivals: [aQueueRow("new")] };
    expect([next(last, "a1", "on"), next(aList("a1"), "a1", "on")]).toEqual(["new", null]);
  });

  it("goes through the open line card by card, and into no other line but at its place", () => {
    expect(decidedFrom(aList("a1 a2 a3 a4 b1"), "a1")).toEqual(["a1", "a2", "a3", "a4", "b1"]);
    // Where `a` stands is above: nothing between leads up into it.
    expect(decidedFrom(aList("a1 c1 a2 d1 a3"), "c1")).toEqual(["c1", "d1", "a1", "a2", "a3"]);
  });

  it("leads to what somebody else has only when nothing else is left, and then past theirs in a line of look-alikes", () => {
    expect(next(aList("a1 b1 c1", { b1: HERS }), "a1", "on")).toBe("c1");
    expect(next(aList("a1 b1", { b1: HERS }), "a1", "on")).toBe("b1");
    expect(next(aList("x1 a1 a2 a3", { a1: HERS }), "x1", "on")).toBe("a2");
    // Two people work off one line: each keeps to it.
    expect(next(aList("a1 a2 a3 a4 b1", { a1: HERS }), "a2", "on")).toBe("a3");
    expect(next(aList("x1 a1 a2", { a1: { lease: { ...HERS.lease, by: { id: ME, name: "Me" } } } }), "x1", "on")).toBe("a1");
  });

  it("comes to every card once, whatever the list", () => {
    const row = fc.record({
      alike: fc.constantFrom("", "a", "b"),
      later: fc.boolean(),
      lease: fc.constantFrom(null, HERS.lease),
      left: fc.constantFrom(null, LEFT.left),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.nat(19), (given, at) => {
        const rows = given.map((more, index) => aShownRow(String(index), more));
        const from = String(at % rows.length);
        const waiting = rows.filter(({ id, left }) => left === null || id === from);
        expect([...decidedFrom({ rows, arrivals: [] }, from)].toSorted()).toEqual(waiting.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe("what is read ahead", () => {
  it("is what comes up when one goes on, and a step away, not what stands below in the list", () => {
    expect(ahead(aList("a1 b1 a2 a3 c1 d1 e1"), "b1")).toEqual(["c1", "d1", "e1", "a1"]);
    expect(ahead(aList("a1 a2 a3 a4 b1"), "a1")).toEqual(["a2", "a3", "a4", "b1"]);
    expect(ahead(aList("a1 b1 c1 d1 e1", { b1: HERS }), "a1")).toEqual(["c1", "d1", "e1", "b1"]);
    expect(ahead(aList("a1"), "a1")).toEqual([]);
    expect(ahead({ ...aList("a1"), arrivals: [aQueueRow("new"), aQueueRow("newer")] }, "a1")).toEqual(["new", "newer"]);
  });

  it("is where the next key leads, whichever key that is, whatever the list", () => {
    const row = fc.record({
      alike: fc.constantFrom("", "a", "b"),
      lease: fc.constantFrom(null, HERS.lease),
      later: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), fc.nat(19), (given, at) => {
        const list = { rows: given.map((more, index) => aShownRow(String(index), more)), arrivals: [] };
        const from = linesOf(list.rows, null)[at % linesOf(list.rows, null).length]?.row.id ?? null;
        const ways = (["on", "down", "up"] as const).map((way) => next(list, from, way)).filter((id) => id !== null);
        expect(ahead(list, from)).toEqual(expect.arrayContaining(ways));
      }),
    );
  });
});
