import { describe, expect, test } from "vitest";

import { Countersign } from "../../../sdk/src/index";
import type { ApiUnderTest, TestAgent } from "../api-under-test";
import { DOORS, aRefund, anApi } from "../api-under-test";

function clientOf(api: ApiUnderTest, agent: TestAgent): Countersign {
  return new Countersign({
    url: api.ctx.baseUrl,
    apiKey: agent.key,
    fetch: async (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      const { body, method } = init ?? {};
      const headers = Object.fromEntries(new Headers(init?.headers));
      const sent = typeof body === "string" ? { body } : {};
      return api.send(`${pathname.replace("/api/v1", "")}${search}`, {
        ...sent,
        headers,
        ...(method === undefined ? {} : { method }),
      });
    },
  });
}

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
