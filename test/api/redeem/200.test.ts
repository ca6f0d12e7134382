import { describe, expect, test } from "vitest";

import { Finding, Proposal, Redemption } from "../../../lib/contract/proposal";
import type { ApiUnderTest, TestAgent } from "../api-under-test";
import { DOORS, anApi, approved, jsonOf, proposed, verdictOf } from "../api-under-test";

async function anApproval(api: ApiUnderTest, agent: TestAgent): Promise<{ readonly path: string; readonly receipt: string }> {
  const proposal = await proposed(api, agent);
  await approved(api, await api.person("reviewer"), proposal);
  const path = `/proposals/${proposal.id}`;
  const { receipt } = await jsonOf(await api.send(path, { agent }), Proposal);
  return { path, receipt: receipt ?? "" };
}

describe.each(DOORS)("at %s", (door) => {
  test("a receipt is used once, the run is reported, and what went wrong is filed", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { path, receipt } = await anApproval(api, agent);
    const redeemed = await jsonOf(await api.send(`${path}/redeem`, { agent, json: { receipt } }), Redemption);
    expect(redeemed.proposal).toMatchObject({ delivery: "redeemed", redemption: redeemed.redemption });
    expect(await verdictOf(await api.send(`${path}/redeem`, { agent, json: { receipt } }))).toBe("409 already_redeemed");
    const report = { redemption: redeemed.redemption, status: "succeeded", detail: "<b>done</b>" };
    const reported = await jsonOf(await api.send(`${path}/outcome`, { agent, json: report }), Proposal);
    expect(reported.outcome).toMatchObject({ status: "succeeded", detail: "<b>done</b>" });
    expect(await verdictOf(await api.send(`${path}/outcome`, { agent, json: report }))).toBe("200 ok");
    expect(await verdictOf(await api.send(`${path}/outcome`, { agent, json: { ...report, status: "failed" } }))).toBe(
      "409 outcome_recorded",
    );
    const filed = await api.send("/findings", { agent, json: { proposal: reported.id, kind: "incident", text: "paid twice" } });
    expect(filed.status).toBe(201);
    expect(await jsonOf(filed, Finding)).toMatchObject({ proposal: reported.id, kind: "incident" });
  });

  test("of eight who redeem at once exactly one may run it", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { path, receipt } = await anApproval(api, agent);
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.send(`${path}/redeem`, { agent, json: { receipt } })));
    const verdicts = await Promise.all(answers.map(verdictOf));
    expect(verdicts.filter((verdict) => verdict === "200 ok")).toHaveLength(1);
    expect(new Set(verdicts)).toEqual(new Set(["200 ok", "409 already_redeemed"]));
  });
});
