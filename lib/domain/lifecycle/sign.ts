import type { Refusal } from "../error-codes";
import type { PersonId } from "../ids";
import { undoWindow } from "../preferences";
import type { Decision, DecisionReason, ProposalState, Signature } from "../proposal";
import { refusalOfQuestion } from "../question";
import type { Result } from "../result";
import { never, ok, refuse } from "../result";
import type { Treatment } from "../words";
import type { Choice, Command, Signer } from "./commands";
import type { ProposalEvent, VersionFacts } from "./events";
import { isStrict, refusalOfSignIn } from "./fresh-sign-in";

type Decide = Extract<Command, { type: "decide" }>;

/** Least time between opening a card and signing it, by treatment (README "settled here"). */
export const DWELL_MS: Record<"review" | "confirm" | "two_person", number> = { review: 0, confirm: 1_000, two_person: 3_000 };

/** A workspace of one holds what two people should have signed for this long. */
export const SINGLE_SIGNER_HOLD_MS = 60_000;

/** What the record holds where no reason was given. */
const UNSPECIFIED: DecisionReason = { code: "unspecified", text: null };

/** What a person's decision leads to: a signature, a held decision, or a refusal that says what to do. */
export function decideByPerson(state: ProposalState, command: Decide, now: number): Result<readonly ProposalEvent[], Refusal> {
  const refusal = notDecidable(state, command, now) ?? refusalOfChoice(state, command);
  if (refusal !== null) return refuse(refusal);
  const { choice } = command;
  switch (choice.type) {
    case "reject":
    case "answer":
      return ok([decided(state, command, now, null)]);
    case "approve":
      return ok(sign(state, command, now, null));
    case "edit":
      return ok(sign(state, command, now, choice));
    default:
      return never(choice);
  }
}

function notDecidable(state: ProposalState, command: Decide, now: number): Refusal | null {
  if (state.status !== "pending") {
    const by = state.decision?.by.at(-1) ?? null;
    if (state.decision?.source === "person") {
      return {
        code: "already_decided",
        detail: "someone decided first",
        context: { by, at: state.decision.at, decision: state.decision.type },
      };
    }
    return { code: "not_pending", detail: `the proposal is ${state.status}`, context: { status: state.status } };
  }
  if (now >= state.expiresAt) return { code: "not_pending", detail: "the proposal has expired", context: { status: "expired" } };
  if (state.version !== command.version || state.digest !== command.digest) {
    return {
      code: "stale",
      detail: "the proposal changed since it was shown: look at it again",
      context: { version: state.version, digest: state.digest },
    };
  }
  return null;
}

function refusalOfChoice(state: ProposalState, { choice, signer, workspace }: Decide): Refusal | null {
  if (!state.allowed.includes(choice.type)) {
    return { code: "decision_not_allowed", detail: `the agent can take: ${state.allowed.join(", ")}` };
  }
  if (needsReason(state, choice) && !says(reasonOf(choice, signer))) {
    const what = state.regulated ? "a regulated action needs a reason" : "rejecting this needs a reason";
    return { code: "reason_required", detail: `${what}: choose one` };
  }
  const asking = refusalOfQuestion(choice.type, reasonOf(choice, signer));
  if (asking !== null) return asking;
  switch (choice.type) {
    case "reject":
    case "answer":
      return null;
    case "approve":
      return refusalOfSigner(state, state.treatment, state.regulated, signer, workspace);
    case "edit":
      if (!says(choice.reason)) return { code: "reason_required", detail: "an edit needs a reason: choose one" };
      return (
        refusalOfEdit(state, choice.to) ??
        refusalOfSigner(state, choice.to.treatment, choice.to.regulated || state.regulated, asEditor(signer), workspace)
      );
    default:
      return never(choice);
  }
}

/** Rejecting what is signed deliberately is deliberate too; a regulated action says why whatever is decided. */
function needsReason({ regulated, treatment }: ProposalState, { type }: Choice): boolean {
  if (type === "reject") return regulated || treatment === "confirm" || treatment === "two_person";
  return regulated && (type === "approve" || type === "edit");
}

/** `unspecified` stands for the absence of a reason, whoever sends it. */
function says(reason: DecisionReason | null): boolean {
  return reason !== null && reason.code !== UNSPECIFIED.code;
}

/** Whoever wrote the values need not pick them among others: sending the form is the deliberate act. The next to sign it picks. */
function asEditor(signer: Signer): Signer {
  return signer.act === "alternative" ? { ...signer, act: "match" } : signer;
}

/** What was chosen for this decision, else what the person gives as a rule. */
function reasonOf(choice: Choice, signer: Signer): DecisionReason | null {
  return choice.type === "approve" ? signer.reason : (choice.reason ?? signer.reason);
}

function refusalOfEdit(state: ProposalState, to: VersionFacts): Refusal | null {
  if (to.treatment === "block") return { code: "blocked_now", detail: "policy blocks the action as edited" };
  if (to.version !== state.version + 1) {
    return {
      code: "stale",
      detail: "the edit was made on another version: look at the proposal again",
      context: { version: state.version, digest: state.digest },
    };
  }
  // The same action assessed again could need fewer people than the one that was proposed.
  if (to.digest === state.digest) {
    return { code: "decision_not_allowed", detail: "the edit changes nothing: approve the action as it is" };
  }
  return null;
}

function refusalOfSigner(
  state: ProposalState,
  treatment: Treatment,
  regulated: boolean,
  signer: Signer,
  workspace: "team" | "alone",
): Refusal | null {
  const strict = isStrict({ treatment, regulated });
  if (strict && signer.id === state.composerId) {
    return { code: "separation_of_duties", detail: "you composed this: another person must sign it" };
  }
  if (strict && workspace === "team" && signer.id === state.ownerId) {
    return { code: "separation_of_duties", detail: "you own this agent's key: another person must sign it" };
  }
  if (state.signatures.some((signature) => signature.by === signer.id && signature.version === state.version)) {
    return { code: "already_signed", detail: "you have signed this: a second person must" };
  }
  if (regulated && !signer.meaningConfirmed) {
    return { code: "act_required", detail: "a regulated action is signed with its meaning in words: confirm it" };
  }
  // Before the value is looked at: the refusal says nothing of it to whoever found the desk unlocked.
  return refusalOfSignIn({ treatment, regulated }, signer.freshSignIn) ?? refusalOfAct(treatment, signer);
}

function refusalOfAct(treatment: Treatment, signer: Signer): Refusal | null {
  if (signer.act === "wrong_match") {
    return { code: "wrong_match", detail: "that is not the value on the card: look again" };
  }
  switch (treatment) {
    case "auto":
    case "audit":
    case "review":
    case "block":
      return null;
    case "confirm":
    case "two_person": {
      const enough = treatment === "confirm" ? signer.act !== "key" : signer.act === "match";
      if (!enough) {
        const detail = treatment === "confirm" ? "hold the key, or confirm with the button" : "choose the decisive value";
        return { code: "act_required", detail, context: { treatment } };
      }
      const least = DWELL_MS[treatment];
      if (signer.dwellMs === null || signer.dwellMs < least) {
        return { code: "too_soon", detail: `this card must be open for ${String(least / 1000)} s before it is signed` };
      }
      return null;
    }
    default:
      return never(treatment);
  }
}

function sign(
  state: ProposalState,
  command: Decide,
  now: number,
  edit: Extract<Choice, { type: "edit" }> | null,
): readonly ProposalEvent[] {
  const { signer, workspace } = command;
  const version: VersionFacts = edit === null ? state : newVersion(state, edit.to);
  const signature: Signature = {
    by: signer.id,
    at: now,
    version: version.version,
    digest: version.digest,
    type: edit === null ? "approve" : "edit",
    ownAgent: signer.id === state.ownerId,
  };
  const edited: readonly ProposalEvent[] =
    edit === null
      ? []
      : [
          {
            type: "proposal.edited",
            at: now,
            by: signer.id,
            reason: edit.reason ?? UNSPECIFIED,
            to: version,
          },
        ];
  const earlier = edit === null ? state.signatures : [];
  const needed = version.treatment === "two_person" && workspace === "team" ? 2 : 1;
  if (earlier.length + 1 < needed) return [...edited, { type: "proposal.signed", at: now, signature }];
  const { version: number, undoMs, treatment } = version;
  return [...edited, decided({ version: number, undoMs, treatment, signatures: earlier }, command, now, signature)];
}

/**
 * The facts of an edited version, these and no others. Someone is looking already: an edit never sends the item past the person,
 * and what was regulated as proposed stays so.
 */
function newVersion(state: ProposalState, to: VersionFacts): VersionFacts {
  const { version, digest, tier, policyVersion, undoMs } = to;
  const treatment = to.treatment === "auto" || to.treatment === "audit" ? "review" : to.treatment;
  return { version, digest, tier, treatment, regulated: to.regulated || state.regulated, policyVersion, undoMs };
}

function decided(
  state: Pick<ProposalState, "version" | "signatures" | "undoMs" | "treatment">,
  { choice, signer, workspace }: Decide,
  now: number,
  signature: Signature | null,
): ProposalEvent {
  const by: PersonId[] = signature === null ? [signer.id] : [...state.signatures.map((earlier) => earlier.by), signer.id];
  const single = signature !== null && state.treatment === "two_person" && workspace === "alone" && by.length < 2;
  const decision: Decision = {
    // The agent must not take an edited version for what it proposed, even when its editor is no longer among the signers.
    type: choice.type === "approve" && state.version > 1 ? "edit" : choice.type,
    source: "person",
    by,
    at: now,
    reason: reasonOf(choice, signer) ?? (choice.type === "reject" ? UNSPECIFIED : null),
    answer: choice.type === "answer" ? choice.answer : null,
    singleSigner: single,
  };
  const window = undoWindow(state.undoMs, signer.undoTimes);
  const hold = single ? Math.max(window, SINGLE_SIGNER_HOLD_MS) : window;
  return { type: "proposal.decided", at: now, decision, signature, releaseAt: now + hold };
}
