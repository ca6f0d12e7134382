import { saysWrong } from "./measure/label";
import { ok, refuse, type Result } from "./result";
import { isQuestion } from "./question";
import type { DecisionType } from "./words";

/** How many looks a new agent × action gets before it may run without one (design: policy §4.2). */
export const OBSERVATION_LOOKS = 50;
/** It ends by itself with at most this many wrong. */
export const OBSERVATION_WRONG_MAX = 1;

export interface Observation {
  readonly looked: number;
  readonly wrong: number;
  /** When it ended, milliseconds; null while it lasts. */
  readonly endedAt: number | null;
}

/** A decision as a label (design: policy §3). */
export interface Look {
  readonly decision: DecisionType;
  readonly reasonCode: string | null;
  readonly tooFast: boolean;
  readonly at: number;
}

/**
 * The observation after one look. A rejection or an edit counts as wrong, `unspecified` included; a decision that was too fast to have been
 * read counts as no look at all, and so does a question, which is no judgement. It ends by itself after 50 looks with at most one wrong; with more, an admin decides.
 */
export function observe<O extends Observation>(observation: O, look: Look): O {
  const asked = look.decision === "reject" && look.reasonCode !== null && isQuestion({ code: look.reasonCode });
  if (observation.endedAt !== null || look.tooFast || asked) return observation;
  const looked = observation.looked + 1;
  const wrong = observation.wrong + (saysWrong(look.decision, look.reasonCode) ? 1 : 0);
  const ends = looked >= OBSERVATION_LOOKS && wrong <= OBSERVATION_WRONG_MAX;
  return { ...observation, looked, wrong, endedAt: ends ? look.at : null };
}

/** What an admin may make of an observation: end it, whatever was found, or have all 50 looked at again. */
export type ObservationTurn = "end" | "again";

/** What an admin saw when they decided: refused where looks since then found more wrong, or it ended meanwhile. */
export type SeenObservation = Pick<Observation, "wrong"> & { readonly ended: boolean };

/** Which observation, what the admin saw of it, and what is to become of it. */
export interface ObservationRequest {
  readonly agentId: string;
  readonly actionName: string;
  readonly fingerprint: string;
  readonly turn: ObservationTurn;
  readonly seen: SeenObservation;
  /** Why: whoever reads the record later was not there. */
  readonly reason: string;
}

/**
 * The observation as an admin decides. Ending it lets policy alone decide from the next proposal on; another model or version still begins anew.
 * `over`: it has ended already. `moved`: it is no longer what the admin saw.
 */
export function turnObservation<O extends Observation>(
  observation: O,
  turn: ObservationTurn,
  seen: SeenObservation,
  at: number,
): Result<O, "over" | "moved"> {
  const ended = observation.endedAt !== null;
  if (turn === "end" && ended) return refuse("over");
  if (ended !== seen.ended || observation.wrong !== seen.wrong) return refuse("moved");
  return ok(turn === "end" ? { ...observation, endedAt: at } : { ...observation, looked: 0, wrong: 0, endedAt: null });
}

/** True where an admin ended it: by itself it would still go on. */
export function endedByAdmin({ looked, wrong, endedAt }: Observation): boolean {
  return endedAt !== null && (looked < OBSERVATION_LOOKS || wrong > OBSERVATION_WRONG_MAX);
}
