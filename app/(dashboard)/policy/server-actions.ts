"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";

import type { ActionResult } from "../../../lib/contract/action-result";
import type { PolicyDraftCheck, PolicyDraftIssue, PolicyDraftOpened, PolicySaved } from "../../../lib/contract/policy";
import { actingPerson } from "../../../lib/auth/current-person";
import { SECOND_ADMIN_RULES } from "../../../lib/domain/policy/second-admin-rule";
import { POLICY_LIMITS } from "../../../lib/domain/policy/policy-limits";
import { getRuntime } from "../../../lib/runtime";
import { approvePolicyChange, dropPolicyChange } from "../../../lib/services/policy/agree-to-change";
import type { PolicyIssue } from "../../../lib/domain/policy/validate-policy";
import { compareDraft, issuesOfDraft } from "../../../lib/services/policy/read-policies";
import { issueWords } from "../../../lib/services/policy/read-saved";
import { revertPolicy } from "../../../lib/services/policy/revert-policy";
import { savePolicy } from "../../../lib/services/policy/save-policy";
import { setSecondAdminRule } from "../../../lib/services/policy/second-admin";
import { ROLLOUT_TURNS, steerRollout } from "../../../lib/services/policy/steer-rollout";
import { readDraft } from "../../../lib/services/policy-drafts/read-drafts";
import { dropDraft, saveDraft } from "../../../lib/services/policy-drafts/save-draft";
import { actionInput, answerAction } from "../answer-action";

const Draft = z.strictObject({ text: z.string().max(POLICY_LIMITS.textLengthMax) });
const Save = z.strictObject({
  text: z.string().max(POLICY_LIMITS.textLengthMax),
  basedOn: z.int().min(1),
  note: z.string().min(1, { error: "say why, for those who read the history" }).max(500),
  confirmName: z.string().max(100).optional(),
  stepDays: z.int().optional(),
});
const Steer = z.strictObject({ version: z.int().min(1), turn: z.enum(ROLLOUT_TURNS) });
const Revert = z.strictObject({ to: z.int().min(1), basedOn: z.int().min(1), confirmName: z.string().max(100).optional() });
const SaveDraft = z.strictObject({
  name: z.string().max(200),
  text: z.string().max(POLICY_LIMITS.textLengthMax),
  seenAt: z.int().nullable(),
});
const DraftName = z.strictObject({ name: z.string().max(200) });
const SecondAdmin = z.strictObject({ rule: z.enum(SECOND_ADMIN_RULES), confirmName: z.string().max(100).optional() });
const Change = z.strictObject({ digest: z.string().max(100) });

/** What a draft would change, or every reason against it with line and column. Writes nothing. */
export async function checkPolicyAction(input: unknown): Promise<ActionResult<PolicyDraftCheck>> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.read");
    const { text } = actionInput(Draft, input);
    const { ctx } = await getRuntime();
    const issues = issuesOfDraft(actor, text);
    if (issues.length > 0) return { issues: issues.map(issueView), changes: [], riskier: false, warnings: [] };
    const { changes, riskier, warnings } = await compareDraft(ctx, actor, { text, against: null });
    return { issues: [], changes, riskier, warnings: warnings.map(({ message, line, column }) => ({ message, line, column })) };
  });
}

/** Saves a draft as the next version, or proposes it to a second admin. */
export async function savePolicyAction(input: unknown): Promise<ActionResult<PolicySaved>> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { confirmName, stepDays = null, ...rest } = actionInput(Save, input);
    const { ctx } = await getRuntime();
    const saved = await savePolicy(ctx, actor, { ...rest, stepDays, ...(confirmName === undefined ? {} : { confirmName }) });
    revalidatePath("/policy");
    return saved.outcome === "waiting"
      ? { outcome: "waiting", version: null }
      : { outcome: saved.outcome, version: saved.version };
  });
}

/** Puts an earlier version into force again, as a new one. */
export async function revertPolicyAction(input: unknown): Promise<ActionResult<PolicySaved>> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { confirmName, ...rest } = actionInput(Revert, input);
    const { ctx } = await getRuntime();
    const saved = await revertPolicy(ctx, actor, { ...rest, ...(confirmName === undefined ? {} : { confirmName }) });
    revalidatePath("/policy");
    return saved.outcome === "waiting"
      ? { outcome: "waiting", version: null }
      : { outcome: saved.outcome, version: saved.version };
  });
}

/** Pauses a roll-out, lets it go on, cuts it short, returns it, or takes note of one that was returned. */
export async function steerRolloutAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { ctx } = await getRuntime();
    await steerRollout(ctx, actor, actionInput(Steer, input));
    revalidatePath("/policy");
    return null;
  });
}

/** Switches when a riskier change waits for a second admin, or proposes it where that takes one. */
export async function setSecondAdminAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { rule, confirmName } = actionInput(SecondAdmin, input);
    const { ctx } = await getRuntime();
    await setSecondAdminRule(ctx, actor, { rule, ...(confirmName === undefined ? {} : { confirmName }) });
    revalidatePath("/policy");
    return null;
  });
}

/** A second admin agrees to the change that waits. */
export async function agreePolicyAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { ctx } = await getRuntime();
    await approvePolicyChange(ctx, actor, actionInput(Change, input));
    revalidatePath("/policy");
    return null;
  });
}

/** The change that waits is dropped. */
export async function dropPolicyAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { ctx } = await getRuntime();
    await dropPolicyChange(ctx, actor, actionInput(Change, input));
    revalidatePath("/policy");
    return null;
  });
}

/** Keeps a draft under a name, beside the policy in force. */
export async function saveDraftAction(input: unknown): Promise<ActionResult<PolicyDraftOpened>> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { ctx } = await getRuntime();
    const { name, text, at } = await saveDraft(ctx, actor, actionInput(SaveDraft, input));
    revalidatePath("/policy");
    return { name, text, at };
  });
}

/** A draft to go on with. */
export async function openDraftAction(input: unknown): Promise<ActionResult<PolicyDraftOpened>> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.read");
    const { ctx } = await getRuntime();
    const { name, text, at } = await readDraft(ctx, actor, actionInput(DraftName, input).name);
    return { name, text, at };
  });
}

/** A draft is dropped. */
export async function dropDraftAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { ctx } = await getRuntime();
    await dropDraft(ctx, actor, actionInput(DraftName, input).name);
    revalidatePath("/policy");
    return null;
  });
}

function issueView(issue: PolicyIssue): PolicyDraftIssue {
  const { condition, message } = issue;
  const place = condition === undefined ? "" : `line ${String(condition.line)}, column ${String(condition.column)}: `;
  return { path: issue.path, says: issueWords(issue), inField: `${place}${message}` };
}
