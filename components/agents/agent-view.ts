/** What the agents' screens show. Instants are milliseconds since the epoch. */
export interface AgentView {
  readonly id: string;
  readonly name: string;
  /** The agent `manual`, which people compose under: no keys, never disabled. */
  readonly builtIn: boolean;
  readonly ownerName: string | null;
  readonly createdAt: number;
  readonly disabledAt: number | null;
  /** Oldest first, dead ones too. */
  readonly keys: readonly KeyView[];
  readonly lastUsedAt: number | null;
  /** `4`, or `100+` where counting stopped. */
  readonly pending: string;
  readonly observations: readonly ObservationView[];
  readonly stop: StopView | null;
}

export interface KeyView {
  readonly id: string;
  readonly label: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly createdByName: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  /** The key that takes this one's place exists: it ends by itself. */
  readonly succeeded: boolean;
}

export interface ObservationView {
  readonly actionName: string;
  /** Tells it from the same action at another version. */
  readonly fingerprint: string;
  /** Model and version, as the agent says; null when it says neither. */
  readonly version: string | null;
  readonly looked: number;
  readonly wrong: number;
  readonly endedAt: number | null;
}

/** A kill switch that is on. */
export interface StopView {
  /** `all`, `agent:agt_…`, `kind:payment`. */
  readonly scope: string;
  /** `everything`, `every payment`, the agent's name. */
  readonly words: string;
  readonly byName: string;
  readonly at: number;
  readonly reason: string;
}

export type KeyState = "works" | "ending" | "expired" | "revoked";

/** Whether a key opens the door now. `ending`: it works, and has a successor. */
export function keyState(key: Pick<KeyView, "revokedAt" | "expiresAt" | "succeeded">, now: number): KeyState {
  if (key.revokedAt !== null) return "revoked";
  if (key.expiresAt !== null && key.expiresAt <= now) return "expired";
  return key.succeeded ? "ending" : "works";
}
