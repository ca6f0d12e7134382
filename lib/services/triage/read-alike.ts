import type { ListRow, ProposalWithVersion } from "../../../db/store/types";
import type { BatchItem } from "../../domain/alike/batch";
import { BATCH_MAX, refusalOfBatch } from "../../domain/alike/batch";
import type { Differences } from "../../domain/alike/differences";
import { differencesOf } from "../../domain/alike/differences";
import type { PersonId, ProposalId } from "../../domain/ids";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { cardKey, cardOf } from "../weigh";
import { namesOf } from "./names-of";
import { COUNT_CAP, peopleIn } from "./read-queue";

/** So many of a group are listed at once; the rest is counted, and comes when these are gone. */
const LISTED_MAX = 200;

/** What was made from the template of one proposal and stands in the same section, that one first. */
export interface AlikeReading {
  readonly rows: readonly ListRow[];
  /** Counted no further than {@link COUNT_CAP}. */
  readonly total: number;
  /** The first of them, as they could be approved together: what differs, and why they may not be when they may not. */
  readonly batch: { readonly ids: readonly ProposalId[]; readonly differences: Differences; readonly refusal: string | null };
  readonly names: ReadonlyMap<PersonId, string>;
}

/** The look-alikes of one open proposal. Anyone signed in may read them. */
export async function readAlike(ctx: Context, _actor: PersonActor, id: string): Promise<AlikeReading> {
  const proposal = proposalId(id);
  const row = await ctx.store.read.listRow(proposal);
  if (row === null) throw new AppError("not_found", "there is no such proposal");
  const { queue, agentId, alike } = row;
  const alone = queue === null || alike === "" || row.state.status !== "pending";
  const [found, total] = alone
    ? [[row], 1]
    : await Promise.all([
        ctx.store.read.alike(queue, agentId, alike, LISTED_MAX),
        ctx.store.read.countAlike(queue, agentId, alike, COUNT_CAP),
      ]);
  const rows = [row, ...found.filter((one) => one.id !== row.id)];
  const items = await batchItems(
    ctx,
    rows.slice(0, BATCH_MAX).map((one) => one.id),
  );
  return {
    rows,
    total: Math.max(total, rows.length),
    batch: {
      ids: items.map(({ state }) => state.id),
      differences: differencesOf(items.map(({ payload }) => payload)),
      refusal: refusalOfBatch(items)?.detail ?? null,
    },
    names: await namesOf(ctx, rows.flatMap(peopleIn)),
  };
}

/** What the rule of a batch needs to know of each, read anew: in the order asked for. */
export async function batchItems(ctx: Context, ids: readonly ProposalId[]): Promise<readonly BatchItem[]> {
  return Promise.all(
    ids.map(async (id) => {
      const found = await ctx.store.read.proposal(id);
      if (found === null) throw new AppError("not_found", "there is no such proposal", { context: { proposal: id } });
      return itemOf(ctx, found);
    }),
  );
}

async function itemOf(ctx: Context, { record, version }: ProposalWithVersion): Promise<BatchItem> {
  const { state, headline, alike } = record;
  const card = await cardOf(ctx, cardKey(record), version.payload);
  return { state, headline, alike, card, payload: version.payload };
}
