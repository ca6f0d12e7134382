import type { RunEntry } from "../../../db/store/earlier-types";
import type { ListRow, ProposalRecord } from "../../../db/store/types";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { asSeenBy } from "./withheld";

/** So many of the steps before one are told, the newest: one seek, however long the run. */
const TOLD = 5;

/** What the run of one proposal asked for before it. */
export interface RunReading {
  /** In the order in which they were asked for. */
  readonly steps: readonly ReturnType<typeof asSeenBy>[];
  /** Whether there are more, before these. */
  readonly more: boolean;
}

/**
 * The steps of a run before one of its proposals: this one may rest on them. What came later is not told, as it may tell how this very one was
 * decided to whoever is yet to judge it. Anyone signed in may read it. Throws `not_found`.
 */
export async function readRun(ctx: Context, actor: PersonActor, id: string): Promise<RunReading> {
  const found = await ctx.store.read.proposal(proposalId(id));
  if (found === null) throw new AppError("not_found", "there is no such proposal");
  const before = await stepsBefore(ctx, found.record);
  const rows = await Promise.all(before.slice(0, TOLD).map((entry) => ctx.store.read.listRow(entry.id)));
  const known = rows.filter((row): row is ListRow => row !== null);
  return { steps: known.reverse().map((row) => asSeenBy(actor, row)), more: before.length > TOLD };
}

/**
 * What a run proposed before one of its proposals, newest first, one more than is told of: how many there are never changes, only what became of
 * them. A test of the reviewers stands where what it was made from stood: with that one before it the two could be told apart.
 */
export async function stepsBefore(ctx: Context, { runId, state }: ProposalRecord): Promise<readonly RunEntry[]> {
  if (runId === null) return [];
  const test = state.canary ? await ctx.store.read.canary(state.id) : null;
  const source = test === null ? null : await ctx.store.read.proposal(test.sourceId);
  const { agentId, createdAt } = source?.record.state ?? state;
  return ctx.store.read.runBefore(agentId, runId, createdAt, TOLD + 1);
}
