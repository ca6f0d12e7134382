import type { ProposalState } from "./proposal";
import type { Queue } from "./words";

export const LOOK_PURPOSES = ["audit", "double"] as const;
/** Why something is looked at again: it ran by itself, or another person is to decide it without knowing how the first did. */
export type LookPurpose = (typeof LOOK_PURPOSES)[number];

export const LOOK_VERDICTS = ["fine", "wrong"] as const;
export type LookVerdict = (typeof LOOK_VERDICTS)[number];

/** Who signed first, to whoever may sign second. */
export const FIRST_SIGNER = "the first signer";

/** How a finding is filed by a second look itself: no caller of the API can name it. */
export const SECOND_LOOK_FINDING = "second_look";

/** What an audited cell that has graduated is never checked less than (design: policy §4.2, L4). */
export const AUDIT_FLOOR = { share: 0.01, aMonth: 30 } as const;

/**
 * The chance with which something that ran by itself is looked at afterwards. `monthly` is how many a graduated cell runs in a month: then
 * the share is at least 1 %, and large enough for 30 looks a month; null where policy's own share stands.
 */
export function auditRateOf(share: number, monthly: number | null): number {
  if (monthly === null) return share;
  const enough = monthly <= AUDIT_FLOOR.aMonth ? 1 : AUDIT_FLOOR.aMonth / monthly;
  return Math.max(share, AUDIT_FLOOR.share, enough);
}

/** 52 bits of a hash: as many as a number holds exactly between 0 and 1. */
const HEX_DIGITS = 13;

/**
 * True for a share `rate` of all hashes. With a hash of a secret key, the purpose and an id, nobody without the key can tell which ids are
 * drawn, and whoever has it later can check that each was drawn by this rule and no other.
 */
export function isDrawn(hash: string, rate: number): boolean {
  const fraction = Number.parseInt(hash.slice(0, HEX_DIGITS), 16) / 16 ** HEX_DIGITS;
  // INVARIANT: what is no hash is drawn: a look too many, never one too few.
  return !(fraction >= rate);
}

/** The text whose hash draws: one key serves every purpose, and no draw says anything of another. */
export function drawText(key: string, purpose: string, id: string): string {
  return `countersign.draw\n${key}\n${purpose}\n${id}`;
}

/** As far as it says whether a second look is open. */
export interface Looked {
  readonly queue: Queue | null;
  readonly state: Pick<ProposalState, "status" | "decision">;
}

/** True while a second look at something decided is open. What waits for a second signature stands in the same section, undecided. */
export function waitsForLook(item: Looked): boolean {
  return openLook(item) !== null;
}

/** Which second look is open; null where none is. What a person decided gets a second opinion, what policy let run is audited. */
export function openLook({ queue, state }: Looked): LookPurpose | null {
  if (queue !== "second_look" || state.status === "pending") return null;
  return state.decision?.source === "person" ? "double" : "audit";
}

/** True between two signatures: what anybody said or did since the first is kept from whoever may sign second. */
export function isHalfSigned({ status, signatures }: Pick<ProposalState, "status" | "signatures">): boolean {
  return status === "pending" && signatures.length > 0;
}

/** The state as it may be shown to whoever may still look: what an audit is not to know, or for a double how it was decided at all. */
export function beforeLook(purpose: LookPurpose, state: ProposalState): ProposalState {
  return purpose === "audit" ? beforeOutcome(state) : beforeDecision(state);
}

/**
 * The state as it was before anybody decided: the same whichever way the decision went. That it was decided is no secret: the person is asked
 * what they would have said, and signs nothing else.
 */
function beforeDecision(state: ProposalState): ProposalState {
  return {
    ...state,
    ...{ status: "pending", signatures: [], decision: null, releaseAt: null, releasedAt: null, delivery: "waiting" },
    ...{ deliveredAt: null, receiptId: null, receiptExpiresAt: null, lapsedAt: null, redemptionId: null, redeemedAt: null },
    outcome: null,
  };
}

/**
 * The state as it may be shown while its look is open: how it ran is left out, so that the verdict is on the action and not on its luck.
 * That policy let it run is no secret: the person is asked about something that has happened, and signs nothing else.
 */
function beforeOutcome(state: ProposalState): ProposalState {
  const delivery = state.delivery === "waiting" ? "waiting" : "delivered";
  return { ...state, delivery, redemptionId: null, redeemedAt: null, lapsedAt: null, outcome: null };
}
