import type { ListRow, ProposalRecord, ProposalWithVersion } from "../../../db/store/types";
import { cures, isEndedTest } from "../../domain/canary/serving";
import type { ProposalId } from "../../domain/ids";
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
  const test = await revealed(ctx, state.id);
  return { row: await rowOf(ctx, state.id), outcome: "test", releaseAt: null, test };
}

/** The tests among what was just decided together: they are told as those are that were decided alone. */
export async function revealedAmong(
  ctx: Context,
  rows: readonly Pick<ListRow, "id" | "state">[],
): Promise<(Revealed & { readonly proposal: ProposalId })[]> {
  const ended = rows.filter(({ state }) => isEndedTest(state));
  return Promise.all(ended.map(async ({ id }) => ({ proposal: id, ...(await revealed(ctx, id)) })));
}

async function revealed(ctx: Context, id: ProposalId): Promise<Revealed> {
  const canary = await ctx.store.read.canary(id);
  if (canary === null || canary.decidedAt === null) throw new AppError("internal", "a test was decided and not ended");
  return { caught: canary.outcome === "caught", wrong: canary.wrong };
}

/** True when this is a test and the edit puts right what is wrong with it. */
export async function editCures(ctx: Context, { record, version }: ProposalWithVersion, edited: JsonObject): Promise<boolean> {
  if (!record.state.canary) return false;
  const canary = await ctx.store.read.canary(record.state.id);
  const source = canary === null ? null : await ctx.store.read.proposal(canary.sourceId);
  return source !== null && cures(source.version.payload.action.arguments, version.payload.action.arguments, edited);
}
