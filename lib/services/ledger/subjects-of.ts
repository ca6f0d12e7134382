import type { LedgerRow } from "../../../db/store/types";
import type { AgentId, ProposalId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import type { Context } from "../context";

/** What rows of the record are about, by the names that people know. Ids of what is gone are left out. */
export interface LedgerSubjects {
  /** The headline on the card. */
  readonly proposals: ReadonlyMap<ProposalId, string>;
  readonly agents: ReadonlyMap<AgentId, string>;
}

/** Looks up the proposals and agents that rows name, once each. */
export async function subjectsOf(ctx: Context, rows: readonly Pick<LedgerRow, "subject">[]): Promise<LedgerSubjects> {
  const ids = new Set(rows.flatMap(({ subject }) => (subject !== null && isId("proposal", subject) ? [subject] : [])));
  const [agents, found] = await Promise.all([
    ctx.store.read.agents(),
    Promise.all([...ids].map((id) => ctx.store.read.listRow(id))),
  ]);
  return {
    proposals: new Map(found.flatMap((row) => (row === null ? [] : [[row.id, row.headline] as const]))),
    agents: new Map(agents.map(({ id, name }) => [id, name] as const)),
  };
}
