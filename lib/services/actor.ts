import type { AgentId, KeyId, PersonId, SessionId } from "../domain/ids";
import type { Role } from "../domain/words";

/** Who is calling, established by lib/auth and by nothing else. Each variant holds only what that kind of caller can know. */
export type Actor = AgentActor | PersonActor | SystemActor;

/** Who carries out what was approved: an agent its own, a person what people composed. */
export type Executor = AgentActor | PersonActor;

export interface AgentActor {
  readonly type: "agent";
  readonly agentId: AgentId;
  readonly agentName: string;
  readonly keyId: KeyId;
  readonly scopes: ReadonlySet<string>;
  /** The person who made the key. */
  readonly ownerId: PersonId | null;
}

export interface PersonActor {
  readonly type: "person";
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly sessionId: SessionId;
  /** When they last proved who they are, milliseconds. */
  readonly authenticatedAt: number;
}

/** The product itself: timers, migrations, the command line on the server's own machine. */
export interface SystemActor {
  readonly type: "system";
  readonly name: "worker" | "command_line" | "demo";
}

/** How the ledger names an actor: `agent:agt_…`, `person:per_…`, `system:worker`. */
export function actorName(actor: Actor): string {
  switch (actor.type) {
    case "agent":
      return `agent:${actor.agentId}`;
    case "person":
      return `person:${actor.personId}`;
    case "system":
      return `system:${actor.name}`;
  }
}
