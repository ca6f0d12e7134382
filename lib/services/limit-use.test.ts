import { expect, test } from "vitest";

import { NOON } from "../../test/context";
import { numberedId } from "../../test/builders";
import { compilePolicy } from "../domain/policy/compile-policy";
import { DEFAULT_POLICY } from "../domain/policy/default-policy";
import { limitUses } from "./limit-use";

const AGENT = numberedId("agent", 1);
const LIMIT = { id: "refunds", match: "payment.refund", per: "action", window: "1h", count: 3, then: "review" } as const;

test("a limit for each action name counts all spellings of the name together, and other names apart", () => {
  const policy = compilePolicy({ ...DEFAULT_POLICY, limits: [LIMIT, { ...LIMIT, id: "payments", match: "payment.*" }] }, 1);
  const keysOf = (name: string): readonly string[] => limitUses(policy, name, null, AGENT, NOON).map(({ key }) => key);
  const [refunds, payments] = keysOf("payment.refund");
  expect(refunds).not.toBe(payments);
  for (const spelled of ["Payment.Refund", "payment_refund", "PAYMENT-REFUND", "payment:refund"]) {
    expect(keysOf(spelled), spelled).toEqual([refunds, payments]);
  }
  expect(keysOf("payment.transfer")).not.toContain(payments);
});
