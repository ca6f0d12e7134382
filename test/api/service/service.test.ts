import { describe, expect, test } from "vitest";

import { CheckResult, PolicyVersion } from "../../../lib/contract/proposal";
import { Health, KeySet } from "../../../lib/contract/service";
import { DOORS, aRefund, anApi, jsonOf, proposed, verdictOf } from "../api-under-test";

describe.each(DOORS)("at %s", (door) => {
  test("the keys that verify receipts are public, and only their public halves", async () => {
    const api = await anApi(door);
    const { keys } = await jsonOf(await api.send("/receipts/keys"), KeySet);
    expect(keys.map(({ kty, crv, alg, kid }) => ({ kty, crv, alg, kid }))).toEqual([
      { kty: "OKP", crv: "Ed25519", alg: "EdDSA", kid: api.ctx.receipts.kid },
    ]);
    expect(keys[0]).not.toHaveProperty("d");
  });

  test("readiness says no without a policy, without a database that writes, and while it stops; it never says why", async () => {
    const api = await anApi(door);
    const ready = async (): Promise<string> => verdictOf(await api.send("/health/ready"));
    expect(await jsonOf(await api.send("/health/live"), Health)).toEqual({ status: "ok" });
    expect(await ready()).toBe("200 ok");
    const { policy } = api.ctx.live;
    api.ctx.live.policy = null;
    const refused = await api.send("/health/ready");
    expect([refused.status, (await refused.text()).includes("policy")]).toEqual([503, false]);
    api.ctx.live.policy = policy;
    const writes = api.ctx.store.ready.bind(api.ctx.store);
    for (const broken of [() => Promise.resolve(false), () => Promise.reject(new Error("EROFS"))]) {
      Object.assign(api.ctx.store, { ready: broken });
      expect(await ready()).toBe("503 unavailable");
    }
    Object.assign(api.ctx.store, { ready: writes });
    expect(await ready()).toBe("200 ok");
    api.stop();
    expect(await ready()).toBe("503 unavailable");
    expect(await verdictOf(await api.send("/health/live"))).toBe("200 ok");
  });

  test("figures count proposals by treatment and waits as they are", async () => {
    const api = await anApi(door);
    const agent = await api.agent({ scopes: ["propose", "metrics"] });
    await proposed(api, agent);
    await proposed(api, agent);
    const leave = api.api.parts.agentWaits.enter(agent.keyId);
    const text = await (await api.send("/metrics", { agent })).text();
    expect(text).toContain('countersign_proposals_total{treatment="review"} 2');
    expect(text).toContain('countersign_waiting_calls{side="agents"} 1');
    expect(text).toContain('countersign_queue_items{queue="needs_you"} 2');
    expect(text).toContain("countersign_undelivered 0");
    expect(text).toContain('countersign_vigilance_alarms{alarm="reflex"} 0');
    expect(text).toContain('countersign_vigilance_alarms{alarm="tests"} 0');
    expect(text).toMatch(/countersign_http_request_duration_seconds_count\{call="propose",status="201"\} 2/);
    leave();
  });

  test("a dry run says what policy would do and leaves no trace", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const before = await api.ctx.store.read.ledgerHead();
    expect(await jsonOf(await api.send("/check", { agent, json: aRefund() }), CheckResult)).toMatchObject({
      treatment: "review",
    });
    expect(await api.ctx.store.read.ledgerHead()).toEqual(before);
    expect((await jsonOf(await api.send("/policy/version", { agent }), PolicyVersion)).version).toBe(1);
    api.ctx.live.policy = null;
    expect(await verdictOf(await api.send("/policy/version", { agent }))).toBe("503 unavailable");
  });
});
