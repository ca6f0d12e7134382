import { expect, test } from "vitest";

import { stepOutcome } from "./step-outcome";

const state = { status: "approved", delivery: "waiting", lapsedAt: null } as const;

test("what was approved has not run until its agent says so", () => {
  expect(stepOutcome(state)).toBe("approved");
  expect(stepOutcome({ ...state, delivery: "redeemed" })).toBe("approved");
  expect(stepOutcome({ ...state, delivery: "succeeded" })).toBe("succeeded");
  expect(stepOutcome({ ...state, delivery: "reverted" })).toBe("reverted");
});

test("an approval that lapsed is told apart, unless it was used before", () => {
  expect(stepOutcome({ ...state, delivery: "delivered", lapsedAt: 1 })).toBe("lapsed");
  expect(stepOutcome({ ...state, delivery: "redeemed", lapsedAt: 1 })).toBe("approved");
});

test("what nobody let run is said as it was decided", () => {
  expect(stepOutcome({ ...state, status: "pending" })).toBe("waiting");
  expect(stepOutcome({ ...state, status: "rejected" })).toBe("rejected");
  expect(stepOutcome({ ...state, status: "held" })).toBe("held");
});
