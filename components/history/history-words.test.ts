import { expect, test } from "vitest";

import type { QueueRow } from "../../lib/contract/people";
import { DELIVERIES } from "../../lib/domain/words";
import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { decisionWords, travelFacts } from "./history-words";

type Row = Parameters<typeof decisionWords>[1];

const t = makeWords<"history">("en", compileArea("en", "history"));

const NOW = 1_800_000_000_000;
const ANA = { id: "per_a", name: "Ana Ruiz" };
const BEA = { id: "per_b", name: "Bea Ott" };

function aRow(more: Partial<Row> = {}): Row {
  const decision: QueueRow["decision"] = { type: "approve", source: "person", by: [ANA] };
  return {
    status: "approved",
    delivery: "waiting",
    treatment: "review",
    signatures: 1,
    lapsed: false,
    decision,
    look: null,
    releasedAt: NOW,
    ...more,
  };
}

function decided(type: "approve" | "edit" | "reject" | "answer", by = [ANA], source = "person"): QueueRow["decision"] {
  return { type, source, by };
}

test.each<readonly [string, Partial<Row>]>([
  ["Approved by Ana Ruiz", {}],
  ["Approved by Ana Ruiz and Bea Ott", { decision: decided("approve", [ANA, BEA]) }],
  ["Approved with changes by Ana Ruiz", { decision: decided("edit") }],
  ["Rejected by Ana Ruiz", { status: "rejected", decision: decided("reject") }],
  ["Answered by Ana Ruiz", { status: "answered", decision: decided("answer") }],
  ["Approved by Ana Ruiz", { status: "held" }],
  ["Let run by policy", { decision: decided("approve", [], "policy") }],
  ["Blocked by policy", { status: "blocked", decision: decided("reject", [], "policy") }],
  ["Waits for a person", { status: "pending", decision: null, signatures: 0 }],
  ["1 of 2 have signed", { status: "pending", decision: null, treatment: "two_person" }],
  ["Expired undecided", { status: "expired", decision: decided("reject", [], "expiry") }],
  ["Withdrawn by the agent", { status: "withdrawn", decision: null }],
  ["Never ran, and no agent knows of it", { status: "withdrawn", decision: null, test: true }],
  ["Replaced by a newer one", { status: "superseded", decision: null }],
])("a row says who decided: %s", (words, more) => {
  expect(decisionWords(t, aRow(more))).toBe(words);
});

test("delivered and done are two facts, and neither is shown before there is a decision", () => {
  expect(travelFacts(t, aRow({ status: "pending", decision: null }), NOW)).toEqual([]);
  const said = DELIVERIES.map((delivery) => travelFacts(t, aRow({ delivery }), NOW).map(({ says }) => says));
  expect(said).toEqual([
    ["Not fetched yet", "Not redeemed"],
    ["Delivered", "Not redeemed"],
    ["Delivered", "Redeemed, no outcome"],
    ["Delivered", "Succeeded"],
    ["Delivered", "Failed"],
    ["Delivered", "Outcome unknown"],
    ["Delivered", "Reverted"],
  ]);
});

test("a rejection has nothing to run", () => {
  const row = aRow({ status: "rejected", delivery: "delivered", decision: decided("reject") });
  expect(travelFacts(t, row, NOW)).toEqual([{ state: "done", says: "Delivered" }]);
});

test("an approval that was not used in time says so", () => {
  expect(travelFacts(t, aRow({ delivery: "delivered", lapsed: true }), NOW).at(-1)).toEqual({
    state: "bad",
    says: "Not run in time",
  });
});

test("a decision that can still be undone has not gone anywhere", () => {
  expect(travelFacts(t, aRow({ status: "held" }), NOW)).toEqual([{ state: "open", says: "Held for undo" }]);
});

test("an answer that its agent has not fetched for a minute is told apart from one that is on its way", () => {
  expect(travelFacts(t, aRow(), NOW + 59_999)[0]).toEqual({ state: "open", says: "Not fetched yet" });
  expect(travelFacts(t, aRow(), NOW + 60_000)[0]).toEqual({ state: "bad", says: "Not fetched for a minute" });
});
