import { describe, expect, test } from "vitest";

import { ProposalDetail } from "../../../lib/contract/people";
import { Finding, Proposal } from "../../../lib/contract/proposal";
import { proposalId } from "../../../lib/services/read-proposal";
import type { ApiUnderTest, TestAgent } from "../api-under-test";
import { DOORS, anApi, approved, jsonOf, proposed, verdictOf } from "../api-under-test";

/** A proposal that was approved and redeemed. */
async function ran(api: ApiUnderTest, agent: TestAgent): Promise<string> {
  const proposal = await proposed(api, agent);
  await approved(api, await api.person("reviewer"), proposal);
  const { receipt } = await jsonOf(await api.send(`/proposals/${proposal.id}`, { agent }), Proposal);
  await api.send(`/proposals/${proposal.id}/redeem`, { agent, json: { receipt } });
  return proposal.id;
}

describe.each(DOORS)("at %s", (door) => {
  test("a finding that an agent files stands on the proposal's page, exactly as the contract has it", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("auditor")];
    const id = await ran(api, agent);
    const filed = await jsonOf(
      await api.send("/findings", { agent, json: { proposal: id, kind: "complaint", text: "charged twice" } }),
      Finding,
    );
    const { findings } = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
    expect(findings).toEqual([
      { id: filed.id, kind: "complaint", text: "charged twice", at: Date.parse(filed.at), by: `agent:${agent.agentId}` },
    ]);
  });

  test("a finding on what never ran is refused, whatever became of it", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const [pending, signed, withdrawn] = [await proposed(api, agent), await proposed(api, agent), await proposed(api, agent)];
    await approved(api, person, signed);
    await api.send(`/proposals/${withdrawn.id}/withdraw`, { agent, json: {} });
    for (const { id } of [pending, signed, withdrawn]) {
      const answer = await api.send("/findings", { agent, json: { proposal: id, kind: "incident", text: "it went wrong" } });
      expect(await verdictOf(answer)).toBe("409 not_redeemed");
      expect(await api.ctx.store.read.findings(proposalId(id))).toEqual([]);
    }
  });
});
