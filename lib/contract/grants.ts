import type { Grant } from "../domain/policy/grant";
import { freedWords, standingAt, type GrantStanding } from "../domain/policy/grant-words";

/** A standing approval as people read it. */
export interface GrantView {
  readonly id: string;
  readonly proposal: string;
  readonly actionName: string;
  readonly agentName: string;
  readonly by: string;
  readonly at: number;
  readonly until: number;
  readonly used: number;
  readonly usesMax: number;
  readonly standing: GrantStanding;
  /** Who revoked it; null where nobody did, or Countersign itself ended it. */
  readonly revokedBy: string | null;
  /** What may differ from what was approved, a sentence a field. */
  readonly freed: readonly string[];
}

/** What the page of one proposal says of standing approvals. */
export interface GrantsView {
  readonly given: readonly GrantView[];
  readonly under: GrantView | null;
  readonly offer: GrantOfferView | null;
  readonly mayRevoke: boolean;
}

export interface GrantOfferView {
  readonly whyNot: string | null;
  readonly observed: boolean;
  readonly fields: readonly { readonly path: string; readonly label: string; readonly value: string | number }[];
}

/** What a standing approval may differ in, as a form sends it. */
export type FreedInput =
  | { readonly path: string; readonly type: "list"; readonly values: readonly (string | number)[] }
  | { readonly path: string; readonly type: "range"; readonly min: number; readonly max: number };

/** A standing approval with its names, at `now`. */
export function toGrantView({ grant, agentName, byName, revokedByName }: GrantSource, now: number): GrantView {
  const { id, proposalId: proposal, action, at, until, used, usesMax } = grant;
  const standing = standingAt(grant, now);
  const words = { actionName: action.name, agentName, by: byName, revokedBy: revokedByName, freed: freedWords(grant) };
  return { id, proposal, at, until, used, usesMax, standing, ...words };
}

/** What it is made of: structurally the services' GrantReading. */
export interface GrantSource {
  readonly grant: Grant;
  readonly agentName: string;
  readonly byName: string;
  readonly revokedByName: string | null;
}
