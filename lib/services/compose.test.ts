import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf } from "../../test/context";
import { isAppError } from "./app-error";
import { composeProposal } from "./compose";

const refund = (extra: Record<string, string>) => ({
  action: { name: "payment.refund", arguments: { order: "W1", amount: "48.00", currency: "EUR", to: "card_4242", ...extra } },
});
const once = { key: null, raw: null };

describe("composing by hand", () => {
  it("makes a proposal of the agent manual that waits for a person", async () => {
    const ctx = await aContext();
    const reviewer = await aPerson(ctx, "reviewer");
    const { found } = await composeProposal(ctx, reviewer, refund({}), once);
    expect(found.record.state).toMatchObject({ status: "pending", composerId: reviewer.personId });
    expect(found.record.state.kind).toBe("payment");
  });

  it("is refused with the field named where the arguments do not fit the catalogue's schema", async () => {
    const ctx = await aContext();
    const reviewer = await aPerson(ctx, "reviewer");
    const refused = await composeProposal(ctx, reviewer, refund({ currency: "euro" }), once).catch((error: unknown) => error);
    expect(isAppError(refused) && [refused.code, ...refused.issues.map(({ path }) => path)]).toEqual([
      "invalid_arguments",
      "/currency",
    ]);
  });

  it("is refused to an auditor", async () => {
    const ctx = await aContext();
    expect(await codeOf(composeProposal(ctx, await aPerson(ctx, "auditor"), refund({}), once))).toBe("forbidden");
  });

  it("shows a record before and after as a field diff, though nobody said what kind it is", async () => {
    const ctx = await aContext();
    const reviewer = await aPerson(ctx, "reviewer");
    const { found } = await composeProposal(
      ctx,
      reviewer,
      { action: { name: "billing.plan.switch", arguments: { plan: "pro" } }, before: { plan: "free" }, after: { plan: "pro" } },
      once,
    );
    expect(found.record.state.kind).toBe("record");
  });
});
