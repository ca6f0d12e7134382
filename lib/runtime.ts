import { createHmac, randomBytes } from "node:crypto";
import path from "node:path";
import { migrationsFor, openStore } from "../db/open";
import type { Api } from "./api/create-api";
import { createApi } from "./api/create-api";
import type { Place } from "./api/cursors";
import { queueList } from "./api/list-names";
import { openAdminSocket } from "./auth/admin-socket";
import { flushUsedKeys } from "./auth/agent-access";
import { authenticateAgent } from "./auth/authenticate-agent";
import { authenticatePerson } from "./auth/authenticate-person";
import { createContext, sha256 } from "./create-context";
import { problemOfDataFolder } from "./data-folder";
import { startDueWork } from "./due-work";
import type { Env } from "./env";
import { isBuilding, processEnv, publishAddress } from "./env";
import { openLog } from "./open-log";
import { readOrCreatePrivateFile } from "./private-file";
import type { Context } from "./services/context";
import { followOthers } from "./services/follow-others";
import { shuffle } from "./shuffle";
import { openSigningKeys } from "./signing-keys";

/** Everything that is opened once a process. */
export interface Runtime {
  readonly env: Env;
  readonly ctx: Context;
  /** Seals sessions; the cursors' key is derived from it. */
  readonly sessionSecret: string;
  readonly api: Api;
  /** The API's `next` for a page of the queue that was read without the API. */
  queueCursor(query: Parameters<typeof queueList>[0], next: Place | null): string | null;
  /** From now on readiness says no, and open waits and streams end with a hint to come back. */
  drain(): void;
  /** Ends the workers and closes the database. Call it once nothing is under way. */
  close(): Promise<void>;
}

const KEYS_USED_MS = 60_000;
const HOLDER = Symbol.for("countersign.runtime");

/**
 * The one runtime of this process, opened on first use. The server and the framework's bundler load separate copies of this module, so it
 * lives on the global object; a failed start is forgotten, and the next call tries again.
 */
export function getRuntime(): Promise<Runtime> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the symbol is ours: nothing else writes it
  const holder = globalThis as { [HOLDER]?: Promise<Runtime> | undefined };
  holder[HOLDER] ??= openRuntime().catch((error: unknown) => {
    holder[HOLDER] = undefined;
    throw error;
  });
  return holder[HOLDER];
}

async function openRuntime(): Promise<Runtime> {
  if (isBuilding()) throw new Error("nothing is opened while the screens are built: make the page dynamic");
  const env = processEnv(problemOfDataFolder);
  const log = openLog(env);
  const sessionSecret = env.secret ?? readOrCreatePrivateFile(path.join(env.dataDir, "session-secret"), newSecret);
  publishAddress(env.baseUrl);
  const store = await openStore({
    url: env.databaseUrl,
    directUrl: env.databaseDirectUrl,
    connections: env.databaseConnections,
    migrationsFolder: migrationsFor(path.resolve("db/migrations"), env.databaseUrl),
    sha256,
    log: (message) => {
      log.info({}, message);
    },
  });
  try {
    const receipts = openSigningKeys(path.join(env.dataDir, "signing-keys"), Date.now());
    // The oldest key: a newer one is added to one server after the other, while they run.
    const [oldest] = receipts.verifiers.keys();
    await store.others?.identify(`${derived(sessionSecret, "identity").toString("hex")} ${oldest ?? ""}`);
    const ctx = await createContext({ store, receipts, log, baseUrl: env.baseUrl });
    const runtime = assemble(env, ctx, sessionSecret);
    await openAdminSocket(ctx, env.dataDir);
    return runtime;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function assemble(env: Env, ctx: Context, sessionSecret: string): Runtime {
  let serving = true;
  const api = createApi(
    ctx,
    {
      authenticateAgent,
      authenticatePerson: (context, cookie, unattended) => authenticatePerson(context, sessionSecret, cookie, unattended),
    },
    { cursorSecret: derived(sessionSecret, "cursors"), serving: () => serving, shuffle },
  );
  api.parts.metrics.watchProcess();
  const leaveOthers = followOthers(ctx);
  const stopDueWork = startDueWork(ctx);
  const keysUsed = setInterval(() => {
    void writeKeysUsed(ctx);
  }, KEYS_USED_MS);
  keysUsed.unref();
  const drain = (): void => {
    serving = false;
    ctx.hub.shutdown();
  };
  return {
    env,
    ctx,
    sessionSecret,
    api,
    queueCursor: (query, next) => api.parts.cursors.seal(queueList(query), next),
    drain,
    close: async () => {
      drain();
      clearInterval(keysUsed);
      await stopDueWork();
      leaveOthers();
      await writeKeysUsed(ctx);
      api.close();
      await ctx.store.close();
    },
  };
}

async function writeKeysUsed(ctx: Context): Promise<void> {
  try {
    await flushUsedKeys(ctx);
  } catch (error) {
    ctx.log.warn({ err: error }, "when keys were last used could not be written down");
  }
}

function derived(secret: string, purpose: string): Buffer {
  return createHmac("sha256", secret).update(`countersign.${purpose}`).digest();
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
