import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card, Fact } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { draftRows } from "../fixtures/sql";
import { spansText } from "../headline-text";
import { readCard } from "../read-card";

const SQL = "DELETE FROM orders WHERE created_at < '2025-01-05'";

function read(more: JsonObject, before: JsonObject = {}, sql = SQL): Card {
  return readCard(cardInput("sql", { action: "sql.execute", arguments: { sql, ...more }, before }));
}

function factOf(card: Card, label: string): Partial<Fact> & { readonly text: string | null } {
  const found = card.facts.find((fact) => fact.label === label);
  return { ...found, text: found === undefined ? null : spansText(found.value) };
}

function otherRows(card: Card): readonly string[] {
  return card.diff?.type === "fields" ? card.diff.rows.map(({ path }) => path) : [];
}

describe("what goes along in other tables", () => {
  it.each<[string, JsonObject, JsonObject, string | null]>([
    ["an argument by table", { cascades: { order_items: 112, notes: 0 } }, {}, "+112 of order_items, +0 of notes"],
    ["a list of tables", { cascades: [{ table: "order_items", rows: 1112 }] }, {}, "+1,112 of order_items"],
    ["the record before", {}, { cascades: { order_items: 112 } }, "+112 of order_items"],
    ["a word", { cascade: "all" }, {}, null],
    ["a count that is none", { cascades: { order_items: -1 } }, {}, null],
    ["an entry that says more", { cascades: [{ table: "a", rows: 1, via: "b" }] }, {}, null],
  ])("is a fact as sent by %s", (_, more, before, text) => {
    const card = read(more, before);
    expect(factOf(card, "Takes along")).toMatchObject(text === null ? { text } : { text, note: "as sent" });
    // What is no count stays among the other arguments, where it is shown as it was sent.
    expect(otherRows(card).length).toBe(text === null ? 1 : 0);
  });

  it("is no row of the table", () => {
    const card = read({}, { cascades: [{ table: "order_items", rows: 112 }], last_backup_at: "2026-11-22" });
    expect(factOf(card, "Rows").text).toBe("unknown");
  });

  it("stands among the arguments where several things are done", () => {
    const card = read({ cascades: { order_items: 112 } }, {}, `${SQL}; DELETE FROM notes WHERE id = 1`);
    expect(card.diff?.type === "text" ? card.diff.lines.map(({ spans }) => spansText(spans)) : []).toContain(
      "Cascades: order items 112",
    );
  });
});

describe("how old the rows are", () => {
  it("is told by the column that the condition is about", () => {
    const rows = draftRows(3).map((row) => ({ ...row, archived_on: "2026-01-01" }));
    const told = "oldest 1 Dec 2024 · newest 3 Dec 2024 · by created at · as sent";
    expect(factOf(read({ rows: 3 }, { rows }), "Table").note).toBe(told);
    const other = read({ rows: 3 }, { rows }, "DELETE FROM orders WHERE archived_on < '2026-02-01'");
    expect(factOf(other, "Table").note).toContain("by archived on");
  });

  it("is what was sent of it, and then no other argument", () => {
    const card = read({ rows: 3, oldest: "2019-03-01", newest: "2024-12-30T10:00:00Z" });
    expect(factOf(card, "Table").note).toBe("oldest 1 Mar 2019 · newest 30 Dec 2024, 10:00 UTC · as sent");
    expect(otherRows(card)).toEqual([]);
  });

  it("is not said of rows without a day in each of them", () => {
    const rows = draftRows(2).map((row, at) => (at === 0 ? row : { id: 1 }));
    expect(factOf(read({ rows: 2 }, { rows }), "Table").note).toBeNull();
  });
});

describe("what a dry run found", () => {
  it("stands below the agent’s count", () => {
    const before = { table_rows: 41_220 };
    expect(factOf(read({ rows: 37, dry_run: 36 }, before), "Rows").note).toBe(
      "the agent’s count · of 41,220, 0.09 % · dry run found 36, as sent",
    );
    expect(factOf(read({ dry_run: { rows: 36 } }), "Rows").note).toBe("no count was sent · dry run found 36, as sent");
    expect(factOf(read({ rows: 9, dry_run: 12 }, {}, "DELETE FROM orders"), "Rows").note).toBe(
      "9 is the agent’s count · dry run found 12, as sent",
    );
  });
});

describe("the way back", () => {
  it("is the snapshot that was named, where not every row was sent", () => {
    const named = "From the snapshot snap-2026-11-23, as sent: the rows before were not all sent";
    expect(read({ rows: 9, snapshot_id: "snap-2026-11-23" }).undo).toBe(named);
    expect(read({}, { backup: "snap-2026-11-23" }, "DROP TABLE orders").undo).toBe(named);
    expect(read({ rows: 3, snapshot: "s-1" }, { rows: draftRows(3) }).undo).toContain("Can be put back");
    expect(read({ rows: 9, snapshot: "2026-11-23" }).undo).toContain("Only from a backup");
  });
});
