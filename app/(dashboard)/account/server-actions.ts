"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import * as z from "zod";

import type { ActionResult } from "../../../lib/contract/action-result";
import { actingPerson } from "../../../lib/auth/current-person";
import { LANGUAGE_COOKIE } from "../../../lib/auth/request-language";
import { CONFIRM_BY } from "../../../lib/domain/input/input-state";
import { COMMANDS } from "../../../lib/domain/input/key-map";
import { SWIPES } from "../../../lib/domain/input/swipe";
import { LANGUAGES } from "../../../lib/domain/language";
import { UNDO_TIMES } from "../../../lib/domain/preferences";
import { getRuntime } from "../../../lib/runtime";
import { endOtherSessions, endOwnSession } from "../../../lib/services/people/own-sessions";
import { deleteView, renameView, savePreferences } from "../../../lib/services/preferences/preferences";
import { changeOwnPassword } from "../../../lib/services/people/set-password";
import { actionInput, answerAction } from "../answer-action";

const password = z.string().min(1).max(1024);
const Passwords = z.strictObject({ current: password, next: password });

/** Changes the caller's own password. */
export async function changePasswordAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    await changeOwnPassword(ctx, actor, actionInput(Passwords, input));
    refresh();
    return null;
  });
}

const Desk = z.strictObject({
  singleKeys: z.boolean().optional(),
  keys: z.partialRecord(z.enum(COMMANDS), z.string().max(20)).optional(),
  swipe: z.enum(SWIPES).optional(),
  confirmBy: z.enum(CONFIRM_BY).optional(),
  undoTimes: z.enum(UNDO_TIMES).optional(),
  haptics: z.boolean().optional(),
});

/** Changes how the caller's desk is set up. */
export async function savePreferencesAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    const { singleKeys, keys, swipe, confirmBy, undoTimes, haptics } = actionInput(Desk, input);
    await savePreferences(ctx, actor, {
      ...(singleKeys === undefined ? {} : { singleKeys }),
      ...(keys === undefined ? {} : { keys }),
      ...(swipe === undefined ? {} : { swipe }),
      ...(confirmBy === undefined ? {} : { confirmBy }),
      ...(undoTimes === undefined ? {} : { undoTimes }),
      ...(haptics === undefined ? {} : { haptics }),
    });
    refresh();
    return null;
  });
}

const Choice = z.strictObject({ language: z.enum(LANGUAGES).nullable() });
/** As long as a browser keeps a cookie. */
const LANGUAGE_SECONDS = 400 * 24 * 60 * 60;

/** Chooses the language of the caller’s screens, and of this browser’s sign-in page; null for what a browser asks for. */
export async function saveLanguageAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    const { language } = actionInput(Choice, input);
    await savePreferences(ctx, actor, { language });
    const jar = await cookies();
    if (language === null) jar.delete(LANGUAGE_COOKIE);
    else jar.set(LANGUAGE_COOKIE, language, { path: "/", sameSite: "lax", httpOnly: true, maxAge: LANGUAGE_SECONDS });
    refresh();
    return null;
  });
}

const ViewRef = z.strictObject({ name: z.string().max(200) });

/** Forgets one of the caller's views. */
export async function deleteViewAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    await deleteView(ctx, actor, actionInput(ViewRef, input).name);
    refresh();
    return null;
  });
}

const Renaming = z.strictObject({ from: z.string().max(200), to: z.string().max(200) });

/** Gives one of the caller's views another name. */
export async function renameViewAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    await renameView(ctx, actor, actionInput(Renaming, input));
    refresh();
    return null;
  });
}

const SessionRef = z.strictObject({ sessionId: z.string().max(64) });

/** Ends one other session of the caller. */
export async function endSessionAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    await endOwnSession(ctx, actor, actionInput(SessionRef, input));
    refresh();
    return null;
  });
}

/** Ends every session of the caller but this one. */
export async function endOtherSessionsAction(): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    await endOtherSessions(ctx, actor);
    refresh();
    return null;
  });
}
