/** The words of the product, once. Everything that spells one of these takes it from here. */

export const KINDS = ["email", "payment", "sql", "code", "post", "record", "file", "command", "tool"] as const;
/** Which review card a proposal gets. */
export type Kind = (typeof KINDS)[number];

export const STAKES = ["S0", "S1", "S2", "S3", "S4"] as const;
/** How bad an error would be: negligible, minor, moderate, major, severe. */
export type Stakes = (typeof STAKES)[number];
export const STAKES_WORD = {
  S0: "negligible",
  S1: "minor",
  S2: "moderate",
  S3: "major",
  S4: "severe",
} as const satisfies Record<Stakes, string>;

export const REVERSIBILITIES = ["R0", "R1", "R2", "R3"] as const;
/** Whether it can be undone: in place, restorable, compensable, irreversible. */
export type Reversibility = (typeof REVERSIBILITIES)[number];
export const REVERSIBILITY_WORD = {
  R0: "can be undone in place",
  R1: "can be restored",
  R2: "can only be compensated",
  R3: "can’t be undone",
} as const satisfies Record<Reversibility, string>;

export const TIERS = ["T0", "T1", "T2", "T3"] as const;
/** The risk badge. */
export type Tier = (typeof TIERS)[number];
export const TIER_WORD: Record<Tier, string> = { T0: "Low", T1: "Medium", T2: "High", T3: "Critical" };

export const TREATMENTS = ["auto", "audit", "review", "confirm", "two_person", "block"] as const;
/** What policy does with a proposal, mildest first. */
export type Treatment = (typeof TREATMENTS)[number];

export const STATUSES = [
  "pending",
  "held",
  "approved",
  "rejected",
  "answered",
  "blocked",
  "expired",
  "withdrawn",
  "superseded",
] as const;
/** Where a proposal stands. `held` (decided, undo window open) is shown to people only; agents read it as `pending`. */
export type Status = (typeof STATUSES)[number];

export const DELIVERIES = ["waiting", "delivered", "redeemed", "succeeded", "failed", "unknown", "reverted"] as const;
/** How far the answer has travelled. An axis of its own: decided is not the same as resumed, resumed not the same as done. */
export type Delivery = (typeof DELIVERIES)[number];

export const DECISIONS = ["approve", "edit", "reject", "answer"] as const;
export type DecisionType = (typeof DECISIONS)[number];

/** What somebody may say of an action that ran and was wrong. */
export const FINDING_KINDS = ["incident", "complaint", "audit", "reversal", "label"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const OUTCOMES = ["succeeded", "failed", "unknown", "reverted"] as const;
export type OutcomeStatus = (typeof OUTCOMES)[number];

export const ROLES = ["reviewer", "admin", "auditor"] as const;
export type Role = (typeof ROLES)[number];

export const LANES = ["quick", "deep"] as const;
/** Whether a card honestly fits ten seconds. */
export type Lane = (typeof LANES)[number];

export const QUEUES = ["needs_you", "deep", "second_look", "waiting", "done"] as const;
/** The sections of the queue. */
export type Queue = (typeof QUEUES)[number];

export const DOINGS = ["next", "looking", "deciding"] as const;
/** What whoever holds a lease is at: it comes next for them, they have it open, or they are about to sign it. */
export type Doing = (typeof DOINGS)[number];

/** The higher of two values in an ordered vocabulary such as {@link STAKES}. */
export function higher<Word extends string>(order: readonly Word[], a: Word, b: Word): Word {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

export const SWITCHES = ["canaries", "doubles", "warmUp", "softCap"] as const;
/**
 * What an admin may switch on for everybody, off until then: tests among the items, second opinions on quick decisions, a warm-up before focus
 * mode, quick cards that slow down.
 */
export type Switch = (typeof SWITCHES)[number];

/** Where an action runs, as far as a mark on its card can say it: by shape as well as by word. */
export const PLACES = ["production", "staging", "test"] as const;
export type Place = (typeof PLACES)[number];
