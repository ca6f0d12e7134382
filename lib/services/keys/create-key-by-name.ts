import type { PersonActor, SystemActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { isAppError } from "../app-error";
import type { Context } from "../context";
import { createKey } from "./create-key";
import type { NewKey } from "./key-summary";

/** Makes a key for the agent of that name, and the agent too when there is none yet. Refuses as `createAgent` and `createKey` do. */
export async function createKeyByName(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly agent: string; readonly label: string; readonly scopes?: readonly string[] },
): Promise<NewKey> {
  const { agent: name, ...key } = input;
  return createKey(ctx, actor, { ...key, agentId: await agentOf(ctx, actor, name) });
}

async function agentOf(ctx: Context, actor: PersonActor | SystemActor, name: string): Promise<string> {
  const known = await ctx.store.read.agentByName(name);
  if (known !== null) return known.id;
  try {
    return (await createAgent(ctx, actor, { name })).id;
  } catch (error) {
    // Of two that make the same agent at once, the second uses the first one's.
    const made = isAppError(error) && error.code === "already_exists" ? await ctx.store.read.agentByName(name) : null;
    if (made !== null) return made.id;
    throw error;
  }
}
