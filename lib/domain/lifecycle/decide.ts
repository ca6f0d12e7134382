import type { Refusal } from "../error-codes";
import type { PersonId } from "../ids";
import type { Decision, DecisionReason, ProposalState } from "../proposal";
import { isFinal } from "../proposal";
import type { Result } from "../result";
import { never, ok, refuse } from "../result";
import type { OutcomeStatus, Tier } from "../words";
import { OUTCOMES } from "../words";
import type { Command } from "./commands";
import { isLapsed, isRenewable } from "./lapse";
import type { ProposalEvent } from "./events";
import { answerOfTest } from "./answer-of-test";
import { explain } from "./explain";
import { refusalOfSignIn } from "./fresh-sign-in";
import { decideByPerson } from "./sign";
import { UNDECIDED } from "./undecided";

type Answer = Result<readonly ProposalEvent[], Refusal>;
type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** How long an approval that nobody has fetched can still be redeemed. */
export const UNDELIVERED_MS = 24 * 60 * 60 * 1000;

/** How long an executor has after the receipt was first delivered (README "settled here"; NetApp's two clocks, trust B6). */
export function executionMs(tier: Tier): number {
  return tier === "T3" ? 5 * 60 * 1000 : 15 * 60 * 1000;
}

/**
 * The decider: what follows from a command on a state, or why nothing does. Pure: the clock is `now`, ids come with the command.
 * An empty list of events means that the command had already been carried out: repeating it is safe.
 */
export function decide(state: ProposalState | null, command: Command, now: number): Answer {
  if (command.type === "propose") return propose(state, command, now);
  if (state === null) return refuse({ code: "not_found", detail: "there is no such proposal" });
  const answer = decideReal(state, command, now);
  return state.canary ? answerOfTest(command, answer, now) : answer;
}

function decideReal(state: ProposalState, command: Exclude<Command, { type: "propose" }>, now: number): Answer {
  switch (command.type) {
    case "decide":
      return decideByPerson(state, command, now);
    case "undo":
      return undo(state, command, now);
    case "explain":
      return explain(state, command, now);
    case "release":
      return release(state, command, now);
    case "expire":
      if (state.status !== "pending" || now < state.expiresAt) return ok([]);
      return ok([{ type: "proposal.expired", at: now }]);
    case "withdraw":
      return withdraw(state, now);
    case "deliver":
      return deliver(state, now);
    case "redeem":
      return redeem(state, command, now);
    case "report":
      return report(state, command, now);
    case "lapse":
      if (!isRedeemable(state) || state.lapsedAt !== null || now < (state.receiptExpiresAt ?? Infinity)) return ok([]);
      return ok([{ type: "proposal.lapsed", at: now }]);
    case "renew":
      return renew(state, command, now);
    default:
      return never(command);
  }
}

function propose(state: ProposalState | null, command: Of<"propose">, now: number): Answer {
  if (state !== null) return refuse({ code: "already_exists", detail: `proposal \`${state.id}\` exists` });
  // INVARIANT: a proposal starts undecided, whatever state came with the command.
  const proposed: ProposalEvent = { type: "proposal.proposed", at: now, state: { ...command.state, ...UNDECIDED } };
  const { treatment, tier } = command.state;
  switch (treatment) {
    case "block":
      return ok([proposed, { type: "proposal.blocked", at: now, decision: byPolicy("reject", now, command.blockReason) }]);
    case "auto":
    case "audit":
      if (command.heldBack === true && command.state.undoMs > 0) {
        const decision = byPolicy("approve", now, null);
        return ok([
          proposed,
          { type: "proposal.decided", at: now, decision, signature: null, releaseAt: now + command.state.undoMs },
        ]);
      }
      return ok([
        proposed,
        {
          type: "proposal.allowed",
          at: now,
          decision: byPolicy("approve", now, null),
          receiptId: command.receiptId,
          receiptExpiresAt: now + executionMs(tier),
          redemptionId: command.redemptionId,
        },
      ]);
    case "review":
    case "confirm":
    case "two_person":
      return ok([proposed]);
    default:
      return never(treatment);
  }
}

function byPolicy(type: Decision["type"], at: number, reason: DecisionReason | null): Decision {
  return { type, source: "policy", by: [], at, reason, answer: null, singleSigner: false };
}

function undo(state: ProposalState, command: Of<"undo">, now: number): Answer {
  const undone: ProposalEvent = { type: "proposal.undone", at: now, by: command.by };
  // The first of two signatures can be taken back for as long as the second is missing.
  if (state.status === "pending" && state.signatures.some((signature) => signature.by === command.by)) return ok([undone]);
  if (state.status !== "held") {
    return refuse({ code: "undo_closed", detail: "the decision has been released: ask the agent's owner to compensate instead" });
  }
  if (state.releaseAt !== null && now >= state.releaseAt) {
    return refuse({ code: "undo_closed", detail: "the undo window has ended: ask the agent's owner to compensate instead" });
  }
  // What policy alone decided is held back for exactly this: anybody who may decide may stop it.
  if (state.decision?.source !== "policy" && state.decision?.by.includes(command.by) !== true) {
    return refuse({ code: "forbidden", detail: "only a person who decided this can undo it" });
  }
  return ok([undone]);
}

function release(state: ProposalState, command: Of<"release">, now: number): Answer {
  if (state.status !== "held" || state.decision === null) return ok([]);
  const due = state.releaseAt === null || now >= state.releaseAt;
  if (!due && command.by === null) return ok([]);
  const refusal = due ? null : refusalOfEarly(state.decision, command.by);
  if (refusal !== null) return refuse(refusal);
  const runs = state.decision.type === "approve" || state.decision.type === "edit";
  const receipt = runs ? { id: command.receiptId, expiresAt: now + UNDELIVERED_MS } : null;
  return ok([{ type: "proposal.released", at: now, receipt }]);
}

function refusalOfEarly(decision: Decision, by: PersonId | null): Refusal | null {
  if (by === null || !decision.by.includes(by)) {
    return { code: "forbidden", detail: "only a person who decided this can release it early" };
  }
  // INVARIANT: the wait stands in for the second person, so the one who signed alone cannot shorten it.
  return decision.singleSigner
    ? { code: "too_soon", detail: "one person signed for two: it is released when its time is over" }
    : null;
}

function withdraw(state: ProposalState, now: number): Answer {
  if (state.status === "withdrawn") return ok([]);
  // A held decision has not reached the agent, so the agent may still change its mind.
  if (state.status === "pending" || state.status === "held") return ok([{ type: "proposal.withdrawn", at: now }]);
  return refuse({
    code: "not_pending",
    detail: `the proposal is already ${state.status}: read its decision instead`,
    context: { status: state.status },
  });
}

function deliver(state: ProposalState, now: number): Answer {
  if (!isFinal(state.status) || state.delivery !== "waiting") return ok([]);
  const { receiptExpiresAt } = state;
  const starts = isRedeemable(state) && state.lapsedAt === null && receiptExpiresAt !== null;
  // INVARIANT: delivery only ever shortens a receipt's life: one that ran out unseen stays so, and none outlives its signed `exp`.
  const ends = starts ? Math.min(receiptExpiresAt, now + executionMs(state.tier)) : null;
  return ok([{ type: "proposal.delivered", at: now, receiptExpiresAt: ends }]);
}

function isRedeemable(state: ProposalState): boolean {
  return state.status === "approved" && state.redemptionId === null && state.receiptId !== null;
}

function redeem(state: ProposalState, command: Of<"redeem">, now: number): Answer {
  if (state.status !== "approved") {
    return refuse({
      code: "not_approved",
      detail: `the proposal is ${state.status}: do not run it`,
      context: { status: state.status },
    });
  }
  if (state.redemptionId !== null) {
    return refuse({
      code: "already_redeemed",
      detail: "this receipt was used: do not run the action again, report the outcome of the first run",
      context: { redeemedAt: state.redeemedAt },
    });
  }
  if (state.receiptId !== command.receiptId) {
    return refuse({ code: "receipt_invalid", detail: "this is not the receipt in force: fetch the proposal again" });
  }
  if (isLapsed(state, now)) {
    return refuse({
      code: "receipt_expired",
      detail: `the approval lapsed before it was used: ${isRenewable(state) ? "its reviewer was asked to renew it" : "propose it again"}`,
    });
  }
  if (command.obstacle !== null) return refuse(command.obstacle);
  return ok([{ type: "proposal.redeemed", at: now, redemptionId: command.redemptionId }]);
}

function report(state: ProposalState, command: Of<"report">, now: number): Answer {
  if (state.redemptionId === null || state.redemptionId !== command.redemptionId) {
    return refuse({ code: "not_redeemed", detail: "redeem the receipt first, then report with the redemption it returned" });
  }
  const recorded = state.outcome?.status ?? null;
  if (recorded === command.status) return ok([]);
  if (!mayFollow(recorded, command.status)) {
    return refuse({
      code: "outcome_recorded",
      detail: `the outcome is ${recorded ?? "not known yet"}: ${command.status} cannot follow it`,
      context: { outcome: recorded },
    });
  }
  return ok([{ type: "proposal.reported", at: now, status: command.status, detail: command.detail }]);
}

/** What ran, or may have run, can be reverted; a first report and a report after `unknown` may say anything else. */
function mayFollow(recorded: OutcomeStatus | null, next: OutcomeStatus): boolean {
  if (next === "reverted") return recorded === "succeeded" || recorded === "unknown";
  return recorded === null || recorded === "unknown";
}

/** The outcomes that may be reported after `recorded`, other than that one again; null where none is recorded. */
export function outcomesAfter(recorded: OutcomeStatus | null): readonly OutcomeStatus[] {
  return OUTCOMES.filter((next) => next !== recorded && mayFollow(recorded, next));
}

function renew(state: ProposalState, command: Of<"renew">, now: number): Answer {
  if (state.lapsedAt === null || !isRedeemable(state)) {
    return refuse({ code: "not_approved", detail: "only an approval that lapsed before it was used can be renewed" });
  }
  // INVARIANT: a renewal is given by someone who signed this version; anyone else must decide it anew.
  if (!state.signatures.some((signature) => signature.by === command.by)) {
    return refuse({ code: "forbidden", detail: "only a person who signed this can renew it" });
  }
  const stale = refusalOfSignIn(state, command.freshSignIn);
  if (stale !== null) return refuse(stale);
  const receipt = { id: command.receiptId, expiresAt: now + UNDELIVERED_MS };
  return ok([{ type: "proposal.renewed", at: now, by: command.by, receipt }]);
}
