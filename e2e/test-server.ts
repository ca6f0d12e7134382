import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { migrationsFor, openStore } from "../db/open";
import { createContext, sha256 } from "../lib/create-context";
import type { PersonId } from "../lib/domain/ids";
import { newCell } from "../lib/domain/measure/ladder";
import { sealSession, sessionCookieName } from "../lib/auth/session-cookie";
import type { PersonActor, SystemActor } from "../lib/services/actor";
import type { Context } from "../lib/services/context";
import { createAgent } from "../lib/services/agents/create-agent";
import { createFirstAdmin } from "../lib/services/first-admin";
import { createKey } from "../lib/services/keys/create-key";
import { createPerson } from "../lib/services/people/create-person";
import { savePolicy } from "../lib/services/policy/save-policy";
import { openSigningKeys } from "../lib/signing-keys";
import { startBuiltServer } from "../test/built-server";
import { freePort } from "../test/free-port";
import { startPostgres } from "../test/postgres/postgres-server";
import { runSql } from "../test/postgres/run-sql";

export const PASSWORD = "quiet-harbour-71-lantern";
const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };
const quiet = (): void => undefined;

/** A session as the browser keeps it. */
export interface EarlyCookie {
  readonly name: string;
  readonly value: string;
}

/** A running server: the built one, on a database of its own. */
export interface TestServer {
  readonly url: string;
  /** Of the agent `airline-support`, whose key nobody owns; empty on a server that was not seeded. */
  readonly apiKey: string;
  /** Of the agent `admins-own`, whose key the admin owns. */
  readonly ownApiKey: string;
  /** Of the agent `lister`, whose proposals one test has to itself. */
  readonly listApiKey: string;
  readonly dataDir: string;
  /** Of `early`, who signed in an hour before the server started: a session for each story, since one is fresh once the password was given. */
  readonly earlyCookies: readonly EarlyCookie[];
}

export type Who = "admin" | "reviewer" | "second" | "auditor" | "leaver" | "tired" | "typist" | "early";

/** The e-mail address of one of the seeded people. */
export function emailOf(who: Who): string {
  return `${who}@example.com`;
}

/** One entry for each treatment, beside the airline's own: what the tests propose. */
const CATALOGUE = [
  { match: "desk.note", kind: "record", stakes: "S2", reversibility: "R1", because: "changes one record" },
  { match: "desk.sweep", kind: "record", stakes: "S2", reversibility: "R1", because: "sweeps records" },
  { match: "desk.limit", kind: "record", stakes: "S3", reversibility: "R1", because: "changes a limit" },
  {
    match: "desk.payout",
    kind: "payment",
    stakes: "S4",
    reversibility: "R2",
    because: "pays out",
    argumentsSchema: {
      type: "object",
      properties: { amount: { type: "string" }, currency: { enum: ["EUR", "USD"] }, to: { type: "string" } },
      required: ["amount", "currency", "to"],
      additionalProperties: false,
    },
  },
  { match: "desk.closing", kind: "tool", stakes: "S4", reversibility: "R3", because: "closes an account" },
  // What runs by itself once enough people have looked, and what runs at once and is always audited (see AUDITED).
  { match: "desk.tag", kind: "tool", stakes: "S1", reversibility: "R0", because: "tags a ticket" },
  { match: "desk.label", kind: "record", stakes: "S0", reversibility: "R0", because: "labels one record" },
  { match: "desk.dose", kind: "record", stakes: "S2", reversibility: "R1", regulated: "Dosing rule", because: "regulated" },
] as const;

/** Every item of the kind `record` in this cell is drawn for an audit: no test has to wait for a draw of one in twenty. */
const AUDITED = { S0: { R0: { start: "auto", loosest: "auto", perKind: { record: { start: "audit:1", loosest: "start" } } } } };

export type Database = "sqlite" | "postgres";

/** The workspace as it was two days before its server starts: for what takes a day to come about. */
export interface Past {
  readonly ctx: Context;
  /** Moves its clock. */
  readonly pass: (ms: number) => void;
}

/**
 * Starts a server of its own: with people, an agent and a policy, or `empty` as on the first day. `past`: what has happened on it before. Runs `use`,
 * then ends it.
 */
export async function withServer(
  options: { readonly empty: boolean; readonly database?: Database; readonly past?: (past: Past) => Promise<void> },
  use: (server: TestServer) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "countersign-e2e-"));
  const database = options.database === "postgres" ? await postgresDatabase() : embeddedDatabase(dataDir);
  try {
    const port = await freePort();
    const url = `http://127.0.0.1:${String(port)}`;
    const nothing = { apiKey: "", ownApiKey: "", listApiKey: "", earlyCookies: [] };
    const seeded = options.empty ? nothing : await seed(database.url, dataDir, url, options.past);
    const server = await startBuiltServer({ port, databaseUrl: database.url, dataDir });
    try {
      await use({ url, ...seeded, dataDir });
    } finally {
      await server.stop();
    }
  } finally {
    await database.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface OwnDatabase {
  readonly url: string;
  readonly end: () => Promise<void>;
}

function embeddedDatabase(dataDir: string): OwnDatabase {
  return { url: `file:${path.join(dataDir, "countersign.db")}`, end: () => Promise.resolve() };
}

async function postgresDatabase(): Promise<OwnDatabase> {
  const server = await startPostgres();
  await runSql(server.url("postgres"), "create database e2e");
  return { url: server.url("e2e"), end: () => server.stop() };
}

async function seed(
  databaseUrl: string,
  dataDir: string,
  baseUrl: string,
  past?: (past: Past) => Promise<void>,
): Promise<Omit<TestServer, "url" | "dataDir">> {
  const store = await openStore({
    url: databaseUrl,
    migrationsFolder: migrationsFor(path.resolve("db/migrations"), databaseUrl),
    sha256,
  });
  const receipts = openSigningKeys(path.join(dataDir, "signing-keys"), Date.now());
  const parts = { store, receipts, log: { info: quiet, warn: quiet, error: console.error }, baseUrl };
  const ctx = await createContext(parts);
  const admin = await createFirstAdmin(ctx, { ...account("admin"), workspace: "team", workspaceName: "Test workspace" });
  for (const who of ["reviewer", "second", "leaver", "tired", "typist"] as const) {
    await createPerson(ctx, COMMAND_LINE, { ...account(who), role: "reviewer" });
  }
  await createPerson(ctx, COMMAND_LINE, { ...account("auditor"), role: "auditor" });
  const early = await createPerson(ctx, COMMAND_LINE, { ...account("early"), role: "reviewer" });
  const earlyCookies = await signedInEarlier(ctx, early.id, dataDir);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a policy that ships with the project
  const airline = JSON.parse(readFileSync("examples/airline-policy.json", "utf8")) as {
    readonly catalogue: readonly object[];
    readonly matrix: Readonly<Record<string, object>>;
  };
  const matrix = { ...airline.matrix, S0: { ...airline.matrix["S0"], ...AUDITED.S0 } };
  const policy = JSON.stringify({ ...airline, matrix, catalogue: [...airline.catalogue, ...CATALOGUE] });
  await savePolicy(ctx, COMMAND_LINE, { text: policy, basedOn: 1, note: "for tests", confirmName: "Test workspace" });
  const keyOf = async (name: string, actor: PersonActor | SystemActor): Promise<string> => {
    const agent = await createAgent(ctx, COMMAND_LINE, { name });
    return (await createKey(ctx, actor, { agentId: agent.id, label: "tests" })).secret;
  };
  const owner: PersonActor = {
    type: "person",
    personId: admin.id,
    name: admin.name,
    role: "admin",
    sessionId: ctx.newId("session"),
    authenticatedAt: ctx.clock(),
  };
  const apiKey = await keyOf("airline-support", COMMAND_LINE);
  await endObservation(ctx, "airline-support", "desk.sweep");
  const ownApiKey = await keyOf("admins-own", owner);
  const listApiKey = await keyOf("lister", COMMAND_LINE);
  await proveCheckpoint(ctx, "lister", "desk.sort");
  if (past !== undefined) {
    let now = Date.now() - 48 * HOUR_MS;
    const pass = (ms: number): void => {
      now += ms;
    };
    await past({ ctx: await createContext({ ...parts, clock: () => now }), pass });
  }
  await store.close();
  return { apiKey, ownApiKey, listApiKey, earlyCookies };
}

const HOUR_MS = 3_600_000;

/** Two sessions that have lasted for an hour. */
async function signedInEarlier(ctx: Context, personId: PersonId, dataDir: string): Promise<readonly EarlyCookie[]> {
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(path.join(dataDir, "session-secret"), secret, { mode: 0o600 });
  const [ids, at] = [[ctx.newId("session"), ctx.newId("session")], ctx.clock() - HOUR_MS];
  const times = { createdAt: at, authenticatedAt: at, lastSeenAt: at + HOUR_MS, expiresAt: at + 12 * HOUR_MS, revokedAt: null };
  await ctx.store.transact(function* (tx) {
    for (const id of ids) yield* tx.insertSession({ id, personId, userAgent: null, ...times });
    return { result: null, unchanged: true };
  });
  const name = sessionCookieName(ctx.baseUrl);
  return Promise.all(ids.map(async (sessionId) => ({ name, value: await sealSession({ personId, sessionId }, secret) })));
}

/** As after fifty looks that found nothing wrong: for what a test wants to see run by itself. */
async function endObservation({ store, clock }: Context, agentName: string, actionName: string): Promise<void> {
  const agent = await store.read.agentByName(agentName);
  if (agent === null) throw new Error(`no agent ${agentName}`);
  const over = {
    agentId: agent.id,
    actionName,
    fingerprint: JSON.stringify([null, null]),
    looked: 50,
    wrong: 0,
    endedAt: clock(),
  };
  await store.transact(function* (tx) {
    yield* tx.saveObservation(over);
    return { result: null, unchanged: true };
  });
}

/** As after 300 clean looks of two people over twenty days: enough to suggest that fewer are needed. */
async function proveCheckpoint({ store, clock }: Context, agentName: string, actionName: string): Promise<void> {
  const agent = await store.read.agentByName(agentName);
  if (agent === null) throw new Error(`no agent ${agentName}`);
  const at = clock();
  const fresh = newCell(JSON.stringify([null, null]), "S1", at - 20 * 86_400_000);
  const cell = { ...fresh, checked: 300, reviewers: ["one", "another"] };
  await store.transact(function* (tx) {
    yield* tx.saveCell({ agentId: agent.id, actionName, kind: "tool", tier: "T0", level: "L1", cell, at });
    return { result: null, unchanged: true };
  });
}

function account(who: Who): { readonly email: string; readonly name: string; readonly password: string } {
  return { email: emailOf(who), name: `Test ${who}`, password: PASSWORD };
}
