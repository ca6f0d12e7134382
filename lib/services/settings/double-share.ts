import type { Steps, Transaction } from "../../../db/store/store";
import { DOUBLE_PERCENT } from "../../domain/second-opinion";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";

/** The setting that holds the percentage of quick decisions that get a second opinion. */
const SHARE_KEY = "doubles.percent";

/** Of how many quick decisions in a hundred a second person is asked. */
export async function readDoublePercent(ctx: Context): Promise<number> {
  return percentOf(await ctx.store.read.setting(SHARE_KEY));
}

/** The same as a chance, inside a transaction. */
export function* doubleShareIn(tx: Transaction): Steps<number> {
  return percentOf(yield* tx.setting(SHARE_KEY)) / 100;
}

function percentOf(setting: string | null): number {
  const percent = Number(setting ?? DOUBLE_PERCENT);
  return isPercent(percent) ? percent : DOUBLE_PERCENT;
}

function isPercent(percent: number): boolean {
  return Number.isInteger(percent) && percent >= 1 && percent <= 100;
}

/** Sets the share, for what is decided from now on. Throws `forbidden` to all but admins, `invalid_request` outside 1 to 100. */
export async function setDoublePercent(ctx: Context, actor: PersonActor, input: { readonly percent: number }): Promise<void> {
  requirePermission(actor, "settings.manage");
  const { percent } = input;
  if (!isPercent(percent)) {
    const says = "write a whole number from 1 to 100";
    throw new AppError("invalid_request", says, { issues: [{ path: "percent", says }] });
  }
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if (percentOf(yield* tx.setting(SHARE_KEY)) === percent) return { result: null, unchanged: true };
    yield* tx.saveSetting(SHARE_KEY, String(percent));
    const event = { type: "doubles.share_set", subject: null, body: { percent } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
}
