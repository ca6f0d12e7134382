import { describe, expect, test } from "vitest";

import { Proposal } from "../../../lib/contract/proposal";
import { clearStop } from "../../../lib/services/stops/clear-stop";
import { setStop } from "../../../lib/services/stops/set-stop";
import { loadLiveSettings } from "../../../lib/services/settings/live-settings";
import type { ApiUnderTest, TestAgent } from "../api-under-test";
import { anApi, jsonOf } from "../api-under-test";

const READS = { action: { name: "crm.get", arguments: { id: "C1" } }, kind: "record" };

/** What becomes of a read, which the policy that ships lets run by itself. */
async function fateOf(api: ApiUnderTest, agent: TestAgent): Promise<string> {
  const { status, treatment } = await jsonOf(await api.send("/proposals", { agent, json: READS }), Proposal);
  return `${status}, ${treatment}`;
}

describe("what would run by itself", () => {
  test.each([
    ["everything", () => "all"],
    ["its agent", ({ agentId }: TestAgent) => `agent:${agentId}`],
    ["its kind", () => "kind:tool"],
  ])("waits for a person while a kill switch for %s is on, and runs again once it is lifted", async (_, scopeOf) => {
    const api = await anApi("the server's door");
    const [agent, admin] = [await api.agent(), await api.person("admin")];
    expect(await fateOf(api, agent)).toBe("approved, auto");
    await setStop(api.ctx, admin.actor, { scope: scopeOf(agent), reason: "it reads too much" });
    expect(await fateOf(api, agent)).toBe("pending, review");
    await clearStop(api.ctx, admin.actor, { scope: scopeOf(agent), reason: "looked into" });
    expect(await fateOf(api, agent)).toBe("approved, auto");
  });

  test("runs on while another agent or another kind is stopped", async () => {
    const api = await anApi("the server's door");
    const [agent, other, admin] = [await api.agent(), await api.agent(), await api.person("admin")];
    for (const scope of [`agent:${other.agentId}`, "kind:email"])
      await setStop(api.ctx, admin.actor, { scope, reason: "not this one" });
    expect(await fateOf(api, agent)).toBe("approved, auto");
    expect(await fateOf(api, other)).toBe("pending, review");
  });

  test.each([
    ["is no JSON", "{"],
    ["was written by a version that knows more", '{"version":"99"}'],
  ])("waits for a person while the policy %s", async (_, text) => {
    const api = await anApi("the server's door");
    const agent = await api.agent();
    expect(await fateOf(api, agent)).toBe("approved, auto");
    const { ctx } = api;
    await ctx.store.transact(function* (tx) {
      yield* tx.insertPolicy({ version: 2, text, by: null, at: ctx.clock(), note: "broken", basedOn: 1 });
      return { result: null, unchanged: true };
    });
    await loadLiveSettings(ctx);
    expect(await fateOf(api, agent)).toBe("pending, review");
  });
});
