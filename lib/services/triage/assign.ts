import type { ListRow } from "../../../db/store/types";
import { isId } from "../../domain/ids";
import { can } from "../../domain/permissions";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { proposalId } from "../read-proposal";
import { rowOf } from "./release";
import { requireDecider } from "./require-decider";

/**
 * Gives an open proposal to a person who decides, or back to everybody (null). It says whose it is and stops nobody: whoever may sign it
 * still may, and the record keeps who gave it to whom.
 */
export async function assign(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string; readonly person: string | null },
): Promise<{ readonly row: ListRow }> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  const { person } = input;
  if (person !== null && !isId("person", person)) throw nobody();
  const { result, rows } = await ctx.store.transact(function* (tx) {
    const record = yield* tx.proposal(id);
    if (record === null) throw new AppError("not_found", "there is no such proposal");
    if (record.state.status !== "pending") {
      throw new AppError("not_pending", `the proposal is ${record.state.status}: there is nothing to give to anybody`);
    }
    const assignee = person === null ? null : yield* tx.person(person);
    const able = assignee === null || (assignee.disabledAt === null && can(assignee.role, "proposal.decide"));
    if ((person !== null && assignee === null) || !able) throw nobody();
    if (record.assigneeId === person) return { result: record.state, unchanged: true };
    const saved = yield* tx.saveProposal({ ...record, assigneeId: person }, record.state.revision);
    if (!saved) throw new AppError("stale", "another change came first: look again");
    const body = { to: person };
    return {
      result: record.state,
      events: [ledgerDraft(actorName(actor), ctx.clock(), { type: "proposal.assigned", subject: id, body })],
    };
  });
  if (rows.length > 0) ctx.hub.publish({ type: "proposal", state: result, rows });
  return { row: await rowOf(ctx, id) };
}

function nobody(): AppError {
  const says = "must be somebody who decides here";
  return new AppError("invalid_request", `\`person\` ${says}`, { issues: [{ path: "person", says }] });
}
