import { expect, test } from "vitest";

import { FETCHED_WITHIN_MS, isOverdue } from "./undelivered";
import { DELIVERIES, STATUSES } from "./words";

const AT = 1_800_000_000_000;

test("an answer that its agent has not fetched is overdue a minute after it was released, and not before", () => {
  for (const status of ["approved", "rejected", "answered"] as const) {
    const answer = { status, delivery: "waiting", releasedAt: AT } as const;
    expect(isOverdue(answer, AT + FETCHED_WITHIN_MS - 1)).toBe(false);
    expect(isOverdue(answer, AT + FETCHED_WITHIN_MS)).toBe(true);
  }
});

test("what a person composed and has yet to take is no alarm", () => {
  const answer = { status: "approved", delivery: "waiting", releasedAt: AT, byHand: true } as const;
  expect(isOverdue(answer, AT + 1000 * FETCHED_WITHIN_MS)).toBe(false);
});

test("nothing else is overdue, however long ago: what was fetched, what is still held, what nobody decided", () => {
  const late = AT + 10 * FETCHED_WITHIN_MS;
  for (const delivery of DELIVERIES.filter((one) => one !== "waiting")) {
    expect(isOverdue({ status: "approved", delivery, releasedAt: AT }, late)).toBe(false);
  }
  for (const status of STATUSES.filter((one) => !["approved", "rejected", "answered"].includes(one))) {
    expect(isOverdue({ status, delivery: "waiting", releasedAt: AT }, late)).toBe(false);
  }
  expect(isOverdue({ status: "held", delivery: "waiting", releasedAt: null }, late)).toBe(false);
});
