import type { ActionResult } from "../../lib/contract/action-result";
import type { ObservationRequest } from "../../lib/domain/observation";

type Act<Input, Value = null> = (input: Input) => Promise<ActionResult<Value>>;

/** The server actions of the agents' screens, handed in by the page. Each checks for itself who asks. */
export interface AgentActions {
  readonly create: Act<{ readonly name: string }, { readonly id: string }>;
  readonly enable: Act<{ readonly agentId: string; readonly enabled: boolean }>;
  readonly observe: Act<ObservationRequest>;
}

export interface KeyActions {
  readonly create: Act<NewKeyInput, { readonly secret: string }>;
  readonly rotate: Act<{ readonly keyId: string }, { readonly secret: string }>;
  readonly revoke: Act<{ readonly keyId: string }>;
}

export interface NewKeyInput {
  readonly agentId: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly expiresInDays: number | null;
}

export interface StopActions {
  readonly set: Act<StopInput>;
  readonly clear: Act<StopInput>;
}

export interface StopInput {
  readonly scope: string;
  readonly reason: string;
}
