import type { ProposalWithVersion } from "../../db/store/types";
import type { PersonId } from "../domain/ids";
import type { AgentActor, PersonActor } from "./actor";

/** How the call was made, beside its body. */
export interface ProposeCall {
  readonly idempotencyKey: string | null;
  /** The body as it was sent, decoded as UTF-8. */
  readonly raw: string | null;
}

export interface Proposed {
  readonly found: ProposalWithVersion;
  /** True when an earlier call with the same key had made it. */
  readonly replayed: boolean;
}

/** The agent under whose name it is proposed, and the person who composed it, if one did. */
export interface ProposedBy {
  readonly actor: AgentActor | PersonActor;
  readonly agentId: AgentActor["agentId"];
  readonly agentName: string;
  readonly keyId: AgentActor["keyId"] | null;
  readonly ownerId: PersonId | null;
  readonly composerId: PersonId | null;
}
