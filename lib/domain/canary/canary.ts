import type { JsonObject } from "../json";
import type { Action, Target } from "../proposal";

/** What a canary is made of: the action of a real, past proposal with its records. */
export interface CanarySource {
  readonly action: Action;
  readonly target: Target | null;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

/** A known-bad variant and what is wrong with it, in words that finish "That was a test: …". */
export interface Mutated {
  readonly source: CanarySource;
  /** Ours, from checked values: shown at the reveal, never before the decision. */
  readonly wrong: string;
}

/** One way of going wrong. `seed` chooses among several places or values; null where it does not apply to this action. */
export interface Mutation {
  /** Stable: results are counted by it. */
  readonly name: string;
  readonly apply: (source: CanarySource, seed: number) => Mutated | null;
}

/** Those of one kind: at least four. */
export type Canaries = readonly [Mutation, Mutation, Mutation, Mutation, ...Mutation[]];
