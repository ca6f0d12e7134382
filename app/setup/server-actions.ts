"use server";

import { headers } from "next/headers";
import * as z from "zod";

import { words } from "../../components/words/words";
import { requireSameOrigin } from "../../lib/auth/same-origin";
import { getRuntime } from "../../lib/runtime";
import { isAppError } from "../../lib/services/app-error";
import { createFirstAdmin } from "../../lib/services/first-admin";

const FirstAdmin = z.strictObject({
  email: z.string().min(1).max(254),
  name: z.string().min(1).max(80),
  password: z.string().min(1).max(1024),
  workspace: z.enum(["alone", "team"]),
  workspaceName: z.string().min(1).max(80),
});

/** Creates the first admin. Open to anyone for as long as there is none: of two at once exactly one wins. */
export async function createFirstAdminAction(input: unknown): Promise<{ readonly ok: boolean; readonly detail: string }> {
  try {
    const { ctx } = await getRuntime();
    requireSameOrigin(await headers(), ctx.baseUrl);
    const parsed = FirstAdmin.safeParse(input);
    if (!parsed.success) return { ok: false, detail: (await words("signIn"))("setup.incomplete") };
    await createFirstAdmin(ctx, parsed.data);
    return { ok: true, detail: "" };
  } catch (error) {
    if (isAppError(error)) return { ok: false, detail: error.issues[0]?.says ?? error.detail };
    throw error;
  }
}
