import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft } from "../../../db/store/types";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";

export const WORKSPACE_MODE_KEY = "workspace.mode";
export const WORKSPACE_NAME_KEY = "workspace.name";

export interface Workspace {
  readonly mode: "team" | "alone";
  readonly name: string;
}

/** How the workspace works. Until someone has said so it is a team: that asks for more signatures, never for fewer. */
export async function readWorkspace(ctx: Context): Promise<Workspace> {
  const mode = await ctx.store.read.setting(WORKSPACE_MODE_KEY);
  return { mode: mode === "alone" ? "alone" : "team", name: (await ctx.store.read.setting(WORKSPACE_NAME_KEY)) ?? "Countersign" };
}

/** A workspace's name as it is kept. Throws `invalid_request`: it is typed to confirm a riskier policy, so it must be visible text. */
export function workspaceName(text: string): string {
  const name = text.normalize("NFC").trim().replace(/\s+/g, " ");
  if (name.length >= 1 && name.length <= 60 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return name;
  const says = "write a name of 1 to 60 visible characters";
  throw new AppError("invalid_request", says, { issues: [{ path: "workspaceName", says }] });
}

/** How many people could sign a proposal now. */
export function* countSigners(tx: Transaction): Steps<number> {
  return (yield* tx.countPeople("admin")) + (yield* tx.countPeople("reviewer"));
}

/**
 * Makes the workspace a team once a second person can sign, and answers the ledger rows of that: from then on two signatures are two. Call it in
 * the commit that lets the person sign, and {@link import("./live-settings").refreshWorkspace} after it.
 */
export function* becomeTeam(tx: Transaction, actor: string, at: number): Steps<readonly LedgerDraft[]> {
  if ((yield* tx.setting(WORKSPACE_MODE_KEY)) !== "alone" || (yield* countSigners(tx)) < 2) return [];
  yield* tx.saveSetting(WORKSPACE_MODE_KEY, "team");
  return [
    ledgerDraft(actor, at, { type: "workspace.set", subject: null, body: { mode: "team", because: "a second person can sign" } }),
  ];
}
