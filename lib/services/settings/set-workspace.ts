import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { refreshWorkspace } from "./live-settings";
import type { Workspace } from "./workspace";
import { countSigners, WORKSPACE_MODE_KEY, WORKSPACE_NAME_KEY, workspaceName } from "./workspace";

/**
 * Says how the workspace works and what it is called. `alone` makes one signature enough where policy asks for two, so it is refused with
 * `invalid_request` while more than one person could sign.
 */
export async function setWorkspace(ctx: Context, actor: PersonActor, input: Workspace): Promise<Workspace> {
  requirePermission(actor, "settings.manage");
  const name = workspaceName(input.name);
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    const before = { mode: yield* tx.setting(WORKSPACE_MODE_KEY), name: yield* tx.setting(WORKSPACE_NAME_KEY) };
    if (before.mode === input.mode && before.name === name) return { result: null, unchanged: true };
    const signers = yield* countSigners(tx);
    if (input.mode === "alone" && before.mode !== "alone" && signers > 1) throw notAlone(signers);
    yield* tx.saveSetting(WORKSPACE_MODE_KEY, input.mode);
    yield* tx.saveSetting(WORKSPACE_NAME_KEY, name);
    const event = { type: "workspace.set", subject: null, body: { mode: input.mode, name } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
  await refreshWorkspace(ctx);
  return { mode: input.mode, name };
}

function notAlone(signers: number): AppError {
  const says = `${signers} people can sign here, so two signatures stay two: disable the others first`;
  return new AppError("invalid_request", says, { issues: [{ path: "mode", says }] });
}
