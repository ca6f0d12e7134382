import type { Browser, BrowserContext } from "@playwright/test";

import type { AgentActor, PersonActor } from "../lib/services/actor";
import type { Context } from "../lib/services/context";
import { propose } from "../lib/services/propose";
import { ADMIN, REVIEWER, update } from "./server-under-test";

/** What a browser keeps of a person who signed in. */
export type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Puts `count` items of one agent into the queue, each for one person to look at. */
export async function fillQueue(ctx: Context, count: number): Promise<void> {
  const actor = await firstAgent(ctx);
  for (let number = 0; number < count; number += 1) {
    await propose(ctx, actor, update(number), { idempotencyKey: null, raw: null });
  }
}

/** The first of the agents that the server was made with. */
export async function firstAgent(ctx: Context): Promise<AgentActor> {
  const agent = await ctx.store.read.agentByName("agent-0");
  if (agent === null) throw new Error("the agent was not made");
  const [key] = await ctx.store.read.keysOfAgent(agent.id);
  if (key === undefined) throw new Error("the key was not made");
  const scopes = new Set(["propose", "read"]);
  return { type: "agent", agentId: agent.id, agentName: agent.name, keyId: key.id, scopes, ownerId: null };
}

/** The admin as the services know them: signed in just now, in this process only. */
export async function theAdmin(ctx: Context): Promise<PersonActor> {
  const person = await ctx.store.read.personByEmail(ADMIN.email);
  if (person === null) throw new Error("the admin was not made");
  const { id: personId, name, role } = person;
  return { type: "person", personId, name, role, sessionId: ctx.newId("session"), authenticatedAt: ctx.clock() };
}

/** Signs the reviewer, or another person, in through the page, and answers what the browser has then. */
export async function signedIn(
  browser: Browser,
  { url }: { readonly url: string },
  { email, password }: typeof REVIEWER = REVIEWER,
): Promise<SignedIn> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/queue/);
  const state = await context.storageState();
  await context.close();
  return state;
}
