import { describe, expect, onTestFinished, test, vi } from "vitest";
import { authenticateAgent } from "../../lib/auth/authenticate-agent";
import { createContext } from "../../lib/create-context";
import type { AgentActor, PersonActor } from "../../lib/services/actor";
import { createAgent } from "../../lib/services/agents/create-agent";
import type { Context } from "../../lib/services/context";
import { followOthers } from "../../lib/services/follow-others";
import { createKey } from "../../lib/services/keys/create-key";
import { fileFinding } from "../../lib/services/file-finding";
import { savePolicy } from "../../lib/services/policy/save-policy";
import { steerRollout } from "../../lib/services/policy/steer-rollout";
import { revokeKey } from "../../lib/services/keys/revoke-key";
import { createPerson } from "../../lib/services/people/create-person";
import { propose } from "../../lib/services/propose";
import { redeem } from "../../lib/services/redeem";
import { setWorkspace } from "../../lib/services/settings/set-workspace";
import { signIn } from "../../lib/services/sign-in";
import { clearStop } from "../../lib/services/stops/clear-stop";
import { setStop } from "../../lib/services/stops/set-stop";
import { decideProposal } from "../../lib/services/triage/decide-proposal";
import { releaseNow } from "../../lib/services/triage/release";
import { waitForProposal } from "../../lib/services/wait-for-proposal";
import { temporarySigningKeys } from "../../lib/signing-keys";
import { COMMAND_LINE, aPerson, codeOf } from "../context";
import { freshDatabase } from "../postgres/fresh-database";
import { aProcess } from "../postgres/two-stores";
import { anArchivist, archived, LOOSE, MANY, STRICT } from "../rolling-out";

const quiet = (): void => undefined;

interface Scene {
  readonly a: Context;
  readonly b: Context;
  readonly admin: PersonActor;
  readonly agent: AgentActor;
  readonly secret: string;
}

/** Two servers' contexts on one database. `hears`: whether they are told of each other's commits, or have lost that connection. */
async function twoServers({ hears }: { readonly hears: boolean }): Promise<Scene> {
  const url = await freshDatabase();
  const receipts = temporarySigningKeys();
  const server = async (): Promise<Context> => {
    const store = await aProcess(url);
    const log = { info: quiet, warn: quiet, error: quiet };
    const ctx = await createContext({ store, receipts, log, baseUrl: "http://127.0.0.1:4100" });
    if (hears) onTestFinished(followOthers(ctx));
    return ctx;
  };
  const [a, b] = [await server(), await server()];
  const admin = await aPerson(Object.assign(a, { pass: quiet }), "admin");
  const { id } = await createAgent(a, COMMAND_LINE, { name: "refunder" });
  const { secret } = await createKey(a, COMMAND_LINE, { agentId: id, label: "test" });
  return { a, b, admin, secret, agent: await authenticateAgent(a, `Bearer ${secret}`) };
}

function refund(ctx: Context, agent: AgentActor, order: string) {
  const action = { name: "payment.refund", arguments: { order, amount: "48.00", currency: "EUR" } };
  return propose(ctx, agent, { action, kind: "payment" }, { idempotencyKey: order, raw: null });
}

async function approve(ctx: Context, admin: PersonActor, id: string): Promise<string> {
  const found = await ctx.store.read.proposal((await ctx.store.read.history({ text: id }, null, 1))[0]?.id ?? raise());
  const { version, digest } = found?.record.state ?? raise();
  await decideProposal(ctx, admin, { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" } });
  await releaseNow(ctx, admin, { proposal: id });
  const { record } = (await ctx.store.read.proposal(found?.record.state.id ?? raise())) ?? raise();
  return record.receipt ?? raise();
}

function raise(): never {
  throw new Error("the proposal is there");
}

describe("what one server changed holds at another from the next call on, even if it was not told", () => {
  test("a kill switch stops every redeem, and lifting it lets them through", async () => {
    const { a, b, admin, agent } = await twoServers({ hears: false });
    for (let round = 0; round < 5; round += 1) {
      const { found } = await refund(a, agent, `W${String(round)}`);
      const { id } = found.record.state;
      const receipt = await approve(b, admin, id);
      await setStop(a, admin, { scope: "all", reason: "a drill" });
      expect(await codeOf(redeem(b, agent, id, receipt))).toBe("stopped");
      await clearStop(a, admin, { scope: "all", reason: "over" });
      expect(await codeOf(redeem(b, agent, id, receipt))).toBe("accepted");
    }
  });

  test("the workspace's mode counts for the next proposal", async () => {
    const { a, b, admin, agent } = await twoServers({ hears: false });
    await setWorkspace(a, admin, { mode: "alone", name: "One" });
    const before = b.live.workspace;
    await refund(b, agent, "W1");
    expect([before, b.live.workspace]).toEqual(["team", "alone"]);
  });

  test("a revoked key is refused", async () => {
    const { a, b, admin, agent, secret } = await twoServers({ hears: false });
    expect((await authenticateAgent(b, `Bearer ${secret}`)).keyId).toBe(agent.keyId);
    await revokeKey(a, admin, { keyId: agent.keyId });
    expect(await codeOf(authenticateAgent(b, `Bearer ${secret}`))).toBe("unauthenticated");
  });
});

describe("a roll-out of the policy", () => {
  test("asks the same version of the same action at both servers, at every step", async () => {
    const { a, b, admin } = await twoServers({ hears: false });
    const agent = await anArchivist(a);
    await savePolicy(a, COMMAND_LINE, { text: STRICT, basedOn: 1, note: "strict" });
    const loose = { text: LOOSE, basedOn: 2, note: "loose", confirmName: "Countersign", stepDays: 1 };
    await savePolicy(a, admin, loose);
    const versions = (ctx: Context) =>
      Promise.all(Array.from({ length: MANY }, async (_, item) => (await archived(ctx, agent, item)).version));
    const [here, there] = [await versions(a), await versions(b)];
    expect(there).toEqual(here);
    await steerRollout(b, admin, { version: 3, turn: "hasten" });
    expect(await versions(a)).toEqual(Array.from({ length: MANY }, () => 3));
  });

  test("returns once, though both servers are told of harm at the same moment", async () => {
    const { a, b, admin } = await twoServers({ hears: false });
    const agent = await anArchivist(a);
    await savePolicy(a, COMMAND_LINE, { text: STRICT, basedOn: 1, note: "strict" });
    await savePolicy(a, admin, { text: LOOSE, basedOn: 2, note: "loose", confirmName: "Countersign", stepDays: 1 });
    await steerRollout(a, admin, { version: 3, turn: "hasten" });
    const ran = await Promise.all([a, b, a, b].map((ctx, item) => archived(ctx, agent, item)));
    const incident = (ctx: Context, proposal: string) =>
      fileFinding(ctx, agent, { proposal, kind: "incident", text: "wrong items" });
    await Promise.all(ran.map(({ id }, at) => incident(at % 2 === 0 ? a : b, id)));
    expect(await a.store.read.ledgerBefore(null, 9, "policy.returned")).toHaveLength(1);
    const after = await Promise.all([a, b].map((ctx) => archived(ctx, agent, 99)));
    expect(after.map(({ treatment, version }) => [treatment, version])).toEqual([
      ["review", 4],
      ["review", 4],
    ]);
  });
});

describe("what one server committed reaches those who wait at another", () => {
  test("an agent is woken by a decision that was made elsewhere", async () => {
    const { a, b, admin, agent } = await twoServers({ hears: true });
    for (let round = 0; round < 5; round += 1) {
      const { found } = await refund(a, agent, `W${String(round)}`);
      const waiting = waitForProposal(b, agent, found.record.state.id, {
        waitMs: 50_000,
        signal: new AbortController().signal,
        mayWait: () => Promise.resolve(),
      });
      await vi.waitUntil(() => b.hub.waiting > 0);
      await approve(a, admin, found.record.state.id);
      expect((await waiting).record.state.status).toBe("approved");
    }
  });

  test("guesses at a password add up", async () => {
    const { a, b } = await twoServers({ hears: true });
    await createPerson(a, COMMAND_LINE, {
      email: "grace@example.com",
      name: "Grace",
      role: "reviewer",
      password: "seven brass nautical bells",
    });
    const guess = (ctx: Context) =>
      codeOf(signIn(ctx, { email: "grace@example.com", password: "a wrong guess", address: null, userAgent: null }));
    let guesses = 0;
    for (let code = ""; code !== "too_many_attempts"; guesses += 1) code = await guess(a);
    await vi.waitUntil(async () => (await guess(b)) === "too_many_attempts", { timeout: 30_000 });
    expect(guesses).toBeGreaterThan(2);
  });
});
