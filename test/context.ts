import { randomBytes } from "node:crypto";
import path from "node:path";
import { onTestFinished } from "vitest";

import { openStore } from "../db/open";
import type { Store } from "../db/store/store";
import type { PersonRecord } from "../db/store/types";
import { createContext, sha256 } from "../lib/create-context";
import type { Role } from "../lib/domain/words";
import type { PersonActor, SystemActor } from "../lib/services/actor";
import type { Context } from "../lib/services/context";
import { temporarySigningKeys } from "../lib/signing-keys";

export const NOON = Date.UTC(2026, 10, 22, 12);
export const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };

const MIGRATIONS = path.resolve(import.meta.dirname, "../db/migrations/sqlite");
/** The ledger's rows about what every workspace has: the agent `manual`, the first policy and the secret of the draws. */
const BUILT_IN_ROWS = 3;

export interface TestContext extends Context {
  /** Moves the clock. */
  readonly pass: (ms: number) => void;
}

/** A context over an empty database, in memory unless another is opened; its clock moves only when told. Closed when the test ends. */
export async function aContext(open: () => Promise<Store> = inMemory): Promise<TestContext> {
  const store = await open();
  onTestFinished(() => store.close());
  let now = NOON;
  const quiet = (): void => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  const parts = { store, receipts: temporarySigningKeys(), log, baseUrl: "http://127.0.0.1:4100", clock: () => now };
  const ctx = await createContext(parts);
  return Object.assign(ctx, {
    pass: (ms: number): void => {
      now += ms;
    },
  });
}

function inMemory(): Promise<Store> {
  return openStore({ url: "memory:", migrationsFolder: MIGRATIONS, sha256 });
}

/** A person in the database, signed in; the password is not one that anybody can say. */
export async function aPerson(
  ctx: TestContext,
  role: Role,
  name = `${role} ${randomBytes(3).toString("hex")}`,
): Promise<PersonActor> {
  const now = ctx.clock();
  const [id, sessionId] = [ctx.newId("person"), ctx.newId("session")];
  const email = `${id}@example.com`;
  const person: PersonRecord = { id, email, name, role, passwordHash: "none", createdAt: now, disabledAt: null };
  await ctx.store.transact(function* (tx) {
    yield* tx.insertPerson(person);
    const times = { createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: now + 12 * 3_600_000, revokedAt: null };
    yield* tx.insertSession({ id: sessionId, personId: id, userAgent: null, ...times });
    return { result: null, unchanged: true };
  });
  return { type: "person", personId: id, name, role, sessionId, authenticatedAt: now };
}

/** The code of the refusal that a call ends in, or `accepted`. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
    throw error;
  }
}

/** The types of the ledger's rows, without those that every workspace begins with. */
export async function ledgerTypes(ctx: Context): Promise<readonly string[]> {
  return (await ctx.store.read.ledgerAfter(BUILT_IN_ROWS, 1000)).map((row) => row.type);
}
