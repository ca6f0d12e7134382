import { describe, expect, test } from "vitest";

import { ProposalDetail } from "../../../lib/contract/people";
import { Finding } from "../../../lib/contract/proposal";
import { DOORS, anApi, jsonOf, proposed } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("a finding that an agent files stands on the proposal's page, exactly as the contract has it", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("auditor")];
    const { id } = await proposed(api, agent);
    const filed = await jsonOf(
      await api.send("/findings", { agent, json: { proposal: id, kind: "complaint", text: "charged twice" } }),
      Finding,
    );
    const { findings } = await jsonOf(await api.send(`/people/proposals/${id}`, { person }), ProposalDetail);
    expect(findings).toEqual([
      { id: filed.id, kind: "complaint", text: "charged twice", at: Date.parse(filed.at), by: `agent:${agent.agentId}` },
    ]);
  });
});
