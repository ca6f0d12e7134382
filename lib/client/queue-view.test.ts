import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { PeopleEvent, QueuePage, QueueRow } from "../contract/people";
import { aQueueRow } from "../../test/queue-rows";
import { nextCard } from "./next-card";
import {
  nextLapse,
  putAside,
  putBack,
  take,
  viewOf,
  withArrivals,
  withEvent,
  withoutLapsed,
  withMore,
  withReading,
} from "./queue-view";

function aPage(ids: readonly string[], more: Partial<QueuePage> = {}): QueuePage {
  return {
    items: ids.map((id) => aQueueRow(id)),
    next: null,
    counts: { needs_you: ids.length, deep: 0, second_look: 0, waiting: 0, done: 0 },
    countCap: 1000,
    now: 0,
    ...more,
  };
}

const aView = (...ids: readonly string[]) => viewOf("needs_you", aPage(ids), 0);
const shown = (view: ReturnType<typeof aView>) => view.rows.map((row) => row.id);
const nextOn = (view: ReturnType<typeof aView>, from: string) => nextCard(view, from, "on", { me: "per_1", fold: false });
const step = (view: ReturnType<typeof aView>, from: string | null, way: "down" | "up") =>
  nextCard(view, from, way, { me: "per_1", fold: false });
const rejectedBy = (id: string, name: string): QueueRow =>
  aQueueRow(id, { status: "held", revision: 2, decision: { type: "reject", source: "person", by: [{ id: "per_2", name }] } });
const event = (row: QueueRow, queue: "needs_you" | "waiting"): PeopleEvent => ({ type: "proposal", row, queue, event: "x" });

describe("a queue on screen", () => {
  it("never moves a row for what happens elsewhere", () => {
    const ids = ["a", "b", "c", "d"];
    const row = fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "x", "y"),
      revision: fc.nat(5),
      queue: fc.constantFrom("needs_you" as const, "waiting" as const),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (events) => {
        const after = events.reduce(
          (view, { id, revision, queue }) => withEvent(view, event(aQueueRow(id, { revision }), queue), "per_1"),
          aView(...ids),
        );
        expect(shown(after)).toEqual(ids);
        expect(shown(withReading(after, aPage(["d", "z", "a"])))).toEqual(ids);
      }),
    );
  });

  it("greys what someone else decided where it stands, and says who", () => {
    const view = withEvent(aView("a", "b"), event(rejectedBy("a", "Ben"), "waiting"), "per_1");
    expect(view.rows[0]).toMatchObject({ id: "a", left: { key: "left.they.reject", values: { name: "Ben" } } });
  });

  it("lets newcomers in when asked, or at once where nothing is on screen", () => {
    const waiting = withEvent(aView("a"), event(aQueueRow("n"), "needs_you"), "per_1");
    expect([shown(waiting), waiting.arrivals.map((row) => row.id)]).toEqual([["a"], ["n"]]);
    expect(shown(withArrivals(waiting))).toEqual(["n", "a"]);
    expect(shown(withEvent(aView(), event(aQueueRow("n"), "needs_you"), "per_1"))).toEqual(["n"]);
  });

  it("finds out what it missed when it is read again", () => {
    const view = withReading(aView("a", "b"), aPage(["b", "n"]));
    expect(view.rows.map(({ id, left }) => [id, left])).toEqual([
      ["a", { key: "left.gone" }],
      ["b", null],
    ]);
    expect(view.arrivals.map((row) => row.id)).toEqual(["n"]);
    expect(withReading(aView("a"), aPage(["b"], { next: "more" })).rows[0]).toMatchObject({ id: "a", left: null });
  });
});

describe("a card that somebody else has", () => {
  const leasedTo = (id: string, until: number, doing: "next" | "looking" = "looking") =>
    aQueueRow(id, { lease: { by: { id: "per_2", name: "Ana" }, until, doing } });
  const page = aPage([], { items: [leasedTo("a", 50), leasedTo("b", 90, "next"), aQueueRow("c")], now: 10 });
  const view = viewOf("needs_you", page, 10);
  const had = (of: typeof view) => of.rows.map(({ lease }) => lease?.until ?? null);

  it("is theirs until their lease ends on the server’s clock, whatever is heard", () => {
    expect([nextLapse(view), had(withoutLapsed(view, 49))]).toEqual([50, [50, 90, null]]);
    const later = withoutLapsed(view, 50);
    expect([nextLapse(later), had(later)]).toEqual([90, [null, 90, null]]);
    expect([nextLapse(withoutLapsed(later, 90)), had(withoutLapsed(later, 90))]).toEqual([Infinity, [null, null, null]]);
  });

  it("is free at once where their lease had ended when the page was read", () => {
    expect(had(viewOf("needs_you", { ...page, now: 60 }, 0))).toEqual([null, 90, null]);
  });

  it("is stepped to again once their lease, or what was reserved, has ended", () => {
    expect(nextOn(view, "c")).toBe("b");
    const only = viewOf("needs_you", aPage([], { items: [aQueueRow("x"), leasedTo("a", 50), aQueueRow("y")] }), 0);
    expect([nextOn(only, "x"), nextOn(withoutLapsed(only, 50), "x")]).toEqual(["y", "a"]);
    const next = viewOf("needs_you", aPage([], { items: [aQueueRow("x"), leasedTo("b", 90, "next"), aQueueRow("y")] }), 0);
    expect([nextOn(next, "x"), nextOn(withoutLapsed(next, 90), "x")]).toEqual(["y", "b"]);
  });

  it("keeps every row that nothing happened to as it is, so that no other is drawn anew", () => {
    const later = withoutLapsed(view, 50);
    expect(later.rows[1]).toBe(view.rows[1]);
    expect(withoutLapsed(view, 49)).toBe(view);
  });
});

describe("what was put aside for later", () => {
  const aside = putAside(aView("a", "b", "c"), "a");

  it("stands last, below what is read later too", () => {
    expect(shown(aside)).toEqual(["b", "c", "a"]);
    expect(shown(withMore(aside, aPage(["d"])))).toEqual(["b", "c", "d", "a"]);
  });

  it("is not stepped to while anything else is left, and comes back when nothing is", () => {
    expect(step(aside, "c", "down")).toBeNull();
    expect(nextOn(aside, "c")).toBe("b");
    const [afterB, afterC] = [take(aside, "b")?.view ?? aside, take(take(aside, "b")?.view ?? aside, "c")?.view ?? aside];
    expect(nextOn(afterB, "c")).toBe("a");
    expect(step(afterC, null, "down")).toBe("a");
    const two = putAside(putAside(aView("a", "b"), "a"), "b");
    expect([step(two, "a", "down"), step(two, "b", "up")]).toEqual(["b", "a"]);
  });

  it("stays aside when something happens to it elsewhere", () => {
    const view = withEvent(aside, event(aQueueRow("a", { revision: 2 }), "needs_you"), "per_1");
    expect(view.rows.at(-1)).toMatchObject({ id: "a", revision: 2, later: true });
  });
});

describe("a row taken out by one's own decision", () => {
  const taken = take(aView("a", "b", "c"), "b");
  const out = () => {
    if (taken === null) throw new Error("it was there");
    return taken;
  };

  it("comes back to its exact place with the reason of a refusal", () => {
    const view = putBack(out().view, { taken: out().taken, row: null, why: "changed", me: "per_1" });
    expect(view.rows.map(({ id, refused }) => [id, refused])).toEqual([
      ["a", null],
      ["b", "changed"],
      ["c", null],
    ]);
    expect(view.counts["needs_you"]).toBe(3);
  });

  it("comes back greyed where someone else decided it first", () => {
    const view = putBack(out().view, {
      taken: out().taken,
      row: rejectedBy("b", "Ben"),
      why: "someone decided first",
      me: "per_1",
    });
    expect(view.rows[1]).toMatchObject({ id: "b", left: { key: "left.they.reject", values: { name: "Ben" } } });
    expect(nextOn(view, "a")).toBe("c");
  });
});
