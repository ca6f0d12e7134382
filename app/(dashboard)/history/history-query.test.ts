import { expect, test } from "vitest";

import { historyAddress, NO_FIELDS } from "../../../components/history/history-fields";
import { exportQuery, historyQuery } from "./history-query";

const AGENT = "agt_01m766nmkp6e9fqc1hzzb8wet0";

test("an address without filters asks for everything", () => {
  expect(historyQuery({}, "UTC")).toEqual({ fields: NO_FIELDS, query: {} });
  expect(historyAddress(NO_FIELDS)).toBe("/history");
});

test("each filter of the address reaches the query and the address again", () => {
  const search = { text: " refund ", status: "pending,held", agent: AGENT, tier: "T2", kind: "payment" };
  const { fields, query } = historyQuery(search, "UTC");
  expect(query).toEqual({ text: "refund", status: ["pending", "held"], agent: AGENT, tier: "T2", kind: "payment" });
  const again = Object.fromEntries(new URL(historyAddress(fields), "http://x").searchParams);
  expect(historyQuery(again, "UTC")).toEqual({ fields, query });
});

test("days are the reader's and the last one is included whole", () => {
  const { query } = historyQuery({ from: "2026-11-20", until: "2026-11-22" }, "Europe/Berlin");
  expect(query).toEqual({ from: Date.UTC(2026, 10, 19, 23), until: Date.UTC(2026, 10, 22, 23) });
});

test.each([
  { status: "nonsense" },
  { status: ["approved", "rejected"] },
  { agent: "agt_nobody" },
  { by: AGENT },
  { tier: "T9" },
  { kind: "email,payment" },
  { from: "2026-02-30" },
  { until: "9999-12-31T00:00" },
  { text: "x".repeat(201) },
])("a value that does not fit is dropped, and shown as dropped: %j", (search) => {
  expect(historyQuery({ ...search, cursor: "c" }, "UTC")).toEqual({ fields: NO_FIELDS, query: {} });
});

test("one bad value does not take the others with it", () => {
  const { fields, query } = historyQuery({ tier: "T9", kind: "email" }, "UTC");
  expect(fields).toEqual({ ...NO_FIELDS, kind: "email" });
  expect(query).toEqual({ kind: "email" });
});

test("the export asks for exactly what the page shows", () => {
  const { query } = historyQuery({ status: "rejected,blocked", text: "a&b=c", from: "2026-11-20" }, "UTC");
  const spelled = new URLSearchParams(exportQuery(query));
  expect(Object.fromEntries(spelled)).toEqual({
    status: "rejected,blocked",
    text: "a&b=c",
    from: String(Date.UTC(2026, 10, 20)),
  });
  expect(exportQuery({})).toBe("");
});
