import type { LedgerDraft, ListRow } from "../../../db/store/types";
import type { Steps, Transaction } from "../../../db/store/store";
import type { BatchDraft, BatchItem, Bound } from "../../domain/alike/batch";
import { BATCH_ACT, batchDigest, drawn, refusalOfBatch, refusalOfDraft } from "../../domain/alike/batch";
import type { Digest, ProposalId } from "../../domain/ids";
import type { UndoTimes } from "../../domain/preferences";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError, isAppError, raise } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { readPreferences } from "../preferences/preferences";
import { proposalId } from "../read-proposal";
import { withSettings } from "../settings/with-settings";
import type { Moved } from "../transition";
import { draftOf, move } from "../transition";
import { batchItems } from "./read-alike";
import { releaseNow, rowOf } from "./release";
import { requireDecider } from "./require-decider";

/** One item as it was shown. Structurally the contract's. */
export interface Shown {
  readonly proposal: string;
  readonly version: number;
  readonly digest: string;
}

export interface BatchDrawn {
  readonly batch: string;
  /** Of every item, version and digest in it: what the approval has to name. */
  readonly digest: Digest;
  readonly open: readonly ProposalId[];
}

/**
 * Draws a batch: these exact items may be approved together, once its person has opened those that were drawn from them. Which those are is decided
 * here, and what was opened since is noted where leases are taken. A person has one batch at a time. Refuses with `batch_refused` or `stale`.
 */
export async function drawBatch(ctx: Context, actor: PersonActor, shown: readonly Shown[]): Promise<BatchDrawn> {
  requireDecider(actor);
  const items = await batchItems(
    ctx,
    shown.map(({ proposal }) => proposalId(proposal)),
  );
  const refusal = staleIn(items, shown) ?? refusalOfBatch(items);
  if (refusal !== null) return raise(refusal);
  const bound = items.map(({ state: { id, version, digest } }): Bound => ({ id, version, digest }));
  const draft: BatchDraft = {
    id: ctx.newId("batch"),
    items: bound,
    drawn: drawn(
      bound.map(({ id }) => id),
      (below) => below32(ctx, below),
    ),
    opened: [],
    at: ctx.clock(),
  };
  await ctx.store.transact(function* (tx) {
    yield* tx.saveBatchDraft(actor.personId, draft);
    return { result: null, unchanged: true };
  });
  return { batch: draft.id, digest: batchDigest(bound, ctx.sha256), open: draft.drawn };
}

function staleIn(items: readonly BatchItem[], shown: readonly Shown[]) {
  const moved = items.find(({ state }, index) => {
    const one = shown[index];
    return one?.version !== state.version || one.digest !== state.digest;
  });
  if (moved === undefined) return null;
  const detail = `“${moved.headline}” changed since it was shown: look at it again`;
  return { code: "stale" as const, detail, context: { proposal: moved.state.id } };
}

/** An integer below `below`; over 32 random bits the bias is less than one in a hundred million. */
function below32(ctx: Context, below: number): number {
  const bytes = ctx.randomBytes(4);
  return Math.floor((new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32) * below);
}

export interface BatchInput {
  readonly batch: string;
  readonly digest: string;
  readonly measured?: { readonly device: "keyboard" | "mouse" | "touch" } | undefined;
}

/**
 * Approves every item of the batch in one commit, or none: the first that moved, or that a batch may not hold any more, is named and nothing is
 * written. Each is then held for undo by itself.
 */
export async function approveBatch(ctx: Context, actor: PersonActor, input: BatchInput): Promise<readonly ListRow[]> {
  requireDecider(actor);
  const draft = await draftOfBatch(ctx, actor);
  const early = refusalOfDraft(draft, input, ctx.sha256, ctx.clock());
  if (early !== null || draft === null) return raise(early ?? { code: "batch_refused", detail: "draw a batch first" });
  const items = await batchItems(
    ctx,
    draft.items.map(({ id }) => id),
  );
  const refusal = staleIn(items, draft.items.map(toShown)) ?? refusalOfBatch(items);
  if (refusal !== null) return raise({ ...refusal, detail: `${refusal.detail}. Nothing was approved` });
  const moves = await withSettings(ctx, (settingsAsOf) => commit(ctx, actor, { input, draft, items, settingsAsOf }));
  for (const { after } of moves) if (after.state.undoMs === 0) await releaseNow(ctx, actor, { proposal: after.state.id });
  return Promise.all(moves.map(({ after }) => rowOf(ctx, after.state.id)));
}

function toShown({ id, version, digest }: Bound): Shown {
  return { proposal: id, version, digest };
}

async function draftOfBatch(ctx: Context, actor: PersonActor): Promise<BatchDraft | null> {
  const { result } = await ctx.store.transact<BatchDraft | null>(function* (tx) {
    return { result: yield* tx.batchDraft(actor.personId), unchanged: true };
  });
  return result;
}

interface Commit {
  readonly input: BatchInput;
  readonly draft: BatchDraft;
  readonly items: readonly BatchItem[];
  readonly settingsAsOf: number;
}

async function commit(ctx: Context, actor: PersonActor, given: Commit): Promise<readonly Moved[]> {
  const { input, draft, items, settingsAsOf } = given;
  const now = ctx.clock();
  const { undoTimes } = await readPreferences(ctx, actor);
  const { result, rows } = await ctx.store.transact<readonly Moved[]>(
    function* (tx) {
      const held = yield* tx.batchDraft(actor.personId);
      const refusal = refusalOfDraft(held, input, ctx.sha256, now);
      if (refusal !== null) return raise(refusal);
      const moves: Moved[] = [];
      for (const item of items) moves.push(yield* approveOne(ctx, tx, actor, item, { now, input, undoTimes }));
      yield* tx.deleteBatchDraft(actor.personId);
      const approved = ledgerDraft(actorName(actor), now, {
        type: "batch.approved",
        subject: draft.id,
        body: { digest: input.digest, proposals: items.map(({ state }) => state.id), opened: draft.drawn },
      });
      const events = moves.flatMap(({ after, events: its }): LedgerDraft[] => its.map((event) => draftOf(after, event, actor)));
      return { result: moves, events: [approved, ...events] };
    },
    { settingsAsOf },
  );
  for (const { after } of result) {
    const its = rows.filter(({ subject }) => subject === after.state.id);
    ctx.hub.publish({ type: "proposal", state: after.state, rows: its });
  }
  return result;
}

function* approveOne(
  ctx: Context,
  tx: Transaction,
  actor: PersonActor,
  { state, headline }: BatchItem,
  { now, input, undoTimes }: { readonly now: number; readonly input: BatchInput; readonly undoTimes: UndoTimes },
): Steps<Moved> {
  const { id, version, digest } = state;
  const signer = {
    id: actor.personId,
    act: "key",
    dwellMs: null,
    freshSignIn: false,
    meaningConfirmed: false,
    reason: null,
    undoTimes,
  } as const;
  const workspace = ctx.live.workspace;
  const command = () => ({ type: "decide", version, digest, choice: { type: "approve" }, signer, workspace }) as const;
  try {
    return yield* move(ctx, tx, id, { command, also: (write, moved) => reviewed(write, moved, actor, input, now) }, now);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const context = { ...error.context, proposal: id };
    throw new AppError(error.code, `“${headline}”: ${error.detail}. Nothing was approved`, { context });
  }
}

function* reviewed(tx: Transaction, moved: Moved, actor: PersonActor, input: BatchInput, at: number): Steps<void> {
  const { state, predictedSeconds } = moved.after;
  yield* tx.insertReview({
    proposalId: state.id,
    revision: state.revision,
    personId: actor.personId,
    personName: actor.name,
    type: "approve",
    at,
    activeMs: null,
    leasedMs: null,
    predictedSeconds,
    device: input.measured?.device ?? "unknown",
    act: BATCH_ACT,
    tooFast: false,
  });
  yield* tx.deleteLease(state.id);
}
