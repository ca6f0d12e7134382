import type { JsonObject } from "../../domain/json";
import type { Assessment, Prediction } from "../../domain/risk";
import { waitsForLook } from "../../domain/second-look";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { weigh } from "../weigh";
import { editArguments } from "./edit-arguments";
import { requireDecider } from "./require-decider";

/**
 * What policy would make of an edit if it were approved now: the same judgement that approving it runs, of which nothing is written. A later one
 * may differ: the decision is judged anew, and asks more (who may sign, whether anything changes). Refuses what is decided, another version and fields that
 * do not fit.
 */
export async function previewEdit(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string; readonly version: number; readonly arguments: JsonObject },
): Promise<{ readonly assessment: Assessment; readonly prediction: Prediction }> {
  requireDecider(actor);
  const found = await ctx.store.read.proposal(proposalId(input.proposal));
  if (found === null) throw new AppError("not_found", "there is no such proposal");
  const { status, version, allowed } = found.record.state;
  if (status !== "pending" || waitsForLook(found.record)) throw new AppError("not_pending", "this is decided: look again");
  if (version !== input.version) throw new AppError("stale", "there is another version: look at it first");
  if (!allowed.includes("edit")) throw new AppError("decision_not_allowed", "its agent takes no changed arguments");
  const { version: edited, card } = await editArguments(ctx, actor, found, input.arguments);
  return { assessment: edited.assessment, prediction: weigh(ctx, card, edited.assessment).prediction };
}
