import type { ListRow } from "../../../db/store/types";
import type { PersonId } from "../../domain/ids";
import { openLook } from "../../domain/second-look";
import type { DecisionType } from "../../domain/words";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { namesOf } from "./names-of";
import { peopleIn } from "./read-queue";

/** So many of an agent's newest proposals are looked through: one seek in the index of its history. */
const LOOKED_THROUGH = 200;
const TOLD = 3;

/** How people decided what the same agent proposed under the same name. */
export interface EarlierReading {
  /** How many of the agent's newest proposals were looked through. */
  readonly looked: number;
  readonly approved: number;
  readonly edited: number;
  readonly rejected: number;
  readonly answered: number;
  /** The newest of them. */
  readonly rows: readonly ListRow[];
  readonly names: ReadonlyMap<PersonId, string>;
}

/**
 * Decisions on what is like one proposal. What can still be undone is not counted, no test of the reviewers is, and nothing that somebody is yet to
 * judge for themselves. Anyone signed in may read it.
 */
export async function readEarlier(ctx: Context, _actor: PersonActor, id: string): Promise<EarlierReading> {
  const row = await ctx.store.read.listRow(proposalId(id));
  if (row === null) throw new AppError("not_found", "there is no such proposal");
  // What came later may tell how this very one was decided, to whoever is yet to judge it.
  const page = await ctx.store.read.history({ agentId: row.agentId, until: row.state.createdAt }, null, LOOKED_THROUGH);
  const others = page.filter(({ id: one, state }) => one !== row.id && !state.canary);
  const like = others.filter((one) => one.actionName === row.actionName && isSettled(one));
  const count = (type: DecisionType): number => like.filter(({ state }) => state.decision?.type === type).length;
  const rows = like.slice(0, TOLD);
  return {
    looked: others.length,
    approved: count("approve"),
    edited: count("edit"),
    rejected: count("reject"),
    answered: count("answer"),
    rows,
    names: await namesOf(ctx, rows.flatMap(peopleIn)),
  };
}

function isSettled(row: ListRow): boolean {
  const { status, decision } = row.state;
  return decision?.source === "person" && status !== "held" && openLook(row) === null;
}
