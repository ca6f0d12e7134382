import type { CardFacts } from "../card/facts-for-policy";
import type { CalibrationBasis } from "../measure/calibration";
import type { Action, Target } from "../proposal";
import type { Kind, Reversibility, Stakes } from "../words";
import type { Derived } from "./derive";
import type { LadderFacts } from "./ladder-handling";

/**
 * Everything that policy looks at, and so everything that has to be stored for a decision to be replayed.
 * The agent's title, rationale, evidence and question have no field here: what it says cannot move what policy does.
 */
export interface AssessFacts {
  readonly action: Action;
  readonly agent: { readonly id: string; readonly name: string };
  readonly target: Target | null;
  readonly declared: Declared;
  readonly card: CardFacts;
  /** What `derive` reads from the action, with the kind that `resolveAction` gives. */
  readonly derived: Derived;
  readonly history: HistoryFacts;
  /** The kill switches that are on for this agent, this kind, or everything. */
  readonly kill: { readonly all: boolean; readonly agent: boolean; readonly kind: boolean };
}

/** What the agent said of its own proposal. Each may raise the risk and none may lower it; null where it said nothing. */
export interface Declared {
  readonly kind: Kind | null;
  readonly stakes: Stakes | null;
  readonly reversibility: Reversibility | null;
  /** Between 0 and 1. */
  readonly confidence: number | null;
  /** That the agent asked a question, not what it asked. */
  readonly hasDoubt: boolean;
  /** How long it can wait, in milliseconds; shortens the catalogue's time and never lengthens it. */
  readonly expiresInMs: number | null;
}

export interface HistoryFacts {
  /** The agent's own record: how many items are labelled, its figure corrected by them, and whether by a fit or towards the kind's base rate. */
  readonly calibration: {
    readonly labelled: number;
    readonly calibrated: number | null;
    readonly basis?: Exclude<CalibrationBasis, "unknown">;
  };
  /** Looks so far at this agent × action name, and whether an admin ended or skipped the rest; null when it is new. */
  readonly observation: { readonly looked: number; readonly wrong: number; readonly ended: boolean } | null;
  /** The agent's place on the ladder with this action; absent where it stands on L1 everywhere. */
  readonly ladder?: LadderFacts;
  /** Null when it was not looked up, or the action has no counterpart. */
  readonly firstTimeCounterpart: boolean | null;
  /** The agent's usual amount for this action name in the amount's currency; null when there is none yet. */
  readonly usualAmount: number | null;
  /** What each limit of `limitsFor` has used in its window, before this proposal. */
  readonly usage: Readonly<Record<string, { readonly count: number; readonly sum: number }>>;
}

/** Looks that a new agent × action name gets, and how many of them may be wrong for observation to end by itself. */
export const OBSERVED_LOOKS = 50;
export const OBSERVED_WRONG_MAX = 1;

/** True while proposals of this agent × action name are looked at whatever the matrix says. */
export function isObserved(observation: HistoryFacts["observation"]): boolean {
  if (observation === null) return true;
  if (observation.ended) return false;
  return observation.looked < OBSERVED_LOOKS || observation.wrong > OBSERVED_WRONG_MAX;
}
