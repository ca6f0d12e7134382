import type { AgentId, PersonId } from "../../lib/domain/ids";
import type { Kind, Queue } from "../../lib/domain/words";
import type { Cursor, ListRow } from "./types";

/** The orders of a section: what is at stake, age, deadline, or agent by agent with look-alikes together. */
export type QueueSort = "stake" | "age" | "due" | "agent";

/** Reads of what belongs together: what is one person’s, and what was made from one template. */
export interface GroupReads {
  /** What of a section was given to this person, in the order asked for; open sections only. */
  assignedTo(
    personId: PersonId,
    queue: Queue,
    filter: { readonly agentId?: AgentId; readonly kind?: Kind },
    sort: QueueSort,
    limit: number,
  ): Promise<readonly ListRow[]>;
  /** What this person decided and what is through with, last decided first. `after.at` is the instant of the decision. */
  doneBy(personId: PersonId, after: Cursor | null, limit: number): Promise<readonly ListRow[]>;
  /** Everything in a section that was made from one template by one agent, in the queue's order. */
  alike(queue: Queue, agentId: AgentId, alike: string, limit: number): Promise<readonly ListRow[]>;
  /** How much of a section that is, counted no further than `cap`. */
  countAlike(queue: Queue, agentId: AgentId, alike: string, cap: number): Promise<number>;
}
