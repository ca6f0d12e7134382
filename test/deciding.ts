import type { Choice, Command, Signer } from "../lib/domain/lifecycle/commands";
import { decide } from "../lib/domain/lifecycle/decide";
import type { VersionFacts } from "../lib/domain/lifecycle/events";
import { evolve } from "../lib/domain/lifecycle/evolve";
import type { DecisionReason, ProposalState } from "../lib/domain/proposal";
import { aDigest, aState, numberedId, START } from "./builders";

/** Who owns the agent's key, who composed the proposal, and three who did neither. */
export const OWNER = numberedId("person", 1);
export const COMPOSER = numberedId("person", 2);
export const ADA = numberedId("person", 3);
export const BEN = numberedId("person", 4);
export const CAL = numberedId("person", 5);
export const WRONG = { code: "wrong_amount", text: null };

/** A pending refund of {@link OWNER}'s agent that {@link COMPOSER} composed. */
export function pending(overrides: Partial<ProposalState> = {}): ProposalState {
  return aState({ ownerId: OWNER, composerId: COMPOSER, ...overrides });
}

/** Someone who did all that any card asks for. */
const signer = (overrides: Partial<Signer> = {}): Signer => ({
  id: ADA,
  act: "match",
  dwellMs: 10_000,
  freshSignIn: true,
  undoTimes: "once",
  meaningConfirmed: true,
  reason: WRONG,
  ...overrides,
});

export const approve: Choice = { type: "approve" };

/** A decision on what is in force, by Ada unless it says otherwise. */
export function deciding(
  on: ProposalState,
  choice: Choice,
  by: Partial<Signer> = {},
  workspace: "team" | "alone" = "team",
): Extract<Command, { type: "decide" }> {
  return { type: "decide", version: on.version, digest: on.digest, choice, signer: signer(by), workspace };
}

/** The state afterwards, or the code of the refusal. */
export function outcome(on: ProposalState, given: Command, now = START + 1_000): ProposalState | string {
  const answer = decide(on, given, now);
  return answer.ok ? answer.value.reduce<ProposalState>((current, event) => evolve(current, event), on) : answer.error.code;
}

/** The state afterwards; throws when the command is refused. */
export function carriedOut(on: ProposalState, given: Command, now = START + 1_000): ProposalState {
  const after = outcome(on, given, now);
  if (typeof after === "string") throw new Error(`refused: ${after}`);
  return after;
}

/** An edit of what is in force that leaves one person's review. */
export const editing = (
  on: ProposalState,
  to: Partial<VersionFacts> = {},
  reason: DecisionReason | null = WRONG,
): Extract<Choice, { type: "edit" }> => ({
  type: "edit",
  reason,
  to: {
    version: on.version + 1,
    digest: aDigest("edited"),
    tier: "T1",
    treatment: "review",
    regulated: false,
    policyVersion: 1,
    undoMs: 5_000,
    ...to,
  },
});
