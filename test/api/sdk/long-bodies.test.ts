import { describe, expect, test } from "vitest";

import { DOORS, aRefund, anApi } from "../api-under-test";
import { clientOf } from "./client-of";

describe.each(DOORS)("at %s", (door) => {
  test("the SDK proposes with evidence beyond 64 kB, which must carry its digest", async () => {
    const api = await anApi(door);
    const client = clientOf(api, await api.agent());
    const evidence = Array.from({ length: 9 }, () => ({ label: "transcript", text: "\u00e9".repeat(9_000) }));
    const proposal = await client.propose({ action: aRefund().action, evidence });
    expect(proposal.status).toBe("pending");
  });

  test("an outcome whose text is cut in the middle of a character is reported all the same", async () => {
    const api = await anApi(door);
    const client = clientOf(api, await api.agent());
    const proposal = await client.propose({ action: { name: "crm.get", arguments: { id: "7" } }, redeem: true });
    const detail = `${"x".repeat(9_999)}\u{1f600}`;
    const done = await client.report(proposal.id, proposal.redemption ?? "", "failed", detail);
    expect(done.outcome).toMatchObject({ status: "failed", detail: "x".repeat(9_999) });
  });
});
