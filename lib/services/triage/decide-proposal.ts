import type { Steps, Transaction } from "../../../db/store/store";
import type { ListRow, ProposalRecord, ProposalWithVersion, ReviewRecord, VersionRecord } from "../../../db/store/types";
import type { Card } from "../../domain/card/card";
import { spansText } from "../../domain/card/headline-text";
import { isDigest } from "../../domain/ids";
import type { JsonObject } from "../../domain/json";
import type { Act, Choice, Command, Signer } from "../../domain/lifecycle/commands";
import { isFreshSignIn } from "../../domain/lifecycle/fresh-sign-in";
import { dwellMs } from "../../domain/lease";
import type { DecisionReason } from "../../domain/proposal";
import { isTooFast } from "../../domain/reading-time";
import { waitsForLook } from "../../domain/second-look";
import type { PersonActor } from "../actor";
import { AppError, isAppError } from "../app-error";
import type { Context } from "../context";
import { readPreferences } from "../preferences/preferences";
import { proposalId } from "../read-proposal";
import type { Revealed } from "../canary/reveal";
import { reveal } from "../canary/reveal";
import { mayTest } from "../canary/seed-canary";
import { giveVerdict } from "../second-look/give-verdict";
import type { Moved, Plan } from "../transition";
import { withSettings } from "../settings/with-settings";
import { transition } from "../transition";
import { cardKey, cardOf, weigh } from "../weigh";
import type { EditedVersion } from "./edit-arguments";
import { editArguments } from "./edit-arguments";
import { releaseNow, rowOf } from "./release";
import { requireDecider } from "./require-decider";
import { withDecisive } from "./with-decisive";

/** A person's decision as the browser sends it. Structurally the contract's DecideInput. */
export interface DecideInput {
  readonly proposal: string;
  readonly version: number;
  readonly digest: string;
  readonly decision:
    | { readonly type: "approve"; readonly reason?: DecisionReason | null | undefined }
    | { readonly type: "edit"; readonly arguments: JsonObject; readonly reason: DecisionReason }
    | { readonly type: "reject"; readonly reason?: DecisionReason | null | undefined }
    | { readonly type: "answer"; readonly answer: string; readonly reason?: DecisionReason | null | undefined };
  readonly act: { readonly type: "key" | "hold" | "alternative" | "match"; readonly value?: string | undefined };
  readonly meaningConfirmed?: boolean | undefined;
  readonly measured?: { readonly activeMs: number | null; readonly device: "keyboard" | "mouse" | "touch" } | undefined;
}

export interface DecideOutcome {
  readonly row: ListRow;
  /**
   * `signed`: one of two; `held`: the undo window runs; `released`: there was no window; `looked`: it had run, and this was a second look at
   * it; `test`: it was a test of the reviewers.
   */
  readonly outcome: "signed" | "held" | "released" | "looked" | "test";
  readonly releaseAt: number | null;
  /** Only of a test, and only now that it is decided. */
  readonly test?: Revealed;
}

/**
 * Carries out one person's decision on exactly the version and digest they were shown. Everything else about it is established here: who
 * they are, how long the card was open, whether the picked value is the right one, what policy says of an edit. Refuses with the codes of
 * the decider; nothing is written then, except that a wrong pick is recorded as a slip that was caught.
 */
export function decideProposal(ctx: Context, actor: PersonActor, input: DecideInput): Promise<DecideOutcome> {
  return withSettings(ctx, (settingsAsOf) => decideUnder(ctx, actor, input, settingsAsOf));
}

async function decideUnder(ctx: Context, actor: PersonActor, input: DecideInput, settingsAsOf: number): Promise<DecideOutcome> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  const found = await ctx.store.read.proposal(id);
  if (found === null) throw new AppError("not_found", "there is no such proposal");
  const { state } = found.record;
  if (waitsForLook(found.record)) return lookAgain(ctx, actor, found, input);
  const edited = input.decision.type === "edit" ? await editArguments(ctx, actor, found, input.decision.arguments) : null;
  const { payload } = edited?.version ?? found.version;
  const card = edited?.card ?? (await cardOf(ctx, cardKey(found.record), payload));
  const act = actOf(input, withDecisive(card, edited?.facts.treatment ?? state.treatment, payload));
  const leases = await ctx.store.read.leases([id], ctx.clock());
  const signer: Signer = {
    id: actor.personId,
    act,
    dwellMs: dwellMs(leases, actor.personId, input.version, ctx.clock()),
    freshSignIn: isFreshSignIn(actor.authenticatedAt, ctx.clock()),
    meaningConfirmed: input.meaningConfirmed === true,
    reason: input.decision.reason ?? null,
    undoTimes: (await readPreferences(ctx, actor)).undoTimes,
  };
  const review = reviewOf(ctx, actor, found, input, signer);
  try {
    const moved = await transition(ctx, actor, id, { ...planOf(ctx, input, signer, edited, review), settingsAsOf });
    return await answerOf(ctx, actor, moved);
  } catch (error) {
    // A pick may be wrong only because the proposal changed meanwhile: then it is stale, and nobody slipped.
    if (isAppError(error) && error.code === "wrong_match") await recordSlip(ctx, review);
    throw error;
  }
}

/** A test is told at once; a real decision may be followed by one. */
async function answerOf(ctx: Context, actor: PersonActor, moved: Moved): Promise<DecideOutcome> {
  const { state } = moved.after;
  if (state.canary) return reveal(ctx, moved.after);
  const answer = await outcomeOf(ctx, actor, moved);
  await mayTest(ctx, actor, state.id);
  return answer;
}

/** Approving what has run says that it was fine; rejecting it, that it was not. Nothing else can be said of it. */
async function lookAgain(
  ctx: Context,
  actor: PersonActor,
  found: ProposalWithVersion,
  input: DecideInput,
): Promise<DecideOutcome> {
  const { decision, version, digest } = input;
  if (decision.type !== "approve" && decision.type !== "reject") {
    throw new AppError("decision_not_allowed", "this was decided: say whether you would have approved it");
  }
  const signer = { act: actOf(input, { decisive: null }), dwellMs: null };
  const { revision, type, ...review } = reviewOf(ctx, actor, found, input, signer);
  const verdict = decision.type === "approve" ? "fine" : "wrong";
  const { state } = await giveVerdict(ctx, actor, { version, digest, verdict, reason: decision.reason ?? null, review });
  return { row: await rowOf(ctx, state.id), outcome: "looked", releaseAt: null };
}

function planOf(ctx: Context, input: DecideInput, signer: Signer, edited: EditedVersion | null, review: ReviewRecord): Plan {
  const { digest } = input;
  if (!isDigest(digest)) throw new AppError("stale", "that is not a digest: look at the proposal again");
  const command = (record: ProposalRecord): Command => ({
    type: "decide",
    version: input.version,
    digest,
    choice: choiceOf(input, edited, record),
    signer,
    workspace: ctx.live.workspace,
  });
  const weighed = edited === null ? null : weigh(ctx, edited.card, edited.version.assessment);
  return {
    command,
    ...(edited === null || weighed === null
      ? {}
      : {
          rank: weighed.rank,
          lane: weighed.prediction.lane,
          predictedSeconds: weighed.prediction.seconds,
          headline: spansText(edited.card.headline),
          alike: edited.alike,
        }),
    also: (tx, moved) => alsoWrite(tx, moved, edited?.version ?? null, review),
  };
}

function* alsoWrite(tx: Transaction, moved: Moved, version: VersionRecord | null, review: ReviewRecord): Steps<void> {
  if (version !== null) yield* tx.insertVersion(version);
  yield* tx.insertReview({ ...review, revision: moved.after.state.revision });
  yield* tx.deleteLease(moved.after.state.id);
}

function choiceOf(input: DecideInput, edited: EditedVersion | null, record: ProposalRecord): Choice {
  const { decision } = input;
  switch (decision.type) {
    case "approve":
      return { type: "approve" };
    case "edit": {
      if (edited === null) throw new AppError("invalid_arguments", "an edit carries its arguments");
      const { version } = edited;
      // The edit was prepared against the version that was shown; the decider refuses it as stale when that moved.
      const to = { ...edited.facts, version: record.state.version + 1, digest: version.digest };
      return { type: "edit", to, reason: decision.reason, cures: edited.cures };
    }
    case "reject":
      return { type: "reject", reason: decision.reason ?? null };
    case "answer":
      return { type: "answer", answer: decision.answer, reason: decision.reason ?? null };
  }
}

function actOf({ act }: DecideInput, { decisive }: Pick<Card, "decisive">): Act {
  if (act.type !== "match") return act.type;
  // A card that asks for no value is not signed by picking one.
  if (decisive === null) return "key";
  return act.value === decisive.value ? "match" : "wrong_match";
}

function reviewOf(
  ctx: Context,
  actor: PersonActor,
  found: ProposalWithVersion,
  input: DecideInput,
  signer: Pick<Signer, "act" | "dwellMs">,
): ReviewRecord {
  const activeMs = input.measured?.activeMs ?? null;
  return {
    proposalId: found.record.state.id,
    revision: found.record.state.revision,
    personId: actor.personId,
    personName: actor.name,
    type: input.decision.type,
    at: ctx.clock(),
    activeMs,
    leasedMs: signer.dwellMs,
    predictedSeconds: found.record.predictedSeconds,
    device: input.measured?.device ?? "unknown",
    act: signer.act,
    tooFast: isTooFast(activeMs, found.record.predictedSeconds),
  };
}

/** Every slip is in the ledger and closes the card; who slips again on the same revision already has a review that says so. */
async function recordSlip(ctx: Context, review: ReviewRecord): Promise<void> {
  const write = (first: boolean) =>
    ctx.store.transact(function* (tx) {
      if (first) yield* tx.insertReview({ ...review, type: "slip_caught" });
      yield* tx.deleteLease(review.proposalId);
      return {
        result: null,
        events: [
          {
            at: review.at,
            type: "review.slip_caught",
            subject: review.proposalId,
            agentId: null,
            actor: `person:${review.personId}`,
            body: {},
          },
        ],
      };
    });
  try {
    await write(true);
  } catch (error) {
    if (!isTaken(error)) throw error;
    await write(false);
  }
}

/** True for the store's word that a row with this key is there. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "constraint";
}

async function outcomeOf(ctx: Context, actor: PersonActor, moved: Moved): Promise<DecideOutcome> {
  const { state } = moved.after;
  if (state.status === "held" && state.undoMs === 0) return releaseNow(ctx, actor, { proposal: state.id });
  const row = await rowOf(ctx, state.id);
  return { row, outcome: state.status === "held" ? "held" : "signed", releaseAt: state.releaseAt };
}
