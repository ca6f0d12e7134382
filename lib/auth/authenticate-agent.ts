import type { AgentRecord, KeyRecord } from "../../db/store/types";
import { keyHash, parseAgentKey } from "../domain/agent-key";
import type { AgentActor } from "../services/actor";
import { AppError } from "../services/app-error";
import type { Context } from "../services/context";
import { agentAccess } from "./agent-access";

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

/**
 * The agent behind an `Authorization` header (RFC 6750 §2.1), or `unauthenticated`. A key whose checksum is wrong is refused without a look
 * into the database; a revoked one is refused on the very next request (design: trust P5).
 */
export async function authenticateAgent(ctx: Context, authorization: string | null): Promise<AgentActor> {
  const sent = authorization === null ? null : BEARER.exec(authorization.trim());
  const text = sent?.[1];
  if (text === undefined) throw refusal("send the agent's key as `Authorization: Bearer …`");
  const key = parseAgentKey(text);
  if (key === null) throw refusal("this is not a key of this product: it was cut short or mistyped");
  const now = ctx.clock();
  const access = agentAccess(ctx);
  const hash = keyHash(key, ctx.sha256);
  const known = access.find(hash, now);
  const actor = known ?? (await lookUp(ctx, hash, now));
  access.noteUse(actor.keyId, now);
  return actor;
}

async function lookUp(ctx: Context, hash: string, now: number): Promise<AgentActor> {
  const keep = agentAccess(ctx).keeper();
  const found = await ctx.store.read.keyByHash(hash);
  if (found === null) throw refusal("this key is unknown here: ask an admin for a new one");
  refuseDead(found.key, found.agent, now);
  const actor = actorOf(found.key, found.agent);
  keep(hash, actor, found.key.expiresAt, now);
  return actor;
}

/** Only the holder of the whole key learns why it is dead. */
function refuseDead(key: KeyRecord, agent: AgentRecord, now: number): void {
  if (key.revokedAt !== null) throw refusal("this key was revoked: ask an admin for a new one");
  if (key.expiresAt !== null && key.expiresAt <= now) throw refusal("this key has expired: ask an admin for a new one");
  if (agent.disabledAt !== null) throw refusal("this agent is disabled: ask an admin");
}

function actorOf(key: KeyRecord, agent: AgentRecord): AgentActor {
  return {
    type: "agent",
    agentId: agent.id,
    agentName: agent.name,
    keyId: key.id,
    scopes: new Set(key.scopes),
    ownerId: key.createdBy,
  };
}

function refusal(detail: string): AppError {
  return new AppError("unauthenticated", detail);
}
