import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { onTestFinished } from "vitest";

import { openStore } from "../db/open";
import type { PersonRecord } from "../db/store/types";
import { makeId } from "../lib/domain/ids";
import type { Role } from "../lib/domain/words";
import type { PersonActor, SystemActor } from "../lib/services/actor";
import type { Context } from "../lib/services/context";
import { Hub } from "../lib/services/hub";
import { temporarySigningKeys } from "../lib/signing-keys";

export const NOON = Date.UTC(2026, 10, 22, 12);
export const COMMAND_LINE: SystemActor = { type: "system", name: "command_line" };

const MIGRATIONS = path.resolve(import.meta.dirname, "../db/migrations/sqlite");
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface TestContext extends Context {
  /** Moves the clock. */
  readonly pass: (ms: number) => void;
}

/** A context over an empty database in memory, with a clock that moves only when told. Closed when the test ends. */
export async function aContext(): Promise<TestContext> {
  const store = await openStore({ url: "memory:", migrationsFolder: MIGRATIONS, sha256 });
  onTestFinished(() => store.close());
  let now = NOON;
  const quiet = (): void => undefined;
  return {
    store,
    clock: () => now,
    pass: (ms) => {
      now += ms;
    },
    newId: (kind) => makeId(kind, now, randomBytes(16)),
    sha256,
    randomBytes: (count) => randomBytes(count),
    receipts: temporarySigningKeys(),
    live: { policy: null, policySince: 0, stops: new Set(), workspace: "team", pendingCap: 1000 },
    hub: new Hub(),
    log: { info: quiet, warn: quiet, error: quiet },
    baseUrl: "http://127.0.0.1:4100",
  };
}

/** A person in the database, signed in; the password is not one that anybody can say. */
export async function aPerson(
  ctx: TestContext,
  role: Role,
  name = `${role} ${randomBytes(3).toString("hex")}`,
): Promise<PersonActor> {
  const now = ctx.clock();
  const id = ctx.newId("person");
  const person: PersonRecord = {
    id,
    email: `${id}@example.com`,
    name,
    role,
    passwordHash: "none",
    createdAt: now,
    disabledAt: null,
  };
  const sessionId = ctx.newId("session");
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

/** The types of the ledger's rows from the first on. */
export async function ledgerTypes(ctx: Context): Promise<readonly string[]> {
  return (await ctx.store.read.ledgerAfter(0, 1000)).map((row) => row.type);
}
