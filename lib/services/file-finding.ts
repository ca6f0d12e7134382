import type { FindingRecord } from "../../db/store/types";
import type { FindingKind } from "../domain/words";
import { openLook } from "../domain/second-look";
import type { AgentActor, PersonActor } from "./actor";
import { actorName } from "./actor";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { keepLabel } from "./keep-label";
import { proposalId } from "./read-proposal";
import { requirePermission } from "./require-permission";
import { requireScope } from "./require-scope";
import { refreshMoved } from "./settings/live-settings";
import { sealsFor } from "./triage/withheld";

/**
 * Files evidence that something which ran was wrong. Agents may file on their own proposals, people on any. Throws `not_redeemed` for what
 * was never redeemed: it cannot have run, and a finding on it would count as an error that nobody made. Throws `decision_not_allowed` to whom
 * it is shown blind, before it tells whether it ran: what they have to say is their verdict.
 */
export async function fileFinding(
  ctx: Context,
  actor: AgentActor | PersonActor,
  input: { readonly proposal: string; readonly kind: FindingKind; readonly text: string },
): Promise<FindingRecord & { readonly kind: FindingKind }> {
  if (actor.type === "agent") requireScope(actor, "findings");
  else requirePermission(actor, "finding.file");
  const id = proposalId(input.proposal);
  const finding = {
    id: ctx.newId("finding"),
    proposalId: id,
    kind: input.kind,
    text: input.text,
    by: actorName(actor),
    at: ctx.clock(),
  } satisfies FindingRecord;
  const { rows } = await ctx.store.transact(function* (tx) {
    const record = yield* tx.proposal(id);
    // INVARIANT: a test of the reviewers is nobody’s to its agent, and to people something that has not run.
    const own = actor.type === "person" || (record?.state.agentId === actor.agentId && !record.state.canary);
    if (record === null || !own) {
      throw new AppError("not_found", "there is no such proposal");
    }
    if (actor.type === "person" && sealsFor(actor, openLook(record), record.state)) {
      throw new AppError("decision_not_allowed", "this waits for a second look: say there what is not fine with it");
    }
    if (record.state.redeemedAt === null) {
      throw new AppError("not_redeemed", "nothing ran here: a finding is about what an action did");
    }
    yield* tx.insertFinding(finding);
    const { events } = yield* keepLabel(tx, record, finding.at);
    return {
      result: finding,
      events: [
        {
          at: finding.at,
          type: "finding.filed",
          subject: id,
          agentId: record.state.agentId,
          actor: finding.by,
          body: { finding: finding.id, kind: finding.kind, textDigest: `sha256:${ctx.sha256(finding.text)}` },
        },
        ...events,
      ],
    };
  });
  await refreshMoved(ctx, rows);
  return finding;
}
