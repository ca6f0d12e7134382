import type { Body, Steps, Transaction } from "../../db/store/store";
import type { LedgerDraft, ProposalRecord } from "../../db/store/types";
import type { CanaryOutcome } from "../domain/canary/serving";
import type { PersonId, ProposalId } from "../domain/ids";
import { eventBody } from "../domain/ledger-event";
import type { Command } from "../domain/lifecycle/commands";
import { decide } from "../domain/lifecycle/decide";
import type { ProposalEvent } from "../domain/lifecycle/events";
import { evolve } from "../domain/lifecycle/evolve";
import { place } from "../domain/placement";
import { waitsForLook } from "../domain/second-look";
import type { Actor } from "./actor";
import { actorName } from "./actor";
import { AppError, raise } from "./app-error";
import type { Context } from "./context";
import { receiptOf } from "./receipt-of";
import { refreshMoved } from "./settings/live-settings";

export interface Plan {
  /** The command for the record as it is under the write lock; may throw an AppError, which rolls back. */
  readonly command: (record: ProposalRecord) => Command;
  /** The stake, when this transition may bring the item back into the queue; else the record's rank is kept. */
  readonly rank?: number;
  readonly lane?: ProposalRecord["lane"];
  readonly headline?: string;
  readonly predictedSeconds?: number;
  readonly alike?: string;
  /** From {@link import("./settings/with-settings").withSettings}, when the command relies on the live settings. */
  readonly settingsAsOf?: number;
  /** Further writes in the same commit. */
  readonly also?: (tx: Transaction, moved: Moved) => Steps<void>;
  /** What it teaches, in the same commit; the rows of the ledger that follow are written with it. */
  readonly teaches?: (tx: Transaction, moved: Moved) => Steps<readonly LedgerDraft[]>;
}

export interface Moved {
  readonly before: ProposalRecord;
  readonly after: ProposalRecord;
  readonly events: readonly ProposalEvent[];
  /** What else follows, for the ledger: whoever commits writes it down. */
  readonly more?: readonly LedgerDraft[];
}

/**
 * Carries one command out: load, decide, save on condition of the revision, append to the ledger, all in one commit; then wakes who waits.
 * A command that had already been carried out changes nothing and answers the same. Throws the decider's refusal as an AppError.
 */
export async function transition(ctx: Context, actor: Actor, id: ProposalId, plan: Plan): Promise<Moved> {
  const now = ctx.clock();
  const body: Body<Moved> = function* (tx) {
    const result = yield* move(ctx, tx, id, plan, now);
    const [first, ...rest] = result.events;
    if (first === undefined) return { result, unchanged: true };
    const draft = (event: ProposalEvent): LedgerDraft => draftOf(result.after, event, actor);
    return { result, events: [draft(first), ...rest.map(draft), ...(result.more ?? [])] };
  };
  const { settingsAsOf } = plan;
  const { result, rows } = await ctx.store.transact(body, ...(settingsAsOf === undefined ? [] : [{ settingsAsOf }]));
  await refreshMoved(ctx, rows);
  if (rows.length > 0) ctx.hub.publish({ type: "proposal", state: result.after.state, rows });
  return result;
}

/** One command inside a transaction: the same for a single decision and for one of many in one commit. Whoever commits writes the events down. */
export function* move(ctx: Context, tx: Transaction, id: ProposalId, plan: Plan, now: number): Steps<Moved> {
  const before = yield* tx.proposal(id);
  if (before === null) throw new AppError("not_found", "there is no such proposal");
  const decided = decide(before.state, plan.command(before), now);
  if (!decided.ok) return raise(decided.error);
  if (decided.value.length === 0) return { before, after: before, events: [] };
  const after = moved(ctx, before, decided.value, plan);
  const saved = yield* tx.saveProposal(after, before.state.revision);
  if (!saved) throw new AppError("stale", "another change came first: look again");
  const result: Moved = { before, after, events: decided.value };
  if (plan.also !== undefined) yield* plan.also(tx, result);
  const revealed = decided.value.find((event) => event.type === "proposal.revealed");
  if (revealed !== undefined)
    yield* tx.endCanary(id, { at: now, by: deciderIn(decided.value), outcome: outcomeOf(revealed.caught) });
  const more = plan.teaches === undefined ? [] : yield* plan.teaches(tx, result);
  return more.length === 0 ? result : { ...result, more };
}

function outcomeOf(caught: boolean | null): CanaryOutcome {
  if (caught === null) return "unseen";
  return caught ? "caught" : "missed";
}

/** Who decided in these events; null when nobody did. */
function deciderIn(events: readonly ProposalEvent[]): PersonId | null {
  for (const event of events) {
    if (event.type === "proposal.signed") return event.signature.by;
    if (event.type === "proposal.decided") return event.decision.by.at(-1) ?? null;
  }
  return null;
}

/** The ledger's row for one event of a proposal. */
export function draftOf(record: ProposalRecord, event: ProposalEvent, actor: Actor): LedgerDraft {
  return {
    at: event.at,
    type: event.type,
    subject: record.state.id,
    // INVARIANT: an agent’s stream is read by this column, so a test of the reviewers is in none.
    agentId: record.state.canary ? null : record.state.agentId,
    actor: actorName(actor),
    body: eventBody(event),
  };
}

function moved(ctx: Context, before: ProposalRecord, events: readonly ProposalEvent[], plan: Plan): ProposalRecord {
  const state = events.reduce<ProposalRecord["state"]>((current, event) => evolve(current, event), before.state);
  const lane = plan.lane ?? before.lane;
  const { queue, rank } = place(state, lane, plan.rank ?? before.rank, waitsForLook(before));
  return {
    ...before,
    state,
    lane,
    queue,
    rank,
    headline: plan.headline ?? before.headline,
    predictedSeconds: plan.predictedSeconds ?? before.predictedSeconds,
    receipt: receiptOf(ctx, state, before.receipt, before.state.receiptId),
    alike: plan.alike ?? before.alike,
  };
}
