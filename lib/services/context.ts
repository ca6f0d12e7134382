import type { CellRecord } from "../../db/store/cell-types";
import type { Store } from "../../db/store/store";
import type { IdKind, IdTypes } from "../domain/ids";
import type { Grant } from "../domain/policy/grant";
import type { Kind } from "../domain/words";
import type { CompiledPolicy } from "../domain/policy/compile-policy";
import type { ReturnedRollout, Rollout } from "../domain/policy/rollout";
import type { Hub } from "./hub";

/** What every verb works over. Made once, in lib/runtime. */
export interface Context {
  readonly store: Store;
  /** The server's clock, milliseconds. The only authority on time. */
  readonly clock: () => number;
  readonly newId: <K extends IdKind>(kind: K) => IdTypes[K];
  /** Lowercase hexadecimal SHA-256 of the UTF-8 text. */
  readonly sha256: (text: string) => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly receipts: ReceiptKeys;
  readonly live: LiveSettings;
  readonly hub: Hub;
  readonly log: Log;
  /** `https://countersign.example`: where people open the dashboard. */
  readonly baseUrl: string;
}

/** The signing key in force and every key whose receipts are still good. */
export interface ReceiptKeys {
  readonly kid: string;
  sign(bytes: Uint8Array): Uint8Array;
  readonly verifiers: ReadonlyMap<string, (bytes: Uint8Array, signature: Uint8Array) => boolean>;
  /** RFC 7517 key set, public halves only. */
  readonly jwks: { readonly keys: readonly Readonly<Record<string, string>>[] };
}

/**
 * Settings that every proposal needs, held in memory and replaced after the commit that changed them.
 * `policy` is null when none could be loaded: then everything goes to a person.
 */
export interface LiveSettings {
  policy: CompiledPolicy | null;
  policySince: number;
  /** The version that takes effect in stages, and what judges the rest; null while none does. */
  rollout: LiveRollout | null;
  /** The version that was returned by itself, until an admin has seen it or saved another. */
  returned: ReturnedRollout | null;
  /** The ledger entry up to which all of this is known to hold; a commit that relies on it says so, where others may change it. */
  asOf: number;
  /** Scopes of the kill switches that are on: `all`, `agent:agt_…`, `kind:payment`. */
  stops: ReadonlySet<string>;
  workspace: "team" | "alone";
  /** Cells that do not stand on L1. */
  ladder: LiveLadder;
  /** Standing approvals in force, by agent and action. */
  grants: LiveGrants;
  /** Decides which items are looked at a second time; secret, so that nobody can tell beforehand. Made once, at the first start. */
  drawKey: string;
  /** Proposals of one key that may wait at once (design: trust H9). */
  pendingCap: number;
}

/** Both versions, each with the limits of both; `before` is null where it cannot be read, and then what it would judge goes to a person. */
export interface LiveRollout {
  readonly rollout: Rollout;
  readonly next: CompiledPolicy;
  readonly before: CompiledPolicy | null;
}

/** The cells that do not stand on L1, by agent, action and kind: nearly always few. */
export type LiveLadder = ReadonlyMap<string, readonly LadderStanding[]>;

/** Where one cell stands, and how many items it was given within 30 days. */
export interface LadderStanding extends Pick<CellRecord, "actionName" | "tier" | "level" | "cell"> {
  readonly monthly: number;
}

/** Standing approvals by the key of agent and action: nearly always few. */
export type LiveGrants = ReadonlyMap<string, readonly LiveGrant[]>;

/** One with the name of who gave it, for the derivation. */
export interface LiveGrant {
  readonly grant: Grant;
  readonly byName: string;
}

/** Enough for any agent that waits for people, too few to bury them. */
export const PENDING_CAP_DEFAULT = 1000;

export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** The kill switches that hold for one agent and kind. */
export function stopsFor(live: LiveSettings, agentId: string, kind: Kind): { all: boolean; agent: boolean; kind: boolean } {
  return { all: live.stops.has("all"), agent: live.stops.has(`agent:${agentId}`), kind: live.stops.has(`kind:${kind}`) };
}
