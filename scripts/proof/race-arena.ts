import { cardKey, cardOf } from "../../lib/services/weigh";
import type { ProposalId } from "../../lib/domain/ids";
import type { AgentActor, PersonActor } from "../../lib/services/actor";
import { isAppError } from "../../lib/services/app-error";
import type { Context } from "../../lib/services/context";
import type { DecideInput } from "../../lib/services/triage/decide-proposal";
import { decideProposal } from "../../lib/services/triage/decide-proposal";
import { withDecisive } from "../../lib/services/triage/with-decisive";
import type { Random } from "../demo/random";
import type { History } from "./linearizable";
import type { Asked, Told } from "./proposal-register";

/** Who races on which servers, and by which dice. */
export interface Arena {
  /** One for each server on the database: callers are spread over them. */
  readonly servers: readonly Context[];
  readonly agent: AgentActor;
  /** Owns the agent's key, and so may not be one of two who sign. */
  readonly owner: PersonActor;
  readonly people: readonly PersonActor[];
  readonly random: Random;
  /** About as long as one read takes among all the others. */
  readonly turn: () => Promise<unknown>;
  /** Moves the clock of every server. */
  readonly pass: (ms: number) => void;
}

export type Record = History<Asked, Told>;

/** What a person looks at when they decide. */
export interface Shown {
  readonly id: ProposalId;
  readonly version: number;
  readonly digest: string;
}

const REASON = { code: "wrong_amount", text: null };
/** Longer than any card must be open before it is signed. */
const OPEN_MS = 10_000;

/** A caller that begins late by some turns: without them the one with the fewest reads would always win. */
export async function hop({ random, turn }: Arena, most: number): Promise<void> {
  for (let turns = random.between(0, most); turns > 0; turns -= 1) await turn();
}

export function anyServer({ servers, random }: Arena): Context {
  return random.pick(servers);
}

/** Makes a call and answers what it was told; null when the database could not say whether it took effect. */
export async function toldOf(call: () => Promise<Told>): Promise<Told | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "unavailable") return null;
    if (!isAppError(error)) return { code: error instanceof Error ? error.message : String(error) };
    const { status, version, by } = error.context;
    return {
      code: error.code,
      ...(typeof status === "string" ? { status } : {}),
      ...(typeof version === "number" ? { version } : {}),
      ...(typeof by === "string" ? { by: [by] } : {}),
    };
  }
}

/** Looks at the proposal and writes down what was seen. Answers what a person needs to decide on it. */
export async function look(ctx: Context, history: Record, id: ProposalId): Promise<Shown | null> {
  let shown: Shown | null = null;
  await history.record({ type: "look" }, () =>
    toldOf(async () => {
      const found = await ctx.store.read.proposal(id);
      if (found === null) throw new Error("the proposal is gone");
      const { status, version, digest, signatures, decision } = found.record.state;
      shown = { id, version, digest };
      return { code: "accepted", status, version, signers: signatures.map(({ by }) => by), by: decision?.by ?? [] };
    }),
  );
  return shown;
}

/** One person decides on what they were shown; `edited` is what they would make of it. */
export function decide(
  arena: Arena,
  history: Record,
  person: PersonActor,
  {
    shown,
    type,
    edited,
  }: { readonly shown: Shown; readonly type: "approve" | "edit" | "reject"; readonly edited: DecideInput["decision"] },
): Promise<Told | null> {
  const ctx = withOpenCard(anyServer(arena), person);
  const { id, version, digest } = shown;
  return history.record({ type, by: person.personId, version }, () =>
    toldOf(async () => {
      const decision = type === "edit" ? edited : { type, reason: REASON };
      const act = type === "edit" ? { type: "alternative" as const } : await actOn(ctx, id);
      const { outcome } = await decideProposal(
        ctx,
        { ...person, authenticatedAt: ctx.clock() },
        { proposal: id, version, digest, decision, act },
      );
      return { code: "accepted", status: outcome === "signed" ? "pending" : "held" };
    }),
  );
}

/**
 * The server as it is to somebody who has had every card open for long enough: only one person at a time has a card reserved, which is
 * manners and no lock, and would keep most of these callers from racing.
 */
function withOpenCard(ctx: Context, { personId }: PersonActor): Context {
  const since = ctx.clock() - OPEN_MS;
  const leases: Context["store"]["read"]["leases"] = (ids, at) =>
    Promise.resolve(
      ids.flatMap((proposalId) =>
        [1, 2, 3, 4, 5, 6].map((version) => ({
          proposalId,
          personId,
          version,
          since,
          until: at + OPEN_MS,
          doing: "looking" as const,
        })),
      ),
    );
  return { ...ctx, store: { ...ctx.store, read: { ...ctx.store.read, leases } } };
}

/** What the card asks for: its decisive value, where it has one. */
async function actOn(ctx: Context, id: ProposalId): Promise<DecideInput["act"]> {
  const found = await ctx.store.read.proposal(id);
  if (found === null) return { type: "hold" };
  const { treatment } = found.record.state;
  const card = await cardOf(ctx, cardKey(found.record), found.version.payload);
  const { decisive } = withDecisive(card, treatment, found.version.payload);
  return decisive === null ? { type: "hold" } : { type: "match", value: decisive.value };
}
