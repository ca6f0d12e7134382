import type { ProposalWithVersion } from "../../db/store/types";
import { isId } from "../domain/ids";
import type { OutcomeStatus } from "../domain/words";
import type { Executor } from "./actor";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { executable } from "./executor";
import { keepLabel } from "./keep-label";
import { transition } from "./transition";

/** Records what happened when it ran. The same report twice is safe; a contradicting one is refused. */
export async function report(
  ctx: Context,
  actor: Executor,
  id: string,
  outcome: { readonly redemption: string; readonly status: OutcomeStatus; readonly detail?: string | undefined },
): Promise<ProposalWithVersion> {
  const found = await executable(ctx, actor, id, "report");
  const { redemption } = outcome;
  if (!isId("redemption", redemption)) throw new AppError("not_redeemed", "that is not a redemption of this proposal");
  const { after } = await transition(ctx, actor, found.record.state.id, {
    command: () => ({ type: "report", redemptionId: redemption, status: outcome.status, detail: outcome.detail ?? null }),
    *teaches(tx, { after: reported, events }) {
      // A success says nothing that the decision did not say.
      if (events.length === 0 || outcome.status === "succeeded" || outcome.status === "unknown") return [];
      return (yield* keepLabel(tx, reported, ctx.clock())).events;
    },
  });
  return { ...found, record: after };
}
