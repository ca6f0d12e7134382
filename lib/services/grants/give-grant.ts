import type { Transaction } from "../../../db/store/store";
import type { Steps } from "../../../db/store/steps";
import type { ProposalWithVersion } from "../../../db/store/types";
import {
  fitsGrant,
  GRANT_LIMITS,
  isInForce,
  readFreed,
  whyNoGrant,
  type FreedField,
  type Grant,
} from "../../domain/policy/grant";
import type { JsonObject } from "../../domain/json";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { secondAdminRule } from "../policy/second-admin";
import { proposalId } from "../read-proposal";
import { requirePermission } from "../require-permission";
import { refreshGrants } from "../settings/live-settings";
import { withSettings } from "../settings/with-settings";

const DAY_MS = 86_400_000;

/** "Allow exactly this again": what a person may say of it. */
export interface GiveGrantInput {
  readonly proposal: string;
  readonly freed: readonly FreedField[];
  readonly days: number;
  readonly uses: number;
}

/**
 * Gives a standing approval from a proposal that people approved. It loosens nothing beyond what the matrix lets the cell become. Where a second
 * admin is asked for riskier changes, whoever alone approved or composed the proposal cannot also give this. Throws `decision_not_allowed` with the reason,
 * `invalid_request` naming the field, `second_admin_required`, and `already_exists` while an equal one is in force.
 */
export async function giveGrant(ctx: Context, actor: PersonActor, input: GiveGrantInput): Promise<Grant> {
  requirePermission(actor, "grants.give");
  const id = proposalId(input.proposal);
  requireBounds(input);
  const { result } = await withSettings(ctx, async (settingsAsOf) => {
    const found = await ctx.store.read.proposal(id);
    if (found === null) throw new AppError("not_found", "there is no such proposal");
    const findings = await ctx.store.read.findings(id);
    const why =
      findings.length > 0
        ? "something was found wrong with it"
        : whyNoGrant(ctx.live.policy, found.record.state, found.version.assessment);
    if (why !== null) throw new AppError("decision_not_allowed", `this cannot be allowed again by itself: ${why}`);
    const grant = grantOf(ctx, actor, found, input);
    const inForce = (await ctx.store.read.grantsInForce(grant.at)).filter((one) => isInForce(one, grant.at));
    if (inForce.length >= GRANT_LIMITS.activeMax) {
      throw new AppError("decision_not_allowed", `${String(GRANT_LIMITS.activeMax)} are in force already: revoke some first`);
    }
    if (inForce.some((one) => fitsGrant(one, grant))) {
      throw new AppError("already_exists", "a standing approval for this is in force already: revoke it first");
    }
    return ctx.store.transact<Grant>(
      function* (tx) {
        yield* requireSecond(tx, actor, found);
        yield* tx.insertGrant(grant);
        const body: JsonObject = {
          grant: grant.id,
          actionName: grant.action.name,
          digest: found.version.digest,
          freed: grant.freed.map((field) => ({ ...field })),
          until: grant.until,
          usesMax: grant.usesMax,
        };
        const event = { type: "grant.given", subject: id, agentId: grant.agentId, body };
        return { result: grant, events: [ledgerDraft(actorName(actor), grant.at, event)] };
      },
      { settingsAsOf },
    );
  });
  await refreshGrants(ctx);
  return result;
}

function grantOf(ctx: Context, actor: PersonActor, { record, version }: ProposalWithVersion, input: GiveGrantInput): Grant {
  const { action, target } = version.payload;
  const freed = readFreed(action.arguments, input.freed);
  if (!freed.ok) throw invalid("freed", freed.error);
  const at = ctx.clock();
  return {
    id: ctx.newId("grant"),
    proposalId: record.state.id,
    agentId: record.state.agentId,
    kind: record.state.kind,
    action,
    target,
    freed: freed.value,
    by: actor.personId,
    at,
    until: at + input.days * DAY_MS,
    usesMax: input.uses,
    used: 0,
    revokedAt: null,
    revokedBy: null,
  };
}

/** Two people stand behind it: who approved the proposal, and who lets it run again. */
function* requireSecond(tx: Transaction, actor: PersonActor, { record }: ProposalWithVersion): Steps<void> {
  const { decision, composerId } = record.state;
  const others = (decision?.by ?? []).filter((person) => person !== actor.personId);
  if (others.length > 0 && composerId !== actor.personId) return;
  const rule = yield* secondAdminRule(tx);
  if (!rule.on) return;
  const says = "you approved or composed this one yourself: another admin lets it run again";
  throw new AppError("second_admin_required", says);
}

function requireBounds({ days, uses }: GiveGrantInput): void {
  const { daysMax, usesMax } = GRANT_LIMITS;
  if (!Number.isInteger(days) || days < 1 || days > daysMax) throw invalid("days", `say 1 to ${String(daysMax)} days`);
  if (!Number.isInteger(uses) || uses < 1 || uses > usesMax) throw invalid("uses", `say 1 to ${String(usesMax)} times`);
}

function invalid(path: string, says: string): AppError {
  return new AppError("invalid_request", "some fields do not fit: look at each", { issues: [{ path, says }] });
}
