import type { Steps, Transaction } from "../../../db/store/store";
import type { AgentRecord } from "../../../db/store/types";
import { checkName } from "../../domain/name";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError, raise } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";

/**
 * Registers an agent under a name that nobody can mistake for another agent's (design: trust H14). Throws `invalid_request` for a name that is not
 * one, `already_exists` for a name that is taken or looks like one that is.
 */
export async function createAgent(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly name: string },
): Promise<AgentRecord> {
  requirePermission(actor, "agents.manage");
  const agent = newAgent(ctx, input.name, actor.type === "person" ? actor.personId : null);
  await ctx.store.transact(function* (tx) {
    yield* insertAgent(tx, agent);
    const event = { type: "agent.created", subject: agent.id, agentId: agent.id, body: { name: agent.name } };
    return { result: null, events: [ledgerDraft(actorName(actor), agent.createdAt, event)] };
  });
  return agent;
}

/** The record of a new agent, its name checked. */
export function newAgent(ctx: Context, text: string, ownerId: AgentRecord["ownerId"], builtIn = false): AgentRecord {
  const checked = checkName(text);
  if (!checked.ok) return raise(checked.error);
  const { name, skeleton } = checked.value;
  return { id: ctx.newId("agent"), name, skeleton, builtIn, ownerId, createdAt: ctx.clock(), disabledAt: null };
}

/** Inserts it unless a name that looks the same is taken; names of disabled agents stay taken, because the record still shows them. */
export function* insertAgent(tx: Transaction, agent: AgentRecord): Steps<void> {
  const taken = yield* tx.agentBySkeleton(agent.skeleton);
  if (taken !== null) {
    const how = taken.name === agent.name ? "this name is taken" : `this name looks like \`${taken.name}\``;
    throw new AppError("already_exists", `${how}: choose another`, { context: { agent: taken.id } });
  }
  yield* tx.insertAgent(agent);
}
