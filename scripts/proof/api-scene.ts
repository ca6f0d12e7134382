import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

import { createApi } from "../../lib/api/create-api";
import type { Api } from "../../lib/api/create-api";
import { apiListener } from "../../lib/api/node-listener";
import { authenticateAgent } from "../../lib/auth/authenticate-agent";
import { authenticatePerson } from "../../lib/auth/authenticate-person";
import { sealSession, sessionCookieName } from "../../lib/auth/session-cookie";
import type { Role } from "../../lib/domain/words";
import { createAgent } from "../../lib/services/agents/create-agent";
import type { Context } from "../../lib/services/context";
import { createKey } from "../../lib/services/keys/create-key";
import { revokeKey } from "../../lib/services/keys/revoke-key";
import { shuffle } from "../../lib/shuffle";
import type { Credential } from "./api-requests";
import { COMMAND_LINE, openContext } from "./workspace";

const SECRET = "a secret of at least thirty-two characters";
const DAY_MS = 24 * 60 * 60 * 1000;
/** No flood of its own may turn later requests away before they are looked at. */
const PENDING_MAX = 1_000_000;

/** The API behind both its doors, over a database of its own, with somebody for every credential. */
export interface ApiScene {
  readonly ctx: Context;
  readonly api: Api;
  readonly credentials: Readonly<Record<Credential, Readonly<Record<string, string>>>>;
  /** The keys and sessions themselves, which no answer may repeat. */
  readonly secrets: readonly string[];
  /** Sends to a path under `/api/v1`, by the server's door or by the framework's. */
  readonly send: (door: "server" | "framework", path: string, init: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Opens the scene in `folder`. */
export async function openApiScene(folder: string): Promise<ApiScene> {
  const clock = { now: Date.now() };
  const ctx = await openContext(path.join(folder, "api.db"), () => clock.now);
  const auth = {
    authenticateAgent,
    authenticatePerson: (context: Context, cookie: string | null) => authenticatePerson(context, SECRET, cookie),
  };
  const api = createApi(ctx, auth, { cursorSecret: Buffer.from(SECRET), shuffle });
  const { credentials, secrets } = await credentialsOf(ctx, clock);
  const server = createServer(apiListener(api, ctx.log));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a listening TCP server has such an address
  const { port } = server.address() as AddressInfo;
  ctx.live.pendingCap = PENDING_MAX;
  return {
    ctx,
    api,
    credentials,
    secrets,
    send: async (door, address, init) =>
      door === "server"
        ? fetch(`http://127.0.0.1:${String(port)}/api/v1${address}`, { redirect: "manual", ...init })
        : api.fetch(new Request(`${ctx.baseUrl}/api/v1${address}`, init)),
    close: async () => {
      ctx.hub.shutdown();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      api.close();
      await ctx.store.close();
    },
  };
}

async function credentialsOf(ctx: Context, clock: { now: number }): Promise<Pick<ApiScene, "credentials" | "secrets">> {
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "fuzz" });
  const other = await createAgent(ctx, COMMAND_LINE, { name: "neighbour" });
  const key = (agentId: string, more: { scopes?: readonly string[]; expiresInDays?: number } = {}) =>
    createKey(ctx, COMMAND_LINE, { agentId, label: "proof", ...more });
  const [own, foreign, readOnly, revoked, expired] = [
    await key(agent.id),
    await key(other.id),
    await key(agent.id, { scopes: ["read"] }),
    await key(agent.id),
    await key(agent.id, { expiresInDays: 1 }),
  ];
  await revokeKey(ctx, COMMAND_LINE, { keyId: revoked.key.id });
  clock.now += 2 * DAY_MS;
  const cookies = await Promise.all((["admin", "reviewer", "auditor"] as const).map((role) => cookieOf(ctx, role)));
  const [admin = "", reviewer = "", auditor = ""] = cookies;
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const here = (cookie: string) => ({ cookie, origin: ctx.baseUrl });
  const mistyped = `${own.secret.slice(0, -1)}${own.secret.endsWith("0") ? "1" : "0"}`;
  return {
    secrets: [own, foreign, readOnly, revoked, expired].map(({ secret }) => secret).concat(cookies, SECRET),
    credentials: {
      agent: bearer(own.secret),
      otherAgent: bearer(foreign.secret),
      readOnly: bearer(readOnly.secret),
      revoked: bearer(revoked.secret),
      expired: bearer(expired.secret),
      mistyped: bearer(mistyped),
      none: {},
      admin: here(admin),
      reviewer: here(reviewer),
      auditor: here(auditor),
      foreignPage: { cookie: admin, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    },
  };
}

async function cookieOf(ctx: Context, role: Role): Promise<string> {
  const now = ctx.clock();
  const [personId, sessionId] = [ctx.newId("person"), ctx.newId("session")];
  const times = { createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: now + DAY_MS, revokedAt: null };
  const person = { id: personId, email: `${role}@example.com`, name: `the ${role}`, role, passwordHash: "none" };
  await ctx.store.transact(function* (tx) {
    yield* tx.insertPerson({ ...person, createdAt: now, disabledAt: null });
    yield* tx.insertSession({ id: sessionId, personId, userAgent: null, ...times });
    return { result: null, unchanged: true };
  });
  return `${sessionCookieName(ctx.baseUrl)}=${await sealSession({ personId, sessionId }, SECRET)}`;
}
