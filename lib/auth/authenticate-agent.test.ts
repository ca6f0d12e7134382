import { describe, expect, it } from "vitest";

import type { TestContext } from "../../test/context";
import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes } from "../../test/context";
import type { AgentRecord } from "../../db/store/types";
import { createAgent } from "../services/agents/create-agent";
import { disableAgent, enableAgent } from "../services/agents/disable-agent";
import { createKey } from "../services/keys/create-key";
import type { NewKey } from "../services/keys/key-summary";
import { listKeys } from "../services/keys/list-keys";
import { revokeKey } from "../services/keys/revoke-key";
import { rotateKey } from "../services/keys/rotate-key";
import { flushUsedKeys, takeUsedKeys } from "./agent-access";
import { authenticateAgent } from "./authenticate-agent";

const HOUR_MS = 3_600_000;

interface Setting {
  readonly ctx: TestContext;
  readonly agent: AgentRecord;
  readonly made: NewKey;
  /** Lookups by hash that reached the database. */
  readonly lookups: () => number;
}

async function anAgentWithKey(more: { readonly expiresInDays?: number } = {}): Promise<Setting> {
  const ctx = await aContext();
  const { store } = ctx;
  let lookups = 0;
  const keyByHash: typeof store.read.keyByHash = (hash) => {
    lookups += 1;
    return store.read.keyByHash(hash);
  };
  const counted = Object.assign(ctx, { store: { ...store, read: { ...store.read, keyByHash } } });
  const agent = await createAgent(counted, COMMAND_LINE, { name: "refund-bot" });
  const made = await createKey(counted, COMMAND_LINE, { agentId: agent.id, label: "production", ...more });
  return { ctx: counted, agent, made, lookups: () => lookups };
}

const sent = (ctx: TestContext, key: string): Promise<string> => codeOf(authenticateAgent(ctx, `Bearer ${key}`));

describe("an agent's key", () => {
  it("names the agent, the key, its scopes and whoever made it", async () => {
    const { ctx, agent } = await anAgentWithKey();
    const admin = await aPerson(ctx, "admin");
    const { key, secret } = await createKey(ctx, admin, { agentId: agent.id, label: "test", scopes: ["read", "propose"] });
    expect(await authenticateAgent(ctx, `bearer ${secret}`)).toEqual({
      type: "agent",
      agentId: agent.id,
      agentName: "refund-bot",
      keyId: key.id,
      scopes: new Set(["propose", "read"]),
      ownerId: admin.personId,
    });
  });

  it("is kept as a hash: neither the ledger nor a list of keys holds it", async () => {
    const { ctx, agent, made } = await anAgentWithKey();
    const rows = await ctx.store.read.ledgerAfter(0, 100);
    const listed = JSON.stringify(await listKeys(ctx, COMMAND_LINE, { agentId: agent.id }));
    for (const text of [rows.map((row) => row.entry).join(), listed, JSON.stringify(made.key)]) {
      expect(text).toContain(made.key.prefix);
      expect(text).not.toContain(made.secret);
      expect(text).not.toContain(made.secret.slice(made.key.prefix.length));
      expect(text).not.toContain(ctx.sha256(made.secret));
    }
  });

  it("is refused without a look into the database when it was mistyped, cut short or is something else", async () => {
    const { ctx, made, lookups } = await anAgentWithKey();
    const last = made.secret.endsWith("x") ? "y" : "x";
    for (const key of [
      made.secret.slice(0, -1) + last,
      made.secret.slice(0, -1),
      `${made.secret}0`,
      "x".repeat(5000),
      "a b",
      "🔑",
    ]) {
      expect(await sent(ctx, key)).toBe("unauthenticated");
    }
    for (const header of [null, "", made.secret, `Basic ${made.secret}`, "Bearer", `Bearer ${made.secret} more`]) {
      expect(await codeOf(authenticateAgent(ctx, header))).toBe("unauthenticated");
    }
    expect(lookups()).toBe(0);
  });

  it("is looked up once for many requests, and again after a few seconds", async () => {
    const { ctx, made, lookups } = await anAgentWithKey();
    for (let request = 0; request < 100; request += 1) await authenticateAgent(ctx, `Bearer ${made.secret}`);
    expect(lookups()).toBe(1);
    ctx.pass(5_000);
    await authenticateAgent(ctx, `Bearer ${made.secret}`);
    expect(lookups()).toBe(2);
  });

  it.each([
    ["it is revoked", ({ ctx, made }: Setting) => revokeKey(ctx, COMMAND_LINE, { keyId: made.key.id })],
    ["its agent is disabled", ({ ctx, agent }: Setting) => disableAgent(ctx, COMMAND_LINE, { agentId: agent.id })],
    [
      "it is replaced without an overlap",
      ({ ctx, made }: Setting) => rotateKey(ctx, COMMAND_LINE, { keyId: made.key.id, overlapHours: 0 }),
    ],
  ])("is refused on the next request when %s, and waits are told", async (_, change) => {
    const setting = await anAgentWithKey();
    const { ctx, agent, made } = setting;
    const told: string[] = [];
    ctx.hub.onAny((message) => message.type === "access" && told.push(message.subject));
    expect(await sent(ctx, made.secret)).toBe("accepted");
    await change(setting);
    expect(await sent(ctx, made.secret)).toBe("unauthenticated");
    expect(told.some((subject) => subject === made.key.id || subject === agent.id)).toBe(true);
  });

  it("is not remembered when it was revoked while it was being looked up", async () => {
    const { ctx, made } = await anAgentWithKey();
    const { store } = ctx;
    const revokedAfterTheRead: typeof store.read.keyByHash = async (hash) => {
      const found = await store.read.keyByHash(hash);
      await revokeKey(ctx, COMMAND_LINE, { keyId: made.key.id });
      return found;
    };
    Object.assign(ctx, { store: { ...store, read: { ...store.read, keyByHash: revokedAfterTheRead } } });
    await sent(ctx, made.secret);
    Object.assign(ctx, { store });
    expect(await sent(ctx, made.secret)).toBe("unauthenticated");
  });

  it("of a disabled agent works again once the agent is enabled", async () => {
    const { ctx, agent, made } = await anAgentWithKey();
    await disableAgent(ctx, COMMAND_LINE, { agentId: agent.id });
    await enableAgent(ctx, COMMAND_LINE, { agentId: agent.id });
    expect(await sent(ctx, made.secret)).toBe("accepted");
  });

  it("ends on its day, to the millisecond, also while it is remembered", async () => {
    const { ctx, made } = await anAgentWithKey({ expiresInDays: 1 });
    ctx.pass(24 * HOUR_MS - 1);
    expect(await sent(ctx, made.secret)).toBe("accepted");
    ctx.pass(1);
    expect(await sent(ctx, made.secret)).toBe("unauthenticated");
  });

  it("works beside its successor for a day, then only the successor does", async () => {
    const { ctx, made } = await anAgentWithKey();
    const { key, secret } = await rotateKey(ctx, COMMAND_LINE, { keyId: made.key.id });
    expect(key).toMatchObject({ replaces: made.key.id, scopes: made.key.scopes, label: made.key.label });
    ctx.pass(24 * HOUR_MS - 1);
    expect([await sent(ctx, made.secret), await sent(ctx, secret)]).toEqual(["accepted", "accepted"]);
    ctx.pass(1);
    expect([await sent(ctx, made.secret), await sent(ctx, secret)]).toEqual(["unauthenticated", "accepted"]);
  });

  it("has one successor: it cannot be rotated twice, nor once it is dead", async () => {
    const { ctx, made } = await anAgentWithKey();
    const rotate = (): Promise<string> => codeOf(rotateKey(ctx, COMMAND_LINE, { keyId: made.key.id }));
    expect((await Promise.all([rotate(), rotate()])).sort()).toEqual(["accepted", "stale"]);
    expect(await rotate()).toBe("already_exists");
    const { ctx: other, made: dead } = await anAgentWithKey();
    await revokeKey(other, COMMAND_LINE, { keyId: dead.key.id });
    expect(await codeOf(rotateKey(other, COMMAND_LINE, { keyId: dead.key.id }))).toBe("not_found");
  });

  it("notes its use without a write a request: one flush writes the last of each", async () => {
    const { ctx, agent, made } = await anAgentWithKey();
    const before = (await ledgerTypes(ctx)).length;
    await sent(ctx, made.secret);
    ctx.pass(1_000);
    await sent(ctx, made.secret);
    await flushUsedKeys(ctx);
    const [key] = await listKeys(ctx, COMMAND_LINE, { agentId: agent.id });
    expect(key?.lastUsedAt).toBe(ctx.clock());
    expect((await ledgerTypes(ctx)).length).toBe(before);
    expect(takeUsedKeys(ctx)).toEqual([]);
  });

  it.each([
    ["a scope there is not", { scopes: ["propose", "decide"] }],
    ["no scope", { scopes: [] }],
    ["an expiry in the past", { expiresInDays: -1 }],
    ["an expiry in part of a day", { expiresInDays: 0.5 }],
    ["a label nobody can see", { label: "\u2063" }],
  ])("is not made with %s", async (_, change) => {
    const { ctx, agent } = await anAgentWithKey();
    const call = createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test", ...change });
    expect(await codeOf(call)).toBe("invalid_request");
  });
});

describe("an agent's name", () => {
  it.each(["refund-bot", "Refund Bot", "refund_b0t", "rеfund-bоt", " refund-bot "])(
    "cannot be %s beside refund-bot",
    async (name) => {
      const { ctx } = await anAgentWithKey();
      expect(await codeOf(createAgent(ctx, COMMAND_LINE, { name }))).toMatch(/^(already_exists|invalid_request)$/);
    },
  );

  it("stays taken when its agent is disabled", async () => {
    const { ctx, agent } = await anAgentWithKey();
    await disableAgent(ctx, COMMAND_LINE, { agentId: agent.id });
    expect(await codeOf(createAgent(ctx, COMMAND_LINE, { name: "refund-bot" }))).toBe("already_exists");
  });

  it("`manual` stands for people: it has no key, and is not disabled", async () => {
    const { ctx } = await anAgentWithKey();
    const manual = await ctx.store.read.agentByName("manual");
    const agentId = manual?.id ?? "";
    expect(manual?.builtIn).toBe(true);
    expect(await codeOf(createKey(ctx, COMMAND_LINE, { agentId, label: "x" }))).toBe("forbidden");
    expect(await codeOf(disableAgent(ctx, COMMAND_LINE, { agentId }))).toBe("forbidden");
  });
});
