import { describe, expect, test } from "vitest";

import { ProposalPage } from "../../../lib/contract/proposal";
import { DOORS, anApi, approved, jsonOf, problemOf, proposed, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("another agent's proposal does not exist, whatever is tried on it", async () => {
    const api = await anApi(door);
    const [owner, other, person] = [await api.agent(), await api.agent(), await api.person("reviewer")];
    const proposal = await proposed(api, owner);
    await approved(api, person, proposal);
    const path = `/proposals/${proposal.id}`;
    const answers = await Promise.all([
      api.send(path, { agent: other }),
      api.send(path, { agent: other, headers: { prefer: "wait=5" } }),
      api.send(`${path}/withdraw`, { agent: other, json: {} }),
      api.send(`${path}/redeem`, { agent: other, json: { receipt: "x.y.z" } }),
      api.send(`${path}/outcome`, { agent: other, json: { redemption: "rdm_x", status: "succeeded" } }),
      api.send("/findings", { agent: other, json: { proposal: proposal.id, kind: "incident", text: "x" } }),
    ]);
    expect(await Promise.all(answers.map(verdictOf))).toEqual(Array(answers.length).fill("404 not_found"));
    expect((await jsonOf(await api.send("/proposals", { agent: other }), ProposalPage)).items).toEqual([]);
  });

  test("a malformed id and someone else's are told apart by nothing", async () => {
    const api = await anApi(door);
    const [owner, other] = [await api.agent(), await api.agent()];
    const { id } = await proposed(api, owner);
    const [foreign, malformed] = await Promise.all(
      [id, "prp_nonsense"].map(async (named) => problemOf(await api.send(`/proposals/${named}`, { agent: other }))),
    );
    expect({ ...foreign, requestId: "" }).toEqual({ ...malformed, requestId: "" });
  });
});
