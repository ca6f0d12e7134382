import { describe, expect, test } from "vitest";

import { Proposal } from "../../../lib/contract/proposal";
import { revokeKey } from "../../../lib/services/keys/revoke-key";
import { runDueWork } from "../../../lib/services/run-due-work";
import type { ApiUnderTest } from "../api-under-test";
import { DOORS, aRefund, anApi, approved, jsonOf, proposed, verdictOf } from "../api-under-test";

const LONG = { prefer: "wait=30" };

/** Resolves once `count` calls wait. */
async function untilWaiting(api: ApiUnderTest, count: number): Promise<void> {
  while (api.api.parts.agentWaits.open < count) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(DOORS)("at %s", (door) => {
  test("a waiting agent is answered when the decision is released, not when it is made", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const { id, version, digest } = await proposed(api, agent);
    const waiting = api.send(`/proposals/${id}`, { agent, headers: LONG });
    await untilWaiting(api, 1);
    const json = { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" } };
    await api.send("/people/decide", { person, json });
    expect(api.api.parts.agentWaits.open).toBe(1);
    api.ctx.pass(60_000);
    await runDueWork(api.ctx);
    const answer = await waiting;
    expect(answer.headers.get("preference-applied")).toBe("wait=30");
    expect(await jsonOf(answer, Proposal)).toMatchObject({ status: "approved", delivery: "delivered" });
    expect(api.api.parts.agentWaits.open).toBe(0);
  });

  test("a proposal can wait for its decision in the call that makes it", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const waiting = api.send("/proposals", { agent, json: aRefund(), headers: LONG });
    await untilWaiting(api, 1);
    const [row] = await api.ctx.store.read.queuePage("needs_you", {}, "stake", null, 10);
    if (row === undefined) throw new Error("it stands in the queue");
    await approved(api, person, await jsonOf(await api.send(`/proposals/${row.id}`, { agent }), Proposal));
    const answer = await waiting;
    expect(answer.status).toBe(201);
    expect(await jsonOf(answer, Proposal)).toMatchObject({ id: row.id, status: "approved" });
  });

  test("a decision between the look and the wait is never slept through", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    const proposal = await proposed(api, agent);
    const { read } = api.ctx.store;
    const look = read.proposal.bind(read);
    let looks = 0;
    Object.assign(read, {
      proposal: async (id: Parameters<typeof look>[0]) => {
        const found = await look(id);
        looks += 1;
        // The answer of the first look is on its way while the decision is released.
        if (looks === 1) await approved(api, person, proposal);
        return found;
      },
    });
    const answer = await api.send(`/proposals/${proposal.id}`, { agent, headers: LONG });
    expect(await jsonOf(answer, Proposal)).toMatchObject({ status: "approved" });
  });

  test("a wait ends with its key, and the next call is refused", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { id } = await proposed(api, agent);
    const waiting = api.send(`/proposals/${id}`, { agent, headers: LONG });
    await untilWaiting(api, 1);
    api.ctx.hub.publish({ type: "access", subject: agent.keyId });
    expect(await jsonOf(await waiting, Proposal)).toMatchObject({ status: "pending" });
    expect(api.api.parts.agentWaits.open).toBe(0);
  });

  test("a server that stops answers the waits and says when to come back", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { id } = await proposed(api, agent);
    const waiting = api.send(`/proposals/${id}`, { agent, headers: LONG });
    await untilWaiting(api, 1);
    api.stop();
    const answer = await waiting;
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([200, "1"]);
  });

  test("a wait does not begin in a server that stops, nor with a key that was revoked while its call was under way", async () => {
    const api = await anApi(door);
    const [admin, agent, other] = [await api.person("admin"), await api.agent(), await api.agent()];
    const transact = api.ctx.store.transact.bind(api.ctx.store);
    let meanwhile = (): Promise<unknown> => revokeKey(api.ctx, admin.actor, { keyId: agent.keyId });
    // The proposal is on disk and its call has not waited yet: then it happens.
    const late: typeof transact = async (body) => {
      const done = await transact(body);
      const once = meanwhile;
      meanwhile = () => Promise.resolve();
      await once();
      return done;
    };
    Object.assign(api.ctx.store, { transact: late });
    const revoked = await api.send("/proposals", { agent, json: aRefund(), headers: LONG });
    expect(await jsonOf(revoked, Proposal)).toMatchObject({ status: "pending" });
    expect(await verdictOf(await api.send("/proposals", { agent }))).toBe("401 unauthenticated");
    meanwhile = () => {
      api.stop();
      return Promise.resolve();
    };
    const stopped = await api.send("/proposals", { agent: other, json: aRefund(), headers: LONG });
    expect([stopped.status, stopped.headers.get("retry-after")]).toEqual([201, "1"]);
    expect(api.ctx.hub.waiting).toBe(0);
  });

  test("a caller who leaves frees its place", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const { id } = await proposed(api, agent);
    const leave = new AbortController();
    const waiting = api.send(`/proposals/${id}`, { agent, headers: LONG, signal: leave.signal }).catch(() => null);
    await untilWaiting(api, 1);
    leave.abort();
    await waiting;
    while (api.api.parts.agentWaits.open > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(api.ctx.hub.waiting).toBe(0);
  });
});
