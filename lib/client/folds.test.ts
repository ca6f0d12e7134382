import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { QueueView, ShownRow } from "./queue-view";
import { step } from "./queue-view";
import { alikeCount, folded, linesOf } from "./folds";

function aRow(id: string, more: Partial<ShownRow> = {}): ShownRow {
  return {
    id,
    headline: id,
    agent: { id: "agt_1", name: "desk" },
    actionName: "ticket.tag",
    kind: "tool",
    tier: "T0",
    treatment: "review",
    status: "pending",
    delivery: "waiting",
    lane: "quick",
    predictedSeconds: 3,
    version: 1,
    revision: 1,
    signatures: 0,
    createdAt: 0,
    expiresAt: 1,
    releaseAt: null,
    releasedAt: null,
    decidedAt: null,
    decision: null,
    lapsed: false,
    lease: null,
    look: null,
    alike: "a",
    assignee: null,
    left: null,
    refused: null,
    later: false,
    ...more,
  };
}

function aView(rows: readonly ShownRow[]): QueueView {
  return { queue: "needs_you", rows, arrivals: [], counts: {}, countCap: 1000, next: null, clockSkewMs: 0 };
}

describe("look-alikes", () => {
  const rows = [aRow("1"), aRow("x", { alike: "b" }), aRow("2"), aRow("3")];

  it("from three on are one line at the place of the first, which shows the one that is open", () => {
    expect(linesOf(rows, null).map(({ row, count }) => [row.id, count])).toEqual([
      ["1", 3],
      ["x", 1],
    ]);
    expect(linesOf(rows, "3").map(({ row }) => row.id)).toEqual(["3", "x"]);
    expect(linesOf(rows.slice(0, 3), null)).toHaveLength(3);
  });

  it("are stepped over as one", () => {
    expect(step(folded(aView(rows), "2"), "2", 1)).toBe("x");
    expect(step(folded(aView(rows), "x"), "x", -1)).toBe("1");
  });

  it("stay one line when some of them are decided elsewhere: nothing moves for that", () => {
    const gone = rows.map((row) =>
      row.id === "1" || row.id === "2" ? { ...row, left: { key: "left.they.approve" as const, values: { name: "Ana" } } } : row,
    );
    expect(linesOf(gone, null).map(({ row, count }) => [row.id, count])).toEqual([
      ["3", 1],
      ["x", 1],
    ]);
    expect(linesOf(gone, "1").map(({ row }) => row.id)).toEqual(["1", "x"]);
  });

  it("that came back or were put aside stand for themselves", () => {
    const odd = [{ refused: "stale" }, { later: true }, { alike: "" }];
    for (const more of odd) expect(linesOf([...rows, aRow("odd", more)], null).map(({ row }) => row.id)).toContain("odd");
  });

  it("hide no row that waits, and show none twice, whatever the list", () => {
    const row = fc.record({
      alike: fc.constantFrom("", "a", "b", "c"),
      later: fc.boolean(),
      left: fc.constantFrom(null, { key: "left.moved" as const }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (given) => {
        const all = given.map((more, index) => aRow(String(index), more));
        const lines = linesOf(all, null);
        const waiting = all.filter((row) => row.left === null).length;
        expect(lines.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(waiting);
        expect(new Set(lines.map((line) => line.row.id)).size).toBe(lines.length);
        for (const line of lines.filter(({ count }) => count > 1)) {
          expect(alikeCount(all, line.row.id)).toBe(line.count);
        }
      }),
    );
  });
});
