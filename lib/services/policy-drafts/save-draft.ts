import type { PolicyDraftRecord } from "../../../db/store/policy-draft-types";
import { checkName } from "../../domain/name";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { savedPolicy, usablePolicy } from "../policy/read-saved";
import { requirePermission } from "../require-permission";

/** More than people compare side by side; each may be as large as a policy. */
const DRAFTS_MAX = 20;

export interface SaveDraftInput {
  readonly name: string;
  /** The document as JSON text; it is kept as written. */
  readonly text: string;
  /** When the draft of this name was saved that the caller has seen; null for a new one. */
  readonly seenAt: number | null;
}

/**
 * Keeps a draft of the policy under a name, from where on it is counted beside the policy in force. Nothing of it is in force. Throws
 * `invalid_policy`, and `stale` when somebody saved that name since the caller looked.
 */
export async function saveDraft(ctx: Context, actor: PersonActor, input: SaveDraftInput): Promise<PolicyDraftRecord> {
  requirePermission(actor, "policy.save");
  const checked = checkName(input.name);
  if (!checked.ok)
    throw new AppError("invalid_request", checked.error.detail, { issues: [{ path: "name", says: checked.error.detail }] });
  usablePolicy(input.text);
  const { version } = await savedPolicy(ctx, null);
  const { name } = checked.value;
  const draft: PolicyDraftRecord = { name, text: input.text, basedOn: version, by: actor.personId, at: ctx.clock() };
  const { result } = await ctx.store.transact(function* (tx) {
    const before = yield* tx.policyDraft(name);
    if ((before?.at ?? null) !== input.seenAt) throw moved(before);
    if (before === null && (yield* tx.countPolicyDrafts()) >= DRAFTS_MAX) {
      throw new AppError("decision_not_allowed", `${String(DRAFTS_MAX)} drafts are kept already: drop one first`);
    }
    yield* tx.savePolicyDraft(draft);
    const body = { name, basedOn: version, digest: `sha256:${ctx.sha256(input.text)}` };
    const event = { type: "policy.draft_saved", subject: "policy", body };
    return { result: draft, events: [ledgerDraft(actorName(actor), draft.at, event)] };
  });
  return result;
}

/** Drops a draft; one that is gone already stays gone. */
export async function dropDraft(ctx: Context, actor: PersonActor, name: string): Promise<void> {
  requirePermission(actor, "policy.save");
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if ((yield* tx.policyDraft(name)) === null) return { result: null, unchanged: true };
    yield* tx.deletePolicyDraft(name);
    const event = { type: "policy.draft_dropped", subject: "policy", body: { name } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
}

function moved(before: PolicyDraftRecord | null): AppError {
  const says =
    before === null
      ? "that draft was dropped meanwhile: save it under a new name"
      : "a draft of this name is kept already, or was changed since you opened it: open it, or take another name";
  return new AppError("stale", says, { issues: [{ path: "name", says }] });
}
