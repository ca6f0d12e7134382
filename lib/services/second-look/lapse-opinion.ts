import type { Body } from "../../../db/store/store";
import type { ListRow } from "../../../db/store/types";
import type { ProposalId } from "../../domain/ids";
import { firstVerdict } from "../../domain/second-opinion";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { endDouble } from "./give-opinion";

/**
 * Ends a second opinion that nobody gave in its time: the first decision keeps its label, is shown to everybody again, and nothing that ran is
 * changed. Safe to call of one that was settled meanwhile: whoever comes first under the write lock has it.
 */
export async function lapseOpinion(ctx: Context, id: ProposalId): Promise<void> {
  const now = ctx.clock();
  const body: Body<ListRow["state"] | null> = function* (tx) {
    const [record, draw] = [yield* tx.proposal(id), yield* tx.draw(id)];
    const decision = record?.state.decision ?? null;
    if (record === null || decision === null || draw?.purpose !== "double") return { result: null, unchanged: true };
    if (draw.settledAt !== null) return { result: null, unchanged: true };
    yield* endDouble(tx, record, null, now);
    const said = { purpose: draw.purpose, first: firstVerdict(decision), verdict: null, lapsed: true };
    const event = ledgerDraft("system:worker", now, { type: "look.settled", subject: id, body: said });
    return { result: record.state, events: [event] };
  };
  const { result, rows } = await ctx.store.transact(body);
  if (result !== null) ctx.hub.publish({ type: "proposal", state: result, rows });
}
