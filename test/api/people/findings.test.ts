import { describe, expect, test } from "vitest";

import { ProposalDetail } from "../../../lib/contract/people";
import { Finding, Proposal } from "../../../lib/contract/proposal";
import { proposalId } from "../../../lib/services/read-proposal";
import type { ApiUnderTest, TestAgent, TestPerson } from "../api-under-test";
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
    const { detail, findings } = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
    const agentName = detail.row.agent.name;
    expect(findings).toEqual([
      {
        id: filed.id,
        kind: "complaint",
        text: "charged twice",
        at: Date.parse(filed.at),
        by: `agent:${agent.agentId}`,
        byName: agentName,
      },
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

  test.each(["reviewer", "admin"] as const)("a %s files one on what ran, and it counts as an agent's own does", async (role) => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person(role)];
    const id = await ran(api, agent);
    const problem = { proposal: id, kind: "incident", text: "the wrong customer" };
    const answer = await api.send("/people/findings", { person, json: problem });
    expect(answer.status).toBe(201);
    const filed = await jsonOf(answer, Finding);
    const { findings } = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
    expect(findings).toMatchObject([{ id: filed.id, kind: "incident", text: "the wrong customer" }]);
    expect(findings[0]?.by).toMatch(/^person:/);
    expect(findings[0]?.byName).not.toBeNull();
    expect((await api.ctx.store.read.label(proposalId(id)))?.verdict).toBe("wrong");
  });

  test("an auditor files none, nobody files one on what never ran, and one says what was wrong", async () => {
    const api = await anApi(door);
    const [agent, auditor, reviewer] = [await api.agent(), await api.person("auditor"), await api.person("reviewer")];
    const [id, pending] = [await ran(api, agent), await proposed(api, agent)];
    const file = async (person: TestPerson, proposal: string, text = "wrong"): Promise<string> =>
      verdictOf(await api.send("/people/findings", { person, json: { proposal, kind: "incident", text } }));
    expect(await file(auditor, id)).toBe("403 forbidden");
    expect(await file(reviewer, pending.id)).toBe("409 not_redeemed");
    expect(await file(reviewer, id, " \u200B")).toBe("400 invalid_request");
    expect(await api.ctx.store.read.findings(proposalId(id))).toEqual([]);
  });
});
