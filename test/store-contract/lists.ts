import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { Cursor, ListRow, ProposalWithVersion } from "../../db/store/types";
import type { PersonId } from "../../lib/domain/ids";
import type { Decision } from "../../lib/domain/proposal";
import { aDigest, newId, numberedId, START } from "../builders";
import { propose, proposeAll, withAgents } from "./writes";

const ids = (rows: readonly ListRow[]): readonly string[] => rows.map((row) => row.id);
const own = (rows: readonly ProposalWithVersion[]): readonly string[] => rows.map(({ record }) => record.state.id);

function decisionBy(by: readonly PersonId[], at: number): Decision {
  return {
    type: "approve",
    source: by.length === 0 ? "policy" : "person",
    by,
    at,
    reason: null,
    answer: null,
    singleSigner: false,
  };
}

/** An agent's own list, and a person's decisions. */
export function listsContract(current: () => Store): void {
  const agent = numberedId("agent", 1);

  test("an agent lists its own proposals, newest first, page by page", async () => {
    const store = current();
    await withAgents(store, 2);
    const records = await proposeAll(
      store,
      [3, 1, 2, 2].map((late) => ({ state: { createdAt: START + late } })),
    );
    await propose(store, { state: { agentId: numberedId("agent", 2) } });
    const [third, first, second, twin] = records.map((record) => record.state.id);
    const page = await store.read.proposalsOfAgent(agent, null, null, null, 2);
    expect(own(page)).toEqual([third, twin]);
    const after: Cursor = { rank: 0, at: START + 2, id: twin ?? "" };
    expect(own(await store.read.proposalsOfAgent(agent, null, null, after, 9))).toEqual([second, first]);
    expect(page[0]?.version.proposalId).toBe(third);
  });

  test("an agent's list can be limited to statuses and to a run", async () => {
    const store = current();
    await withAgents(store);
    const [pending, held, approved] = await proposeAll(store, [
      { runId: "a", state: { createdAt: START + 1 } },
      { runId: "a", state: { createdAt: START + 2, status: "held", releaseAt: START + 9 } },
      { runId: "b", state: { createdAt: START + 3, status: "approved", releasedAt: START + 4 } },
    ]);
    const list = (statuses: Parameters<typeof store.read.proposalsOfAgent>[1], runId: string | null = null) =>
      store.read.proposalsOfAgent(agent, statuses, runId, null, 9);
    expect(own(await list(["pending"]))).toEqual([pending?.state.id]);
    expect(own(await list(["pending", "held"]))).toEqual([held?.state.id, pending?.state.id]);
    expect(own(await list(["approved", "pending"]))).toEqual([approved?.state.id, pending?.state.id]);
    expect(own(await list([]))).toEqual([]);
    expect(own(await list(null, "a"))).toEqual([held?.state.id, pending?.state.id]);
    expect(own(await list(["held"], "a"))).toEqual([held?.state.id]);
    expect(own(await list(null, "c"))).toEqual([]);
  });

  test("a person's last decisions include those that another completed, newest first", async () => {
    const store = current();
    await withAgents(store);
    const [me, other] = [newId("person"), newId("person")];
    const signature = { by: me, at: START + 60, version: 1, digest: aDigest(1), type: "approve", ownAgent: false } as const;
    const [mine, completed, , signed] = await proposeAll(store, [
      { state: { status: "approved", releasedAt: START, decision: decisionBy([me], START + 10) } },
      { state: { status: "approved", releasedAt: START, decision: decisionBy([me, other], START + 30) } },
      { state: { status: "approved", releasedAt: START, decision: decisionBy([other], START + 40) } },
      { state: { signatures: [signature] } },
      { state: { status: "approved", releasedAt: START, decision: decisionBy([], START + 50) } },
    ]);
    expect(ids(await store.read.lastDecisions(me, 9))).toEqual([signed?.state.id, completed?.state.id, mine?.state.id]);
    expect(ids(await store.read.lastDecisions(me, 1))).toEqual([signed?.state.id]);
    expect(ids(await store.read.history({ decidedBy: me }, null, 9))).toHaveLength(3);
    expect(ids(await store.read.history({ decidedBy: me, statuses: ["pending"] }, null, 9))).toEqual([signed?.state.id]);
  });
}
