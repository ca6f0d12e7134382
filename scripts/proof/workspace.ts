import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { migrationsFor, openStore } from "../../db/open";
import { createContext, sha256 } from "../../lib/create-context";
import type { AgentActor, PersonActor, SystemActor } from "../../lib/services/actor";
import { createAgent } from "../../lib/services/agents/create-agent";
import type { Context, ReceiptKeys } from "../../lib/services/context";
import { createKey } from "../../lib/services/keys/create-key";
import type { ProposeInput } from "../../lib/services/propose-input";
import { temporarySigningKeys } from "../../lib/signing-keys";
import { startPostgres } from "../../test/postgres/postgres-server";
import { runSql } from "../../test/postgres/run-sql";

export const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };

const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations");
const SCOPES: ReadonlySet<string> = new Set(["propose", "read", "redeem", "report"]);
const quiet = (): void => undefined;

/** Runs `work` with a folder of its own, which is gone afterwards. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "countersign-proof-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with the address of an empty database on a PostgreSQL of its own, which is gone afterwards. */
export async function withPostgres<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const server = await startPostgres();
  try {
    await runSql(server.url("postgres"), "create database proof");
    return await work(server.url("proof"));
  } finally {
    await server.stop();
  }
}

/** A context over a database file, on the product's own durability settings. The caller closes its store. */
export function openContext(file: string, clock: () => number = Date.now): Promise<Context> {
  return contextAt(`file:${file}`, { clock, receipts: temporarySigningKeys() });
}

/** A context over the database at an address. Several on one database need the same keys. The caller closes its store. */
export async function contextAt(
  url: string,
  { clock, receipts }: { readonly clock: () => number; readonly receipts: ReceiptKeys },
): Promise<Context> {
  const store = await openStore({ url, migrationsFolder: migrationsFor(MIGRATIONS, url), sha256 });
  const log = { info: quiet, warn: quiet, error: quiet };
  return createContext({ store, receipts, log, baseUrl: "http://127.0.0.1:4100", clock });
}

/** The agent of that name, made on first use, with a key of its own for this caller. */
export async function agentNamed(ctx: Context, name: string): Promise<AgentActor> {
  const agent = (await ctx.store.read.agentByName(name)) ?? (await createAgent(ctx, COMMAND_LINE, { name }));
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "proof" });
  return { type: "agent", agentId: agent.id, agentName: name, keyId: key.id, scopes: SCOPES, ownerId: null };
}

/** A reviewer in the database, signed in; nobody knows a password of theirs. */
export async function reviewer(ctx: Context): Promise<PersonActor> {
  const now = ctx.clock();
  const [id, sessionId] = [ctx.newId("person"), ctx.newId("session")];
  const name = `reviewer ${randomBytes(3).toString("hex")}`;
  const account = { email: `${id}@example.com`, passwordHash: "none", createdAt: now, disabledAt: null };
  await ctx.store.transact(function* (tx) {
    yield* tx.insertPerson({ id, name, role: "reviewer", ...account });
    return { result: null, unchanged: true };
  });
  return { type: "person", personId: id, name, role: "reviewer", sessionId, authenticatedAt: now };
}

/** A small action that waits for one person because its agent has a question. The same name gives the same action. */
export function ticketNamed(name: string): ProposeInput {
  return {
    action: { name: "ticket.tag", arguments: { ticket: name, tag: "billing", note: "charged twice", count: 2 } },
    kind: "tool",
    target: { system: "Helpdesk", environment: "production", resource: `ticket ${name}` },
    title: `Tag ticket ${name}`,
    doubt: "two customers match this name",
  };
}
