import { describe, expect, it } from "vitest";
import type { Card } from "../card";
import { cardFacts } from "../facts-for-policy";
import { cardInput } from "../fixtures/card-fixture";
import { headlineText } from "../headline-text";
import { readCard } from "../read-card";

function cardOf(condition: string): Card {
  const sql = `DELETE FROM orders WHERE ${condition}`;
  return readCard(cardInput("sql", { action: "sql.execute", arguments: { sql, rows: 1 } }));
}

describe("a condition that lets every row through", () => {
  it.each([
    "id IS NOT NULL",
    "NOT (id IS NULL)",
    "NOT (id <> id)",
    "NOT id < 0",
    "NOT (NOT id > 0)",
    "0 < id",
    "id > -0.5",
    "id < 99999999999",
    "id BETWEEN 0 AND 99999999999",
    "created_at < '9999-01-01'",
    "created_at >= date '1970-01-01'",
    "name ~ '.*'",
    "(id = 5) IS NOT NULL",
    "id IN (SELECT id FROM orders)",
    "id = ANY(SELECT id FROM orders)",
    "EXISTS (SELECT 1 FROM users WHERE users.id > 3)",
    "EXISTS (SELECT 1 FROM users WHERE id > 3)",
    "CASE WHEN id = 1 THEN true ELSE true END",
  ])("fails its check: %s", (condition) => {
    const card = cardOf(condition);
    expect(cardFacts(card).failedChecks).toContain("row-filter");
    expect(headlineText(card)).toContain("every row");
  });

  it.each([
    "deleted_at IS NOT NULL",
    "NOT (status = 'paid')",
    "NOT (a = 1 AND b = 2)",
    "7 < id",
    "id BETWEEN 5 AND 10",
    "created_at < '2025-01-05'",
    "created_at >= '2025-01-05'",
    "id = ANY(SELECT id FROM gone)",
    "id IN (SELECT id FROM orders WHERE status = 'draft')",
    "EXISTS (SELECT 1 FROM users WHERE users.id = orders.user_id)",
    "CASE WHEN id = 1 THEN true ELSE false END",
  ])("is none of these: %s", (condition) => {
    expect(cardFacts(cardOf(condition)).failedChecks).not.toContain("row-filter");
  });
});
