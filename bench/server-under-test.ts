import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { migrationsFor, openStore } from "../db/open";
import { createContext, sha256 } from "../lib/create-context";
import { DEFAULT_POLICY } from "../lib/domain/policy/default-policy";
import type { SystemActor } from "../lib/services/actor";
import { createAgent } from "../lib/services/agents/create-agent";
import type { Context } from "../lib/services/context";
import { createFirstAdmin } from "../lib/services/first-admin";
import { createKey } from "../lib/services/keys/create-key";
import { createPerson } from "../lib/services/people/create-person";
import { savePolicy } from "../lib/services/policy/save-policy";
import { openSigningKeys } from "../lib/signing-keys";
import type { BuiltServer } from "../test/built-server";
import { startBuiltServer } from "../test/built-server";
import { freePort } from "../test/free-port";

export const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };
export const REVIEWER = { email: "reviewer@example.com", password: "quiet-harbour-71-lantern" };

export const ADMIN = { email: "admin@example.com", password: REVIEWER.password };

export interface ServerUnderTest {
  readonly url: string;
  /** Of every server on the database; `url` is the first. */
  readonly urls: readonly string[];
  readonly dataDir: string;
  readonly databaseFile: string;
  /** One secret an agent. */
  readonly keys: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface ServerSeed {
  readonly agents: number;
  /** Fills the database before the server starts. */
  readonly fill?: (ctx: Context) => Promise<void>;
  /** An empty PostgreSQL database; an embedded one of its own when left out. */
  readonly databaseUrl?: string;
  /** Servers on it: 1 when left out. */
  readonly servers?: number;
}

const RULES = 20;
const quiet = (): void => undefined;

/** The built server on a fresh database with the default policy, {@link RULES} rules that are asked for every update, and a reviewer. */
export async function serverUnderTest({ agents, fill, databaseUrl, servers = 1 }: ServerSeed): Promise<ServerUnderTest> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "countersign-bench-"));
  const databaseFile = path.join(dataDir, "bench.db");
  const url = databaseUrl ?? `file:${databaseFile}`;
  const keys = await seed(url, dataDir, agents, fill);
  // What servers on one database must have in common.
  writeFileSync(path.join(dataDir, "session-secret"), randomBytes(32).toString("base64url"), { mode: 0o600 });
  const running: BuiltServer[] = [];
  const folders = [dataDir];
  for (let server = 0; server < servers; server += 1) {
    const own = server === 0 ? dataDir : mkdtempSync(path.join(tmpdir(), "countersign-bench-"));
    if (own !== dataDir) {
      folders.push(own);
      for (const shared of ["signing-keys", "session-secret"])
        cpSync(path.join(dataDir, shared), path.join(own, shared), { recursive: true });
    }
    running.push(await startBuiltServer({ port: await freePort(), databaseUrl: url, dataDir: own }));
  }
  const urls = running.map((server) => server.url);
  return {
    url: urls[0] ?? "",
    urls,
    dataDir,
    databaseFile,
    keys,
    stop: async () => {
      await Promise.all(running.map((server) => server.stop()));
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A context over a database file, without a server. The caller closes its store. */
export function benchContext(databaseFile: string, dataDir: string): Promise<Context> {
  return benchContextAt(`file:${databaseFile}`, dataDir);
}

/** The same over the database at an address. */
export async function benchContextAt(url: string, dataDir: string): Promise<Context> {
  const store = await openStore({ url, migrationsFolder: migrationsFor(path.resolve("db/migrations"), url), sha256 });
  return createContext({
    store,
    receipts: openSigningKeys(path.join(dataDir, "signing-keys"), Date.now()),
    log: { info: quiet, warn: quiet, error: console.error },
    baseUrl: "http://127.0.0.1:4100",
  });
}

async function seed(databaseUrl: string, dataDir: string, agents: number, fill: ServerSeed["fill"]): Promise<readonly string[]> {
  const ctx = await benchContextAt(databaseUrl, dataDir);
  try {
    await createFirstAdmin(ctx, {
      ...ADMIN,
      name: "Bench admin",
      workspace: "team",
      workspaceName: "Bench",
    });
    await createPerson(ctx, COMMAND_LINE, { ...REVIEWER, name: "Bench reviewer", role: "reviewer" });
    await saveRules(ctx);
    const keys: string[] = [];
    for (let index = 0; index < agents; index += 1) {
      const agent = await createAgent(ctx, COMMAND_LINE, { name: `agent-${String(index)}` });
      keys.push((await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "bench" })).secret);
    }
    await fill?.(ctx);
    return keys;
  } finally {
    await ctx.store.close();
  }
}

/** Puts the policy with rules into force. */
export async function saveRules(ctx: Context): Promise<void> {
  const rules = Array.from({ length: RULES }, (_, index) => ({
    id: `rule-${String(index)}`,
    match: "crm.*",
    when: `arguments.name == "Nobody ${String(index)}" && target.environment == "production"`,
    then: { treatment: "two_person", reason: "above what one person signs" },
  }));
  const { matrix } = DEFAULT_POLICY;
  // Always one look, however often the agent was right before: what is measured must not change under way.
  const looked = { ...matrix, S1: { ...matrix.S1, R0: { start: "review", loosest: "start" } } };
  const text = JSON.stringify({ ...DEFAULT_POLICY, matrix: looked, rules: [...DEFAULT_POLICY.rules, ...rules] });
  await savePolicy(ctx, COMMAND_LINE, { text, basedOn: 1, note: "rules to be asked", confirmName: "Bench" });
}

/** One customer record changed, about 0.9 kB: the policy above sends it to one person. `number` makes each another action. */
export function update(number: number) {
  const company = `Company ${String(number)}`;
  const before = { name: company, owner: "A. Silva", stage: "trial", phone: "+49 30 1234", city: "Berlin", employees: 120 };
  const changes = { phone: "+49 30 2222", owner: "L. Ortiz" };
  return {
    action: { name: "crm.update", arguments: { name: company, ...changes } },
    target: { system: "CRM", environment: "production", resource: company },
    before,
    after: { ...before, ...changes },
    title: "Update a customer's record",
    rationale:
      "From the signature of their latest e-mail, which also names a colleague who has taken over the account since spring.",
    evidence: [{ label: "customer", text: "Please note my new number below, and that Ms Ortiz looks after us from now on." }],
    run: { id: "bench", step: number },
    confidence: 0.95,
  };
}
