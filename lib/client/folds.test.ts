import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aShownRow } from "../../test/queue-rows";
import type { ShownRow } from "./queue-view";
import { alikeCount, linesOf } from "./folds";

const aRow = (id: string, more: Partial<ShownRow> = {}) => aShownRow(id, { alike: "a", ...more });

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

  it("each stand for themselves where their line is opened, and no others", () => {
    const [both, shown] = [
      [...rows, ...["7", "8", "9"].map((id) => aRow(id, { alike: "c" }))],
      ["1", "x", "2", "3", "7"],
    ];
    expect(linesOf(both, "2", "2").map(({ row }) => row.id)).toEqual(shown);
    expect(linesOf(both, null, "x").map(({ row }) => row.id)).toEqual(["1", "x", "7"]);
    expect(linesOf(both, null).map((line) => line.rows.map(({ id }) => id))).toEqual([["1", "2", "3"], ["x"], ["7", "8", "9"]]);
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
