import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJson, anyJsonObject } from "../../../../test/any-json";
import type { JsonObject } from "../../json";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardFacts } from "../facts-for-policy";
import { cardInput } from "../fixtures/card-fixture";
import { draftRows, SQL_FIXTURES } from "../fixtures/sql";
import { headlineText, spansText } from "../headline-text";
import { mustReadTokens } from "../must-read";
import { readCard } from "../read-card";

function cardOf(sql: string, more: JsonObject = {}, before?: JsonObject): Card {
  const parts = { action: "sql.execute", arguments: { sql, ...more }, ...(before === undefined ? {} : { before }) };
  return readCard(cardInput("sql", parts));
}

function failedChecks(sql: string, more: JsonObject = {}, before?: JsonObject): readonly string[] {
  return cardFacts(cardOf(sql, more, before)).failedChecks;
}

/** Everything on the card but its fixed sentences. */
function shown(card: Card): string {
  const rows =
    card.diff?.type === "fields" ? card.diff.rows.map((row) => `${row.field} ${spansText([...row.before, ...row.after])}`) : [];
  const lines = card.diff?.type === "text" ? card.diff.lines.map((line) => spansText(line.spans)) : [];
  return [headlineText(card), ...card.facts.map((fact) => spansText(fact.value)), ...rows, ...lines].join("\n");
}

describe("the headline of SQL", () => {
  it.each<readonly [string, JsonObject, string]>([
    ["DELETE FROM orders WHERE id < 9", { rows: 37 }, "Delete 37 claimed rows from orders (production)"],
    ["delete from shop.orders where id = 4", { rows: 1 }, "Delete 1 claimed row from shop.orders (production)"],
    ["DELETE FROM `orders` WHERE id = ?", { params: [4] }, "Delete rows, count unknown, from `orders` (production)"],
    ["UPDATE orders SET a = 1 WHERE id = :id", { rows: 5200 }, "Update 5,200 claimed rows in orders (production)"],
    ["DELETE FROM orders", { rows: 3 }, "Delete every row from orders (production)"],
    ["INSERT INTO t (a) VALUES (1), (2)", { rows: 9 }, "Add 2 rows to t (production)"],
    ["SELECT a FROM t", {}, "Read from t (production)"],
    ["DROP TABLE IF EXISTS t", {}, "Drop table t (production)"],
    ["BEGIN; DELETE FROM t WHERE id = 5; COMMIT", {}, "Delete rows, count unknown, from t (production)"],
    ["VACUUM FULL t", {}, "Run SQL that could not be read (production)"],
    ["SELECT lo_import('/etc/passwd')", {}, "Call lo_import (production)"],
  ])("of %s with %j says what it does", (sql, more, headline) => {
    expect(headlineText(cardOf(sql, more))).toBe(headline);
  });
});

describe("the filter of a change", () => {
  it.each([
    "DELETE FROM t",
    "DELETE FROM t WHERE TRUE",
    "DELETE FROM t WHERE 1=1",
    "DELETE FROM t WHERE id = 4 OR 1 = 1",
    "DELETE FROM t WHERE (id = 4) OR (('a' = 'a'))",
    "DELETE FROM t WHERE id = id",
    "DELETE FROM t WHERE id IS NULL OR id IS NOT NULL",
    "DELETE FROM t WHERE a = 1 OR b = 2 OR a <> 1",
    "DELETE FROM t WHERE a = 1 OR NOT (a = 1)",
    "DELETE FROM t WHERE name LIKE '%'",
    "DELETE FROM t WHERE id > 0",
    "UPDATE t SET a = 2",
    "UPDATE t SET a = 2 WHERE 2 > 1 AND 'x' = 'x'",
    "WITH gone AS (DELETE FROM t RETURNING *) SELECT count(*) FROM gone",
  ])("fails its check in %s", (sql) => {
    expect(failedChecks(sql)).toContain("row-filter");
  });

  it.each([
    "DELETE FROM t WHERE id = 4",
    "DELETE FROM t WHERE id = 4 AND 1 = 1",
    "DELETE FROM t WHERE a = 1 OR b = 2",
    "DELETE FROM t WHERE name LIKE 'a%'",
    "UPDATE t SET a = 2 WHERE id IN (SELECT t_id FROM other WHERE b = 1)",
  ])("passes in %s", (sql) => {
    expect(failedChecks(sql)).not.toContain("row-filter");
    expect(cardOf(sql).fullyReadable).toBe(true);
  });
});

describe("SQL of more than one meaning", () => {
  it.each([
    "SELECT 1 /*!50000 ; DELETE FROM users */",
    "DELETE FROM t WHERE name = '\\' OR 1=1 --'",
    "DELETE FROM t WHERE id = 1 # AND tenant = 2",
    "DELETE FROM t WHERE id = 1 --AND tenant = 2",
    "DELETE FROM t WHERE id = 1 /* a /* b */ OR 1=1 */",
    "DELETE FROM t WHERE name = 'open",
    "DELETE\u00A0FROM t WHERE id = 1",
    "DELETE FROM ｔ WHERE id = 1",
    "DO $$ BEGIN DELETE FROM t; END $$",
    "GRANT ALL ON t TO bob",
    "COPY t TO PROGRAM 'sh'",
    "CALL clean_up(4)",
    "PREPARE p AS DELETE FROM t",
    "",
    ";",
    `SELECT ${"(".repeat(400)}1${")".repeat(400)}`,
    "DELETE FROM t WHERE id = 4;\n".repeat(60),
    `SELECT 1${"\n".repeat(20_000)}`,
  ])("is never called read: %#", (sql) => {
    const card = cardOf(sql);
    expect(card.fullyReadable).toBe(false);
    expect(predict({ card, treatment: "review", device: "keyboard" }).lane).toBe("deep");
  });
});

describe("the checks of SQL", () => {
  it("fail where more than one thing is done, naming each", () => {
    const card = cardOf("DELETE FROM orders WHERE id = 5; DROP TABLE users");
    expect(card.checks.find(({ id }) => id === "single-statement")).toMatchObject({
      state: "failed",
      because: "delete from orders, drop table users",
    });
    expect(shown(card)).toContain("DROP TABLE users");
  });

  it("fail for a comment, a schema change, a doubtful function and a second environment", () => {
    expect(failedChecks("DELETE FROM t WHERE id = 5 -- AND tenant_id = 7")).toEqual(["comments"]);
    expect(failedChecks("ALTER TABLE t DROP COLUMN a")).toEqual(["schema-unchanged"]);
    expect(failedChecks("TRUNCATE t")).toEqual(["schema-unchanged"]);
    expect(failedChecks("SELECT set_config('a', 'b', false)")).toEqual(["functions"]);
    expect(failedChecks("SELECT a FROM t", { environment: "staging" })).toEqual(["same-environment"]);
    expect(failedChecks("SELECT a FROM t", { environment: "prod" })).toEqual([]);
  });

  it("hold the claimed count against the dry run, the table and the rows sent", () => {
    const sql = "DELETE FROM t WHERE id > 5";
    expect(failedChecks(sql, { rows: 100, dry_run: 109 })).toEqual([]);
    expect(failedChecks(sql, { rows: 100, dry_run: { rows: 120 } })).toEqual(["dry-run"]);
    expect(failedChecks(sql, { rows: 100, table_rows: 9_000 })).toEqual(["share"]);
    expect(failedChecks(sql, { rows: 2 }, { rows: draftRows(3) })).toEqual(["row-count"]);
    expect(failedChecks(sql, { rows: 3 }, { rows: [{ id: 1, tenant_id: 4 }] })).toEqual(["tenant-filter"]);
    expect(failedChecks("DELETE FROM t WHERE tenant_id = 4", {}, { rows: [{ id: 1, tenant_id: 4 }] })).toEqual([]);
  });
});

describe("what a change of rows shows", () => {
  it("is each column from what it was to what it becomes", () => {
    const card = cardOf("UPDATE orders SET status = 'archived', price = price * 1.1 WHERE id < 9", {}, { rows: draftRows(3) });
    expect(shown(card)).toContain("status draft'archived'");
    expect(shown(card)).toContain("price not sentprice * 1.1");
  });

  it("is the first row, and every row unlike the rest, to be read, and of none that it stays", () => {
    const usual = cardOf("DELETE FROM orders WHERE id > 5", { rows: 37 }, { rows: draftRows(37) });
    const odd = cardOf("DELETE FROM orders WHERE id > 5", { rows: 37 }, { rows: draftRows(37, true) });
    expect(usual.diff?.more).toEqual({ count: 32, unlike: 0 });
    const gone = usual.diff?.type === "fields" ? usual.diff.rows : [];
    expect(gone.map(({ change }) => change).join(" ")).toBe("removed alike alike alike alike context");
    expect(gone.every(({ after }) => after.length === 0)).toBe(true);
    const read = odd.diff?.type === "fields" ? odd.diff.rows.filter((row) => row.change === "removed") : [];
    expect(read.map((row) => spansText(row.before))).toEqual(["draft, 1 Dec 2024", "paid, 8 Dec 2024"]);
    expect(mustReadTokens(odd)).toBeGreaterThan(mustReadTokens(usual));
  });

  it("says that it can be put back only where every row claimed was sent", () => {
    const sql = "DELETE FROM orders WHERE id > 5";
    expect(cardOf(sql, { rows: 3 }, { rows: draftRows(3) }).undo).toContain("Can be put back");
    expect(cardOf(sql, { rows: 4 }, { rows: draftRows(3) }).undo).toContain("Only from a backup");
    expect(cardOf(sql, { rows: 4 }).undo).toContain("Only from a backup");
  });
});

describe("what a second signature picks", () => {
  it("is the claimed count among three others, else the environment", () => {
    const { decisive } = cardOf("DELETE FROM orders WHERE id > 5", { rows: 37 });
    expect(decisive).toMatchObject({
      question: "How many rows does the agent say this deletes?",
      value: "37",
      decoys: ["370", "73", "46"],
    });
    expect(cardOf("DROP TABLE t").decisive?.value).toBe("production");
  });

  it("always has four different values", () => {
    fc.assert(
      fc.property(fc.nat(), (rows) => {
        const decisive = cardOf("DELETE FROM orders WHERE id > 5", { rows }).decisive;
        expect(new Set([decisive?.value, ...(decisive?.decoys ?? [])]).size).toBe(4);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a card of SQL", () => {
  const name = fc.stringMatching(/^[a-z]{3,8}_[a-z0-9]{1,4}$/u);

  it("names every table and column that a change touches, or counts them", () => {
    const change = fc.record({
      table: name,
      columns: fc.uniqueArray(name, { minLength: 1, maxLength: 9 }),
      filters: fc.array(name, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(change, ({ table, columns, filters }) => {
        const sets = columns.map((column) => `${column} = ${column} + 1`).join(", ");
        const card = cardOf(`UPDATE ${table} SET ${sets} WHERE ${filters.map((filter) => `${filter} = 4`).join(" AND ")}`);
        expect(card.fullyReadable).toBe(true);
        const text = shown(card);
        for (const shownName of [table, ...filters]) expect(text).toContain(shownName);
        const visibleColumns = columns.filter(
          (column) => card.diff?.type === "fields" && card.diff.rows.some(({ field }) => field === column),
        );
        expect(visibleColumns.length + (card.diff?.more.count ?? 0)).toBe(columns.length);
      }),
      { numRuns: 100 },
    );
  });

  it("is made of any text, any claim and any record, and never throws", () => {
    const piece = fc.constantFrom(
      ..."DELETE FROM t WHERE id = 1 OR ; -- /* */ ' \" ` ( ) , $1 $$ \\ # UPDATE SET a INSERT INTO VALUES SELECT * WITH AS".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(" ")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, anyJson, anyJson, anyJsonObject, (sql, rows, params, before) => {
        const card = cardOf(sql, { rows, params }, before);
        expect(card.kind).toBe("sql");
        expect(headlineText(card).length).toBeGreaterThan(0);
        expect(card.facts.length).toBeLessThanOrEqual(6);
      }),
      { numRuns: 500 },
    );
  });

  it("has fixtures that hold the budget: typical ones are quick, and no other claims more than it has", () => {
    for (const { of, name: title, input } of SQL_FIXTURES) {
      const card = readCard(input);
      const { lane, seconds } = predict({ card, treatment: "confirm", device: "keyboard" });
      if (of === "typical") expect(`${title}: ${lane}`).toBe(`${title}: quick`);
      if (lane === "quick") expect(seconds).toBeLessThanOrEqual(10);
      if (of === "hostile")
        expect(
          `${title}: ${String(!card.fullyReadable || cardFacts(card).failedChecks.length > 0 || title.includes("inside a read"))}`,
        ).toBe(`${title}: true`);
    }
  });
});
