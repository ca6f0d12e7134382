import type { ListRow, ProposalRecord, ProposalWithVersion } from "../../../db/store/types";
import { cures } from "../../domain/canary/serving";
import type { JsonObject } from "../../domain/json";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { rowOf } from "../triage/release";

/** What a person is told right after they decided a test. */
export interface Revealed {
  readonly caught: boolean;
  /** What was wrong with it, to finish "That was a test: …". */
  readonly wrong: string;
}

/** What a test was, now that it is decided. */
export async function reveal(
  ctx: Context,
  { state }: ProposalRecord,
): Promise<{ readonly row: ListRow; readonly outcome: "test"; readonly releaseAt: null; readonly test: Revealed }> {
  const canary = await ctx.store.read.canary(state.id);
  if (canary === null || canary.decidedAt === null) throw new AppError("internal", "a test was decided and not ended");
  const test = { caught: canary.outcome === "caught", wrong: canary.wrong };
  return { row: await rowOf(ctx, state.id), outcome: "test", releaseAt: null, test };
}

/** True when this is a test and the edit puts right what is wrong with it. */
export async function editCures(ctx: Context, { record, version }: ProposalWithVersion, edited: JsonObject): Promise<boolean> {
  if (!record.state.canary) return false;
  const canary = await ctx.store.read.canary(record.state.id);
  const source = canary === null ? null : await ctx.store.read.proposal(canary.sourceId);
  return source !== null && cures(source.version.payload.action.arguments, version.payload.action.arguments, edited);
}
