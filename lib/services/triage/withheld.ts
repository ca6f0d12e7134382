import type { ListRow } from "../../../db/store/types";
import type { PersonId } from "../../domain/ids";
import type { LedgerEntry } from "../../domain/ledger";
import { can } from "../../domain/permissions";
import type { ProposalState } from "../../domain/proposal";

import { FIRST_SIGNER, isHalfSigned, openLook, waitsForLook, type LookPurpose } from "../../domain/second-look";
import { notAsked, type Part } from "../../domain/second-opinion";
import type { PersonActor } from "../actor";

type Names = ReadonlyMap<PersonId, string>;

/** Second signers decide for themselves: until they have, neither card, record nor comments tell them who signed first. */
export function blind(actor: PersonActor, state: ProposalState, names: Names): Names {
  return new Map([...names, ...hiddenSigners(actor, state).map((signer) => [signer, FIRST_SIGNER] as const)]);
}

/** What the record says of an action before it ran: all that is shown of it while its second look is owed. */
export const BEFORE_IT_RAN: ReadonlySet<string> = new Set(["proposal.proposed", "proposal.allowed", "grant.used", "look.drawn"]);

/**
 * True for an event that would tell people what they are still to judge for themselves: what came of an action whose second look is owed, or
 * what the first signer did while theirs would be the second. Who decides nothing, as an auditor, reads everything.
 */
export function isWithheld(actor: PersonActor, row: ListRow, event: Pick<LedgerEntry, "type" | "actor">): boolean {
  if (!can(actor.role, "proposal.decide")) return false;
  if (waitsForLook(row) && (isSealedFor(actor, row) || event.type === "look.given") && !BEFORE_IT_RAN.has(event.type))
    return true;
  return hiddenSigners(actor, row.state).some((signer) => event.actor === `person:${signer}`);
}

/**
 * The row as this person may read it. Whoever decided it, owns it or decides nothing is never asked for a second opinion on it: they see what became of it
 * while the others do not.
 */
export function asSeenBy(actor: PersonActor, row: ListRow): ListRow & { readonly unsealed?: true; readonly heard?: true } {
  const heard = areCommentsSealed(actor, row) ? {} : { heard: true as const };
  return isSealedFor(actor, row) ? { ...row, ...heard } : { ...row, ...heard, unsealed: true };
}

/** True while something decided is kept from this person, so that they can say what they would have done. */
export function isSealedFor(actor: PersonActor, row: ListRow): boolean {
  return sealsFor(actor, openLook(row), row.state);
}

/** As {@link isSealedFor}, of what is known of it without its row. */
export function sealsFor(actor: PersonActor, look: LookPurpose | null, part: Part): boolean {
  if (look !== "double") return look === "audit";
  return can(actor.role, "proposal.decide") && !notAsked(part, []).has(actor.personId);
}

/**
 * True while what others said of it is kept from this person, who is still to judge it for themselves. Between two signatures all of it is, not
 * only what the first signer said: the gap would name them.
 */
export function areCommentsSealed(actor: PersonActor, row: ListRow): boolean {
  return openLook(row) === "double" ? isSealedFor(actor, row) : hiddenSigners(actor, row.state).length > 0;
}

function hiddenSigners(actor: PersonActor, state: ProposalState): readonly PersonId[] {
  if (!isHalfSigned(state)) return [];
  const signers = state.signatures.map((signature) => signature.by);
  return can(actor.role, "proposal.decide") && !signers.includes(actor.personId) ? signers : [];
}
