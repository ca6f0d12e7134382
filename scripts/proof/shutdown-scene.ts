import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";

import { migrationsFor, openStore } from "../../db/open";
import { sealSession, sessionCookieName } from "../../lib/auth/session-cookie";
import { createContext, sha256 } from "../../lib/create-context";
import type { Digest, ProposalId } from "../../lib/domain/ids";
import { isId } from "../../lib/domain/ids";
import { createAgent } from "../../lib/services/agents/create-agent";
import type { AgentActor } from "../../lib/services/actor";
import type { Context } from "../../lib/services/context";
import { createKey } from "../../lib/services/keys/create-key";
import { verifyLedger } from "../../lib/services/ledger/verify-ledger";
import { propose } from "../../lib/services/propose";
import { openSigningKeys, temporarySigningKeys } from "../../lib/signing-keys";
import { COMMAND_LINE, reviewer, ticketNamed } from "./workspace";

/** What one key may hold open at once, with room for its streams. */
const WAITS_A_KEY = 80;
const HALF_A_DAY_MS = 12 * 3_600_000;
const PAGE = 500;
const quiet = (): void => undefined;

/** A proposal that somebody will wait for, and the key of its agent. */
export interface Awaited {
  readonly id: ProposalId;
  readonly digest: Digest;
  readonly key: string;
}

export interface ShutdownScene {
  readonly url: string;
  readonly waits: readonly Awaited[];
  /** One an agent. */
  readonly keys: readonly string[];
  /** Of a reviewer who is signed in, before the stop and after it. */
  readonly cookie: string;
}

export interface ShutdownSize {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly port: number;
  readonly waits: number;
}

/** Agents with pending proposals and a reviewer who is signed in, in the database of a server that does not run yet. */
export async function openShutdownScene({ databaseUrl, dataDir, port, waits }: ShutdownSize): Promise<ShutdownScene> {
  const url = `http://127.0.0.1:${String(port)}`;
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(path.join(dataDir, "session-secret"), secret, { mode: 0o600 });
  return withContext(databaseUrl, openSigningKeys(path.join(dataDir, "signing-keys"), Date.now()), async (ctx) => {
    const [keys, awaited]: [string[], Awaited[]] = [[], []];
    while (awaited.length < waits) {
      const { key, actor } = await agentWithKey(ctx, keys.length);
      keys.push(key);
      for (let left = Math.min(WAITS_A_KEY, waits - awaited.length); left > 0; left -= 1) {
        const ticket = ticketNamed(`awaited ${String(awaited.length)}`);
        const { state } = (await propose(ctx, actor, ticket, { idempotencyKey: null, raw: null })).found.record;
        awaited.push({ id: state.id, digest: state.digest, key });
      }
    }
    const person = await reviewer(ctx);
    const now = ctx.clock();
    const times = { createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: now + HALF_A_DAY_MS, revokedAt: null };
    await ctx.store.transact(function* (tx) {
      yield* tx.insertSession({ id: person.sessionId, personId: person.personId, userAgent: null, ...times });
      return { result: null, unchanged: true };
    });
    const token = await sealSession({ personId: person.personId, sessionId: person.sessionId }, secret);
    return { url, waits: awaited, keys, cookie: `${sessionCookieName(url)}=${token}` };
  });
}

/** What the record says once the server is down: acknowledged proposals that are gone, how many there are in all, whether the chain holds. */
export async function recordAfter(
  databaseUrl: string,
  acked: ReadonlyMap<string, string>,
): Promise<{ readonly lost: number; readonly proposals: number; readonly ledgerHolds: boolean }> {
  return withContext(databaseUrl, null, async (ctx) => {
    let lost = 0;
    for (const id of acked.values()) {
      if (!isId("proposal", id) || (await ctx.store.read.proposal(id)) === null) lost += 1;
    }
    let proposals = 0;
    for (let rows = await ctx.store.read.ledgerAfter(0, PAGE); rows.length > 0;) {
      proposals += rows.filter((row) => row.type === "proposal.proposed").length;
      rows = await ctx.store.read.ledgerAfter(rows.at(-1)?.seq ?? 0, PAGE);
    }
    return { lost, proposals, ledgerHolds: (await verifyLedger(ctx, COMMAND_LINE)).ok };
  });
}

async function agentWithKey(ctx: Context, index: number): Promise<{ readonly key: string; readonly actor: AgentActor }> {
  const name = `waiter-${String(index)}`;
  const agent = await createAgent(ctx, COMMAND_LINE, { name });
  const { key, secret } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "proof" });
  const scopes = new Set(key.scopes);
  return {
    key: secret,
    actor: { type: "agent", agentId: agent.id, agentName: name, keyId: key.id, scopes, ownerId: null },
  };
}

async function withContext<Result>(
  url: string,
  receipts: ReturnType<typeof openSigningKeys> | null,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const store = await openStore({ url, migrationsFolder: migrationsFor(path.resolve("db/migrations"), url), sha256 });
  try {
    const log = { info: quiet, warn: quiet, error: quiet };
    const keys = receipts ?? temporarySigningKeys();
    return await work(await createContext({ store, receipts: keys, log, baseUrl: "http://127.0.0.1:4100" }));
  } finally {
    await store.close();
  }
}
