import type { ProposalWithVersion } from "../../db/store/types";
import type { PersonId } from "../domain/ids";
import type { Status } from "../domain/words";
import type { PersonActor } from "./actor";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { executable, mayCarryOut } from "./executor";
import { delivered, proposalId } from "./read-proposal";
import { namesOf } from "./triage/names-of";

/** Answers that somebody gave: what expired, was blocked or withdrawn has nobody waiting for it. */
const ANSWERED: ReadonlySet<Status> = new Set(["approved", "rejected", "answered"]);

/**
 * Takes the answer to what was composed by hand, as an agent does when it fetches its own: recorded as delivered, which starts the time to
 * redeem. Safe to repeat. Throws `not_approved` while it is undecided or may still be taken back.
 */
export async function takeAnswer(ctx: Context, actor: PersonActor, id: string): Promise<ProposalWithVersion> {
  const found = await executable(ctx, actor, id, "read");
  const { status } = found.record.state;
  if (ANSWERED.has(status)) return delivered(ctx, actor, found);
  throw new AppError("not_approved", `there is no answer to take: ${unanswered(status)}`);
}

function unanswered(status: Status): string {
  if (status === "pending") return "it is undecided";
  return status === "held" ? "its decision may still be taken back" : `it is ${status}, and nobody waits for it`;
}

/** A proposal composed by hand, for whoever may carry it out. */
export interface CarryingOut {
  readonly found: ProposalWithVersion;
  readonly composer: { readonly id: PersonId; readonly name: string };
}

/** What this person may carry out or acknowledge; null where there is nothing of the kind, or it is not theirs. Reading it records nothing. */
export async function readCarryingOut(ctx: Context, actor: PersonActor, id: string): Promise<CarryingOut | null> {
  const found = await ctx.store.read.proposal(proposalId(id));
  const composerId = found?.record.state.composerId ?? null;
  if (found === null || composerId === null) return null;
  if (!ANSWERED.has(found.record.state.status) || !mayCarryOut(actor, found)) return null;
  const names = await namesOf(ctx, [composerId]);
  return { found, composer: { id: composerId, name: names.get(composerId) ?? "someone who left" } };
}
