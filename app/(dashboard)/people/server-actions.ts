"use server";

import { refresh } from "next/cache";
import * as z from "zod";

import type { ActionResult } from "../../../lib/contract/action-result";
import { actingPerson } from "../../../lib/auth/current-person";
import { ROLES, SWITCHES } from "../../../lib/domain/words";
import { getRuntime } from "../../../lib/runtime";
import { changeRole } from "../../../lib/services/people/change-role";
import { createPerson } from "../../../lib/services/people/create-person";
import { disablePerson, enablePerson } from "../../../lib/services/people/disable-person";
import { setPassword } from "../../../lib/services/people/set-password";
import { setDoublePercent } from "../../../lib/services/settings/double-share";
import { setSwitch } from "../../../lib/services/settings/switches";
import { setSessionIdle } from "../../../lib/services/settings/set-session-idle";
import { setWorkspace } from "../../../lib/services/settings/set-workspace";
import { actionInput, answerAction } from "../answer-action";

const personId = z.string().max(64);
const password = z.string().max(1024);
const role = z.enum(ROLES);

const NewPerson = z.strictObject({ name: z.string().max(200), email: z.string().max(254), role, password });

/** Adds a person who can sign in at once. */
export async function createPersonAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("people.manage");
    const { ctx } = await getRuntime();
    await createPerson(ctx, actor, actionInput(NewPerson, input));
    refresh();
    return null;
  });
}

const NewRole = z.strictObject({ personId, role });

/** Gives a person another role. */
export async function changeRoleAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("people.manage");
    const { ctx } = await getRuntime();
    await changeRole(ctx, actor, actionInput(NewRole, input));
    refresh();
    return null;
  });
}

const NewPassword = z.strictObject({ personId, password });

/** Gives a person another password. */
export async function setPasswordAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("people.manage");
    const { ctx } = await getRuntime();
    await setPassword(ctx, actor, actionInput(NewPassword, input));
    refresh();
    return null;
  });
}

const Enabling = z.strictObject({ personId, enabled: z.boolean() });

/** Shuts a person out, or lets them back in. */
export async function enablePersonAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("people.manage");
    const { ctx } = await getRuntime();
    const asked = actionInput(Enabling, input);
    await (asked.enabled ? enablePerson : disablePerson)(ctx, actor, { personId: asked.personId });
    refresh();
    return null;
  });
}

const Workspace = z.strictObject({ name: z.string().max(200), mode: z.enum(["team", "alone"]) });

/** Names the workspace and says whether a team works in it. */
export async function setWorkspaceAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("settings.manage");
    const { ctx } = await getRuntime();
    await setWorkspace(ctx, actor, actionInput(Workspace, input));
    refresh();
    return null;
  });
}

const Switched = z.strictObject({ name: z.enum(SWITCHES), on: z.boolean() });

/** Switches one thing of the workspace on or off. */
export async function setSwitchAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("settings.manage");
    const { ctx } = await getRuntime();
    await setSwitch(ctx, actor, actionInput(Switched, input));
    refresh();
    return null;
  });
}

const Share = z.strictObject({ percent: z.number() });

/** Sets of how many quick decisions in a hundred a second person is asked. */
export async function setDoublePercentAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("settings.manage");
    const { ctx } = await getRuntime();
    await setDoublePercent(ctx, actor, actionInput(Share, input));
    refresh();
    return null;
  });
}

const Idle = z.strictObject({ minutes: z.number() });

/** Sets after how many unused minutes a session ends. */
export async function setSessionIdleAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("settings.manage");
    const { ctx } = await getRuntime();
    await setSessionIdle(ctx, actor, actionInput(Idle, input));
    refresh();
    return null;
  });
}
