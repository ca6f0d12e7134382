import { createHash } from "node:crypto";
import path from "node:path";

import { openStore } from "../../db/open";
import type { AgentId } from "../../lib/domain/ids";
import { createContext } from "../../lib/create-context";
import type { Role } from "../../lib/domain/words";
import type { AgentActor, PersonActor, SystemActor } from "../../lib/services/actor";
import type { Context } from "../../lib/services/context";
import { createAgent } from "../../lib/services/agents/create-agent";
import { createFirstAdmin } from "../../lib/services/first-admin";
import { createKey } from "../../lib/services/keys/create-key";
import { createPerson } from "../../lib/services/people/create-person";
import { usablePolicy } from "../../lib/services/policy/read-saved";
import { savePolicy } from "../../lib/services/policy/save-policy";
import { setDoublePercent } from "../../lib/services/settings/double-share";
import { setSwitch } from "../../lib/services/settings/switches";
import { openSigningKeys } from "../../lib/signing-keys";
import { liveThroughHistory } from "./history";
import { DEMO_AGENTS } from "./scenarios";

export const DEMO_PASSWORD = "paper-lantern-42-river";

export const DEMO_PEOPLE: readonly { readonly email: string; readonly name: string; readonly role: Role }[] = [
  { email: "admin@demo.example", name: "Demo admin", role: "admin" },
  { email: "reviewer@demo.example", name: "Demo reviewer", role: "reviewer" },
  { email: "second@demo.example", name: "Demo second reviewer", role: "reviewer" },
  { email: "third@demo.example", name: "Demo third reviewer", role: "reviewer" },
  { email: "auditor@demo.example", name: "Demo auditor", role: "auditor" },
];

export interface Seeded {
  /** API key by agent name. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly baseUrl: string;
  readonly days: number;
  /** A policy document in place of the default one. */
  readonly policy?: string;
  readonly onProgress: (done: number, total: number) => void;
}

const COMMAND_LINE: SystemActor = { type: "system", name: "demo" };
const DEMO_WORKSPACE = "Demo workspace";
/** Of a hundred quick decisions: five would leave a month of so small a past without a figure. */
const DEMO_DOUBLES = 10;
const DAY_MS = 24 * 60 * 60 * 1000;
const quiet = (): void => undefined;

/**
 * Fills an empty database: people, agents, keys, and a past that was lived through by the same services under a simulated clock, so that
 * its ledger verifies like any other.
 */
export async function seed(options: SeedOptions): Promise<Seeded> {
  const clock = { now: Date.now() - options.days * DAY_MS - 2 * DAY_MS };
  const store = await openStore({
    url: options.databaseUrl,
    migrationsFolder: path.resolve("db/migrations/sqlite"),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
  });
  try {
    const ctx = await createContext({
      store,
      receipts: openSigningKeys(path.join(options.dataDir, "signing-keys"), clock.now),
      log: { info: quiet, warn: quiet, error: console.error },
      baseUrl: options.baseUrl,
      clock: () => clock.now,
    });
    const people = await seedPeople(ctx);
    if (options.policy === undefined) {
      await setSwitch(ctx, people.owner, { name: "canaries", on: true });
      await setSwitch(ctx, people.owner, { name: "doubles", on: true });
      await setDoublePercent(ctx, people.owner, { percent: DEMO_DOUBLES });
      await auditMore(ctx, people.owner);
    } else {
      const confirmName = DEMO_WORKSPACE;
      await savePolicy(ctx, COMMAND_LINE, { text: options.policy, basedOn: 1, note: "for pictures", confirmName });
    }
    const { keys, agents } = await seedAgents(ctx, people.owner);
    await liveThroughHistory(ctx, clock, {
      agents,
      ...people,
      days: options.days,
      onProgress: options.onProgress,
    });
    return { keys };
  } finally {
    await store.close();
  }
}

/** Has a fifth of what runs by itself looked at: one in twenty would leave a month of so small a past without a figure. */
async function auditMore(ctx: Context, owner: PersonActor): Promise<void> {
  const saved = await ctx.store.read.policy(null);
  if (saved === null) throw new Error("every workspace has a policy");
  const { document } = usablePolicy(saved.text);
  const { S1 } = document.matrix;
  const matrix = { ...document.matrix, S1: { ...S1, R0: { ...S1.R0, start: "audit:0.2" } } };
  const text = JSON.stringify({ ...document, matrix });
  await savePolicy(ctx, owner, { text, basedOn: saved.version, note: "look at a fifth of what runs by itself" });
}

async function seedPeople(
  ctx: Context,
): Promise<{ readonly owner: PersonActor; readonly reviewers: readonly PersonActor[]; readonly third: PersonActor }> {
  const [admin, ...others] = DEMO_PEOPLE;
  if (admin === undefined) throw new Error("the demo has an admin");
  const first = await createFirstAdmin(ctx, {
    ...admin,
    password: DEMO_PASSWORD,
    workspace: "team",
    workspaceName: DEMO_WORKSPACE,
  });
  const made = [first];
  for (const person of others) made.push(await createPerson(ctx, COMMAND_LINE, { ...person, password: DEMO_PASSWORD }));
  const actors = made.map((person): PersonActor => {
    return {
      type: "person",
      personId: person.id,
      name: person.name,
      role: person.role,
      sessionId: ctx.newId("session"),
      authenticatedAt: 0,
    };
  });
  const [owner, ...rest] = actors;
  const [one, two, third] = rest.filter((actor) => actor.role === "reviewer");
  if (owner === undefined || one === undefined || two === undefined || third === undefined) {
    throw new Error("the demo has an admin and three reviewers");
  }
  return { owner, reviewers: [one, two], third };
}

async function seedAgents(
  ctx: Context,
  owner: PersonActor,
): Promise<{ readonly keys: Record<string, string>; readonly agents: ReadonlyMap<string, AgentActor> }> {
  const keys: Record<string, string> = {};
  const agents = new Map<string, AgentActor>();
  for (const { name } of DEMO_AGENTS) {
    const agent = await createAgent(ctx, owner, { name });
    const made = await createKey(ctx, owner, { agentId: agent.id, label: "demo" });
    keys[name] = made.secret;
    agents.set(name, actorOf(agent.id, name, made.key.id, owner));
  }
  return { keys, agents };
}

function actorOf(agentId: AgentId, agentName: string, keyId: AgentActor["keyId"], owner: PersonActor): AgentActor {
  const scopes = new Set(["propose", "read", "redeem", "report", "findings"]);
  return { type: "agent", agentId, agentName, keyId, scopes, ownerId: owner.personId };
}
