import type { ProposalState } from "../../lib/domain/proposal";
import type { AgentActor, PersonActor, SystemActor } from "../../lib/services/actor";
import { isAppError } from "../../lib/services/app-error";
import type { Context } from "../../lib/services/context";
import { transition } from "../../lib/services/transition";
import type { DecideInput } from "../../lib/services/triage/decide-proposal";
import { decideProposal } from "../../lib/services/triage/decide-proposal";
import { releaseNow } from "../../lib/services/triage/release";
import { withdraw } from "../../lib/services/withdraw";
import type { Random } from "../demo/random";

type Caller = DecideInput["decision"]["type"] | "withdraw" | "expire";

/** What one caller was told: `accepted`, or the code of the refusal. */
export interface Answer {
  readonly caller: Caller;
  readonly code: string;
}

/** Who races, and by which dice. */
export interface Race {
  readonly ctx: Context;
  readonly agent: AgentActor;
  /** One for each of {@link CHOICES}. */
  readonly reviewers: readonly PersonActor[];
  readonly random: Random;
}

interface Call {
  readonly caller: Caller;
  /** Turns of the event loop that it may come late by: without them the call with the fewest reads would always win. */
  readonly hops: number;
  readonly run: () => Promise<unknown>;
}

const WORKER: SystemActor = { type: "system", name: "worker" };
const REASON = { code: "wrong_amount", text: null };
const HOPS = { decide: 4, withdraw: 48, expire: 16 } as const;

/** What the people of a race want. */
export const CHOICES: readonly DecideInput["decision"][] = [
  { type: "approve" },
  { type: "approve" },
  { type: "approve" },
  { type: "reject", reason: REASON },
  { type: "reject", reason: REASON },
  { type: "edit", arguments: { ticket: "edited", tag: "shipping" }, reason: REASON },
];

/** Expiry that finds a decided proposal changes nothing and refuses nothing. */
class Late extends Error {
  readonly code = "not_pending";
}

/** All eight at once on one proposal, in an order that differs each time; answers what each was told. */
export async function raceOne(race: Race, state: ProposalState): Promise<readonly Answer[]> {
  const callers = [...race.reviewers.map((person, index) => personCall(race, state, person, index)), ...otherCalls(race, state)];
  return Promise.all(
    callers.map(async ({ caller, hops, run }) => {
      for (let hop = race.random.between(0, hops); hop > 0; hop -= 1) await new Promise((resolve) => setImmediate(resolve));
      return { caller, code: await codeOf(run) };
    }),
  );
}

/** Decides, and every other time ends the undo window at once: what is merely held could still be withdrawn. */
function personCall({ ctx, random }: Race, state: ProposalState, person: PersonActor, index: number): Call {
  const { id, version, digest } = state;
  const decision = CHOICES[index];
  if (decision === undefined) throw new Error("each reviewer wants something");
  const atOnce = random.chance(0.5);
  const run = async (): Promise<void> => {
    await decideProposal(ctx, person, { proposal: id, version, digest, decision, act: { type: "hold" } });
    if (atOnce) await releaseNow(ctx, person, { proposal: id });
  };
  return { caller: decision.type, hops: HOPS.decide, run };
}

function otherCalls({ ctx, agent }: Race, { id, expiresAt }: ProposalState): readonly Call[] {
  // Reads the clock at the deadline, as a call does that began a moment after the others.
  const late: Context = { ...ctx, clock: () => expiresAt };
  const expire = async (): Promise<void> => {
    const { events } = await transition(late, WORKER, id, { command: () => ({ type: "expire" }) });
    if (events.length === 0) throw new Late();
  };
  return [
    { caller: "withdraw", hops: HOPS.withdraw, run: () => withdraw(ctx, agent, id) },
    { caller: "expire", hops: HOPS.expire, run: expire },
  ];
}

/** The code of the refusal that a call ends in, `accepted`, or the message of what should not have been thrown. */
export async function codeOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return "accepted";
  } catch (error) {
    if (isAppError(error) || error instanceof Late) return error.code;
    return error instanceof Error ? error.message : String(error);
  }
}
