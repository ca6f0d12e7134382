"use server";

import { refresh } from "next/cache";
import * as z from "zod";

import type { ActionResult } from "../../../lib/contract/action-result";
import { actingPerson } from "../../../lib/auth/current-person";
import { SCOPES } from "../../../lib/domain/agent-key";
import { getRuntime } from "../../../lib/runtime";
import { createAgent } from "../../../lib/services/agents/create-agent";
import { disableAgent, enableAgent } from "../../../lib/services/agents/disable-agent";
import { turnObservationOf } from "../../../lib/services/agents/turn-observation";
import { createKey } from "../../../lib/services/keys/create-key";
import { revokeKey } from "../../../lib/services/keys/revoke-key";
import { rotateKey } from "../../../lib/services/keys/rotate-key";
import { clearStop } from "../../../lib/services/stops/clear-stop";
import { setStop } from "../../../lib/services/stops/set-stop";
import { actionInput, answerAction } from "../answer-action";

const Id = z.string().max(64);
const Reason = z.string().max(1000);

const NewAgent = z.strictObject({ name: z.string().max(200) });

/** Registers an agent and answers its id. */
export async function createAgentAction(input: unknown): Promise<ActionResult<{ readonly id: string }>> {
  return answerAction(async () => {
    const actor = await actingPerson("agents.manage");
    const { ctx } = await getRuntime();
    const { id } = await createAgent(ctx, actor, actionInput(NewAgent, input));
    refresh();
    return { id };
  });
}

const Enabling = z.strictObject({ agentId: Id, enabled: z.boolean() });

/** Shuts an agent out, or lets it back in. */
export async function enableAgentAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("agents.manage");
    const { ctx } = await getRuntime();
    const { agentId, enabled } = actionInput(Enabling, input);
    await (enabled ? enableAgent : disableAgent)(ctx, actor, { agentId });
    refresh();
    return null;
  });
}

const Turning = z.strictObject({
  agentId: Id,
  actionName: z.string().max(1000),
  fingerprint: z.string().max(8192),
  turn: z.enum(["end", "again"]),
  seen: z.strictObject({ wrong: z.int(), ended: z.boolean() }),
  reason: Reason,
});

/** Ends an observation, or has 50 more looked at. Admins only. */
export async function turnObservationAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { ctx } = await getRuntime();
    await turnObservationOf(ctx, actor, actionInput(Turning, input));
    refresh();
    return null;
  });
}

const NewKey = z.strictObject({
  agentId: Id,
  label: z.string().max(200),
  scopes: z.array(z.enum(SCOPES)).max(SCOPES.length),
  expiresInDays: z.int().nullable(),
});

/** Makes a key and answers it in the clear, this once. */
export async function createKeyAction(input: unknown): Promise<ActionResult<{ readonly secret: string }>> {
  return answerAction(async () => {
    const actor = await actingPerson("keys.manage");
    const { ctx } = await getRuntime();
    const { secret } = await createKey(ctx, actor, actionInput(NewKey, input));
    refresh();
    return { secret };
  });
}

const KeyRef = z.strictObject({ keyId: Id });

/** Makes a successor of a key and answers it in the clear, this once; the old one works for another day. */
export async function rotateKeyAction(input: unknown): Promise<ActionResult<{ readonly secret: string }>> {
  return answerAction(async () => {
    const actor = await actingPerson("keys.manage");
    const { ctx } = await getRuntime();
    const { secret } = await rotateKey(ctx, actor, actionInput(KeyRef, input));
    refresh();
    return { secret };
  });
}

/** Ends a key for good. */
export async function revokeKeyAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("keys.manage");
    const { ctx } = await getRuntime();
    await revokeKey(ctx, actor, actionInput(KeyRef, input));
    refresh();
    return null;
  });
}

const Stop = z.strictObject({ scope: Id, reason: Reason });

/** Turns a kill switch on. Reviewers may. */
export async function setStopAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("stops.set");
    const { ctx } = await getRuntime();
    await setStop(ctx, actor, actionInput(Stop, input));
    refresh();
    return null;
  });
}

/** Turns a kill switch off. Admins only. */
export async function clearStopAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("stops.clear");
    const { ctx } = await getRuntime();
    await clearStop(ctx, actor, actionInput(Stop, input));
    refresh();
    return null;
  });
}
