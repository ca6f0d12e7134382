import type { PolicyRecord } from "../../../db/store/types";
import type { PolicyChange } from "../../domain/policy/policy-change";
import type { PolicyIssue } from "../../domain/policy/validate-policy";
import { readPolicy } from "../../domain/policy/validate-policy";
import type { PersonActor, SystemActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import type { ProposedChange } from "./pending-change";
import { readPending } from "./pending-change";
import { changesBetween, savedPolicy, usablePolicy } from "./read-saved";

/** The newest versions first, without their documents. */
export async function listPolicies(
  ctx: Context,
  actor: PersonActor | SystemActor,
  limit = 100,
): Promise<readonly Omit<PolicyRecord, "text">[]> {
  requirePermission(actor, "policy.read");
  return ctx.store.read.policies(Math.min(Math.max(limit, 1), 500));
}

/** One version with its document, the newest for null. Throws `not_found`. */
export async function getPolicy(ctx: Context, actor: PersonActor | SystemActor, version: number | null): Promise<PolicyRecord> {
  requirePermission(actor, "policy.read");
  return savedPolicy(ctx, version);
}

/** A change as people read it before they save or agree. */
export interface PolicyDifference {
  readonly changes: readonly PolicyChange[];
  /** True when any of them lets more through. */
  readonly riskier: boolean;
  readonly warnings: readonly PolicyIssue[];
}

/** What a text would change against a saved version. Throws `invalid_policy` with line and column; nothing is written. */
export async function compareDraft(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly text: string; readonly against: number | null },
): Promise<PolicyDifference> {
  requirePermission(actor, "policy.read");
  const { document, warnings } = usablePolicy(input.text);
  return { ...changesBetween(await savedPolicy(ctx, input.against), document), warnings };
}

/** Every reason against a draft, each with its place; none when it can be used. */
export function issuesOfDraft(actor: PersonActor | SystemActor, text: string): readonly PolicyIssue[] {
  requirePermission(actor, "policy.read");
  const read = readPolicy(text);
  return read.ok ? [] : read.error;
}

/** What changed from one saved version to another. */
export async function compareVersions(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly from: number; readonly to: number },
): Promise<PolicyDifference> {
  requirePermission(actor, "policy.read");
  const { text } = await savedPolicy(ctx, input.to);
  return compareDraft(ctx, actor, { text, against: input.from });
}

/** The change that waits for a second admin, and what it would do to the policy in force. */
export interface WaitingChange {
  readonly proposed: ProposedChange;
  readonly proposedByName: string;
  /** Null for a change of the rule itself. */
  readonly difference: PolicyDifference | null;
  /** True when the policy moved on since: it can no longer be agreed to. */
  readonly outdated: boolean;
  /** False for the proposer and for whoever may not change the policy. */
  readonly mayAgree: boolean;
}

/** The change that waits, null when none does. */
export async function readWaitingChange(ctx: Context, actor: PersonActor): Promise<WaitingChange | null> {
  requirePermission(actor, "policy.read");
  const proposed = await readPending(ctx);
  if (proposed === null) return null;
  const person = await ctx.store.read.person(proposed.by);
  const { change } = proposed;
  const mayAgree = actor.role === "admin" && actor.personId !== proposed.by;
  const shown = { proposed, proposedByName: person?.name ?? "someone who left", mayAgree };
  if (change.type === "rule") return { ...shown, difference: null, outdated: false };
  const latest = await savedPolicy(ctx, null);
  const difference = await compareDraft(ctx, actor, { text: change.text, against: null });
  return { ...shown, difference, outdated: latest.version !== change.basedOn };
}
