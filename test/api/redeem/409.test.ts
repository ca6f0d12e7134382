import { describe, expect, test } from "vitest";

import { Proposal } from "../../../lib/contract/proposal";
import { clearStop } from "../../../lib/services/stops/clear-stop";
import { setStop } from "../../../lib/services/stops/set-stop";
import type { TestAgent } from "../api-under-test";
import { DOORS, anApi, approved, jsonOf, proposed, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("nothing runs before it is approved, after its time, or with another receipt", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const [one, two] = [await proposed(api, agent), await proposed(api, agent)];
    const redeem = async (id: string, receipt: string): Promise<string> =>
      verdictOf(await api.send(`/proposals/${id}/redeem`, { agent, json: { receipt } }));
    await approved(api, person, two);
    const { receipt } = await jsonOf(await api.send(`/proposals/${two.id}`, { agent }), Proposal);
    const good = receipt ?? "";
    expect(await redeem(one.id, good)).toMatch(/^409 (receipt_invalid|not_approved)$/);
    expect(await redeem(two.id, "not.a.receipt")).toBe("409 receipt_invalid");
    expect(await redeem(two.id, `${good.slice(0, -2)}${good.endsWith("AA") ? "BB" : "AA"}`)).toBe("409 receipt_invalid");
    expect(
      await verdictOf(
        await api.send(`/proposals/${two.id}/outcome`, { agent, json: { redemption: "rdm_none", status: "succeeded" } }),
      ),
    ).toBe("409 not_redeemed");
    api.ctx.pass(16 * 60_000);
    expect(await redeem(two.id, good)).toBe("409 receipt_expired");
  });

  test.each([
    ["everything", () => "all"],
    ["its agent", ({ agentId }: TestAgent) => `agent:${agentId}`],
    ["its kind", () => "kind:payment"],
  ])("a kill switch for %s stops what was approved, and says that a retry may help", async (_, scopeOf) => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const proposal = await proposed(api, agent);
    await approved(api, person, proposal);
    const { receipt } = await jsonOf(await api.send(`/proposals/${proposal.id}`, { agent }), Proposal);
    const redeem = (): Promise<Response> => api.send(`/proposals/${proposal.id}/redeem`, { agent, json: { receipt } });
    await setStop(api.ctx, person.actor, { scope: scopeOf(agent), reason: "refunds look wrong" });
    const refused = await redeem();
    expect([refused.headers.get("retry-after"), await verdictOf(refused)]).toEqual(["60", "409 stopped"]);
    const admin = await api.person("admin");
    await clearStop(api.ctx, admin.actor, { scope: scopeOf(agent), reason: "looked into" });
    expect(await verdictOf(await redeem())).toBe("200 ok");
  });

  test("a kill switch for another agent or another kind stops nothing of it", async () => {
    const api = await anApi(door);
    const [agent, other, person] = [await api.agent(), await api.agent(), await api.person("reviewer")];
    const proposal = await proposed(api, agent);
    await approved(api, person, proposal);
    const { receipt } = await jsonOf(await api.send(`/proposals/${proposal.id}`, { agent }), Proposal);
    for (const scope of [`agent:${other.agentId}`, "kind:email"])
      await setStop(api.ctx, person.actor, { scope, reason: "not this one" });
    expect(await verdictOf(await api.send(`/proposals/${proposal.id}/redeem`, { agent, json: { receipt } }))).toBe("200 ok");
  });

  test("what was decided cannot be withdrawn, and withdrawing twice is safe", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const [one, two] = [await proposed(api, agent), await proposed(api, agent)];
    await approved(api, person, one);
    const withdraw = async (id: string): Promise<string> =>
      verdictOf(await api.send(`/proposals/${id}/withdraw`, { agent, method: "POST" }));
    expect(await withdraw(one.id)).toBe("409 not_pending");
    expect([await withdraw(two.id), await withdraw(two.id)]).toEqual(["200 ok", "200 ok"]);
  });
});
