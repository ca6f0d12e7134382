import type { CommentRecord } from "../../../db/store/types";
import type { PersonId } from "../../domain/ids";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { proposalId } from "../read-proposal";
import { namesOf } from "./names-of";
import { requireDecider } from "./require-decider";
import { areCommentsSealed } from "./withheld";

export interface CommentsReading {
  readonly comments: readonly CommentRecord[];
  /** What others said is kept back until this person has decided. */
  readonly sealed: boolean;
  readonly names: ReadonlyMap<PersonId, string>;
}

/** What people said about a proposal, oldest first. Anyone signed in may read it; an agent never does. */
export async function readComments(ctx: Context, actor: PersonActor, id: string): Promise<CommentsReading> {
  const proposal = proposalId(id);
  const row = await ctx.store.read.listRow(proposal);
  if (row === null) throw new AppError("not_found", "there is no such proposal");
  // What people said beside a decision tells it to whoever is to decide after them.
  const sealed = areCommentsSealed(actor, row);
  const all = await ctx.store.read.comments(proposal);
  const comments = sealed ? all.filter(({ personId }) => personId === actor.personId) : all;
  const names = await namesOf(
    ctx,
    comments.map(({ personId }) => personId),
  );
  return { comments, sealed, names };
}

/** Says something about a proposal to the other people. The record names the text by its digest; the agent is told nothing. */
export async function comment(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string; readonly text: string },
): Promise<CommentRecord> {
  requireDecider(actor);
  const text = input.text.trim();
  if (text === "")
    throw new AppError("invalid_request", "a comment says something", { issues: [{ path: "text", says: "is empty" }] });
  const id = proposalId(input.proposal);
  const now = ctx.clock();
  const made: CommentRecord = { id: ctx.newId("comment"), proposalId: id, personId: actor.personId, text, at: now };
  const { result: state, rows } = await ctx.store.transact(function* (tx) {
    const record = yield* tx.proposal(id);
    if (record === null) throw new AppError("not_found", "there is no such proposal");
    yield* tx.insertComment(made);
    const body = { comment: made.id, textDigest: `sha256:${ctx.sha256(text)}` };
    const event = ledgerDraft(actorName(actor), now, { type: "proposal.commented", subject: id, body });
    return { result: record.state, events: [event] };
  });
  ctx.hub.publish({ type: "proposal", state, rows });
  return made;
}
