import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardFacts } from "../facts-for-policy";
import { cardInput } from "../fixtures/card-fixture";
import { onCard } from "../fixtures/on-card";
import { headlineText, spansText } from "../headline-text";
import { readCard } from "../read-card";

function cardOf(sql: string, more: JsonObject = {}): Card {
  return readCard(cardInput("sql", { action: "sql.execute", arguments: { sql, ...more } }));
}

function labels(card: Card): readonly string[] {
  return card.facts.map(({ label }) => label);
}

describe("a statement whose parts leave something out", () => {
  it.each([
    [
      "a query that it begins with",
      "WITH stale AS (SELECT id FROM orders) DELETE FROM orders WHERE id IN (SELECT id FROM stale)",
      "select id from orders",
    ],
    ["where the new values come from", "UPDATE a SET b = s.x FROM (SELECT 7 AS id, 990000 AS x) s WHERE a.id = s.id", "990000"],
    ["what a query in FROM asks for", "SELECT t.x FROM (SELECT password AS x FROM users) t", "password"],
    ["a second query", "SELECT name FROM products UNION SELECT card_number FROM payments", "card_number"],
    ["a join", "SELECT name FROM users LEFT JOIN orders ON users.pin = orders.pin", "pin"],
    ["a column called set", "DELETE FROM orders WHERE id = 7 OR set IS NOT NULL", "set is not null"],
    ["a column called values", "DELETE FROM orders WHERE id = 7 OR values > 3", "values > 3"],
    ["what comes back", "DELETE FROM orders WHERE id = 7 RETURNING card_number", "card_number"],
    ["what comes back of a new row", "INSERT INTO t (a) VALUES (1) RETURNING secret", "secret"],
    ["a lock", "SELECT id FROM orders FOR UPDATE", "for update"],
    ["an order", "SELECT id FROM orders ORDER BY pin", "pin"],
  ])("shows %s", (_what, sql, needle) => {
    const card = cardOf(sql, { rows: 1 });
    expect(card.fullyReadable).toBe(true);
    expect(onCard(card)).toContain(needle);
  });

  it.each([
    "DELETE FROM orders WHERE id = 7",
    "DELETE FROM shop.orders WHERE id IN (1, 2, 3, 4, 5, 6, 7, 8, 9)",
    "UPDATE orders SET a = 1, b = 2 WHERE id = 7",
    "INSERT INTO t (a, b) VALUES (1, 2), (3, 4)",
    "INSERT INTO t SELECT a FROM b WHERE c = 1",
    "SELECT a, count(*) FROM Orders WHERE b > 1 GROUP BY a",
    'SELECT DISTINCT a FROM "Orders", shop.items',
    "SELECT 1",
    "BEGIN; DELETE FROM t WHERE id = 5; COMMIT",
  ])("is not repeated where they say it all: %s", (sql) => {
    expect(labels(cardOf(sql, { rows: 1 }))).not.toContain("Statement");
  });

  it("says its condition apart only where that alarms", () => {
    expect(labels(cardOf("DELETE FROM orders WHERE id = 7 RETURNING a", { rows: 1 }))).not.toContain("Where");
    expect(labels(cardOf("DELETE FROM orders WHERE id > 0 RETURNING a", { rows: 1 }))).toContain("Where");
    expect(labels(cardOf("DELETE FROM orders RETURNING a", { rows: 1 }))).toContain("Where");
  });
});

describe("a name that the statement gives a query", () => {
  it.each([
    ["WITH payroll AS (SELECT * FROM payroll) SELECT * FROM payroll", "Read from payroll (production)"],
    ["WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a", "Read from b (production)"],
    ["WITH a AS (SELECT 1), b AS (SELECT * FROM a) SELECT * FROM b", "Read from no table (production)"],
    ["WITH RECURSIVE a(x) AS (SELECT 1 UNION SELECT x FROM a) SELECT * FROM a", "Read from no table (production)"],
  ])("is a table before it stands for the query: %s", (sql, headline) => {
    expect(headlineText(cardOf(sql))).toBe(headline);
  });
});

describe("what only reads", () => {
  it.each([
    ["a function of another schema", "SELECT helpers.lower(name) FROM t WHERE id = 3", "functions"],
    ["a function that is called like one in capitals", 'SELECT "COUNT"(id) FROM t WHERE id = 3', "functions"],
    ["an operator of another schema", "SELECT 1 OPERATOR(helpers.+) 2", "functions"],
    ["a lock", "SELECT id FROM t WHERE id = 3 FOR UPDATE", "read-only"],
    ["a lock within", "SELECT id FROM (SELECT id FROM t FOR SHARE) u", "read-only"],
  ])("is no statement with %s", (_what, sql, check) => {
    const card = cardOf(sql);
    expect(cardFacts(card).failedChecks).toEqual([check]);
    expect(card.checks.some(({ id, state }) => id === "read-only" && state === "passed")).toBe(false);
  });

  it("may call the functions of the database by their full name", () => {
    expect(cardFacts(cardOf("SELECT pg_catalog.lower(name), COUNT(*) FROM t")).failedChecks).toEqual([]);
  });
});

describe("what else a card of SQL told as something milder", () => {
  it("is a row that is added or else changed", () => {
    const card = cardOf("INSERT INTO users (id, role) VALUES (1, 'viewer') ON CONFLICT (id) DO UPDATE SET role = 'admin'");
    expect(headlineText(card)).toBe("Add or change 1 row in users (production)");
    expect(card.undo).toContain("Only from a backup");
    expect(card.checks.find(({ id }) => id === "backup")?.state).toBe("not_run");
  });

  it("is a column for a text of the same name", () => {
    const after = (value: string): string => {
      const { diff } = cardOf(`UPDATE users SET phone = ${value} WHERE id = 7`, { rows: 1 });
      return diff?.type === "fields" ? diff.rows.map((row) => spansText(row.after)).join() : "";
    };
    expect([after("ssn"), after("'ssn'"), after("'on hold'"), after("'a or b'")]).toEqual([
      "ssn",
      "'ssn'",
      "on hold",
      "'a or b'",
    ]);
  });

  it("is one parameter for two, and none for a word", () => {
    const parameters = (params: JsonObject["params"]): string =>
      spansText(
        cardOf("DELETE FROM t WHERE a = $1", { params: params ?? null }).facts.find(({ label }) => label === "Parameters")
          ?.value ?? [],
      );
    expect(parameters(["a, b", null])).toBe('["a, b",null]');
    expect(parameters(["a", "b", "none"])).toBe('["a","b","none"]');
    expect(parameters({ day: "2026-01-05" })).toBe('{"day":"2026-01-05"}');
  });
});
