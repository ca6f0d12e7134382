import { expect, it } from "vitest";

import type { RecordedCall } from "./recorded-call";
import { proposalOf, recordedCall } from "./recorded-call";

/** A made-up write of an airline's agent, as one line of a recording. */
const BEFORE = { cabin: "economy", bags: 1 };
const AFTER = { cabin: "business", bags: 1 };
const CALL: RecordedCall = {
  agent: "recorded-model",
  domain: "airline",
  run: "12/3",
  step: 9,
  tool: "update_reservation",
  args: { reservation_id: "4WQ150", cabin: "business" },
  write: true,
  label: null,
  before: { table: "reservations", id: "4WQ150", record: BEFORE },
  after: { table: "reservations", id: "4WQ150", record: AFTER },
  failed: false,
  result: null,
  conversation: ["Hello", "Which one?", "4WQ150, in business please", "It costs 120 more", `Yes${"!".repeat(20_000)}`].map(
    (text, turn) => ({
      role: turn % 2 === 0 ? "user" : "agent",
      text,
    }),
  ),
};

it("a recorded write is proposed with the record before and after, and the end of the conversation as evidence", () => {
  expect(proposalOf(recordedCall(JSON.stringify(CALL)) ?? CALL)).toEqual({
    action: { name: "airline.update_reservation", arguments: CALL.args },
    kind: "record",
    target: { system: "airline", environment: "production", resource: "reservations 4WQ150" },
    before: BEFORE,
    after: AFTER,
    evidence: [
      { label: "agent", text: "Which one?" },
      { label: "user", text: "4WQ150, in business please" },
      { label: "agent", text: "It costs 120 more" },
      { label: "user", text: `Yes${"!".repeat(9_997)}` },
    ],
    run: { id: "12/3", step: 9, model: "recorded-model" },
    redeem: true,
  });
});

it("a recorded read is proposed with what there is: no record and no conversation", () => {
  const read = { ...CALL, write: false, before: null, after: null, conversation: null };
  expect(proposalOf(read)).toEqual({
    action: { name: "airline.update_reservation", arguments: CALL.args },
    target: { system: "airline", environment: "production" },
    evidence: [],
    run: { id: "12/3", step: 9, model: "recorded-model" },
    redeem: true,
  });
});

it("what was recorded for measuring never travels in a proposal", () => {
  const measured = { ...CALL, label: "LABEL-CANARY", failed: true, result: "RESULT-CANARY" };
  expect(JSON.stringify(proposalOf(measured))).toBe(JSON.stringify(proposalOf(CALL)));
});
