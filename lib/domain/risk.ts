import type { GrantId } from "./ids";
import type { ReasonSentence, ReasonWords } from "./policy/reason-texts";
import type { Kind, Lane, Reversibility, Stakes, Tier, Treatment } from "./words";

/** Where a value came from. A badge, the derivation panel and the ledger print it. */
export const REASON_SOURCES = [
  "agent",
  "catalogue",
  "rule",
  "detector",
  "confidence",
  "doubt",
  "matrix",
  "grant",
  "limit",
  "observation",
  "regulated",
  "kill_switch",
  "rollout",
  "fault",
] as const;
export type ReasonSource = (typeof REASON_SOURCES)[number];

/** One use of a standing approval. */
export interface GrantUse {
  readonly id: GrantId;
  /** Name of the person who gave it. */
  readonly by: string;
  /** The first use is 1. */
  readonly use: number;
  /** How often it may be used at all. */
  readonly of: number;
}

/** One step of the derivation, in words a person can check. */
export interface Reason {
  readonly source: ReasonSource;
  /** The rule, detector or limit that spoke, where there is more than one of its kind. */
  readonly id?: string;
  /** A sentence without agent prose, in English. Values from arguments are quoted as data. */
  readonly says: string;
  /** What that was made of; null where an admin wrote it, absent in what was stored before it was kept. */
  readonly words?: ReasonWords | null;
  /** What it set, where it set something: `stakes S2`, `tier T2`, `treatment block`. */
  readonly sets?: string;
}

/** The three numbers, each with its provenance, and what they lead to. */
export interface Risk {
  readonly stakes: Stakes;
  readonly reversibility: Reversibility;
  /** The agent's figure between 0 and 1, and the calibrated one once enough was labelled; null when unknown. */
  readonly confidence: {
    readonly declared: number | null;
    readonly calibrated: number | null;
    readonly labelled: number;
    /** What the calibrated figure rests on: the agent’s own record, or that drawn to the kind’s base rate. */
    readonly basis?: "fit" | "base_rate";
  };
  readonly tier: Tier;
  readonly reasons: readonly Reason[];
  /** The two facts that decided the tier, for the badge: `moves 412.00 USD`, `can’t be undone`. */
  readonly drivers: readonly [string, string];
  /** What they were made of, as with a reason. */
  readonly driverWords?: readonly [ReasonSentence | null, ReasonSentence | null];
}

/** What policy decided about one version of a proposal: stored with it, so that history can be replayed. */
export interface Assessment {
  readonly policyVersion: number;
  readonly kind: Kind;
  readonly risk: Risk;
  readonly treatment: Treatment;
  readonly regulated: boolean;
  /** The regulated rule's name for people, null when not regulated. */
  readonly regulation: string | null;
  /** How long an open undo window lasts, in milliseconds. */
  readonly undoMs: number;
  /** How long a person has, in milliseconds from the proposal. */
  readonly expiresInMs: number;
  /** Share of items audited afterwards, 0 to 1; null unless the treatment is `audit`. */
  readonly auditRate: number | null;
  /** True while the agent × action is in observation. */
  readonly observed: boolean;
  /** True where it runs by itself only after the undo window, in which anybody may stop it; absent otherwise. */
  readonly heldBack?: boolean;
  /** The chance with which a person was to look, where only the ladder's draw brought one; absent where it was certain. */
  readonly reviewRate?: number;
  /** The standing approval that let it run without a person, and which use of it this was; absent otherwise. */
  readonly grant?: GrantUse;
}

/** The budget's answer for one card. */
export interface Prediction {
  readonly lane: Lane;
  /** Seconds on a keyboard at 238 words a minute, one decimal. */
  readonly seconds: number;
  readonly mustReadTokens: number;
}
