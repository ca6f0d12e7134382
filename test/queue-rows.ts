import type { ShownRow } from "../lib/client/queue-view";
import type { QueueRow } from "../lib/contract/people";

/** One row of the queue as the server sends it: a change of a record that one person reviews. */
export function aQueueRow(id: string, more: Partial<QueueRow> = {}): QueueRow {
  return {
    id,
    headline: `Update ${id}`,
    agent: { id: "agt_1", name: "crm-agent" },
    actionName: "crm.update",
    kind: "record",
    tier: "T1",
    treatment: "review",
    status: "pending",
    delivery: "waiting",
    lane: "quick",
    predictedSeconds: 6,
    version: 1,
    revision: 1,
    signatures: 0,
    createdAt: 0,
    expiresAt: 60_000,
    releaseAt: null,
    releasedAt: null,
    decidedAt: null,
    decision: null,
    lapsed: false,
    look: null,
    lease: null,
    alike: "",
    assignee: null,
    comments: 0,
    ...more,
  };
}

/** The same as a browser shows it: nothing has happened to it since it was read. */
export function aShownRow(id: string, more: Partial<ShownRow> = {}): ShownRow {
  return { ...aQueueRow(id), left: null, refused: null, later: false, ...more };
}
