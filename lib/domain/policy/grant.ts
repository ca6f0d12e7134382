import { canonicalJson } from "../canonical";
import { applyEdit, editFields, valueAt } from "../card/edit-form";
import type { AgentId, GrantId, PersonId, ProposalId } from "../ids";
import type { Json, JsonObject } from "../json";
import type { Action, ProposalState, Target } from "../proposal";
import { ok, refuse, type Result } from "../result";
import type { Assessment } from "../risk";
import type { Kind } from "../words";
import { handlingOf } from "./cell-treatment";
import { resolveAction, type CompiledPolicy } from "./compile-policy";
import { underGrant } from "./ladder-handling";

/** What one standing approval may hold. */
export const GRANT_LIMITS = { daysMax: 90, usesMax: 1_000, freedMax: 5, valuesMax: 50, activeMax: 1_000 } as const;

/** Within what one field of the arguments may differ from what was approved: one of these values, or a number in a range. */
export type FreedField =
  | { readonly path: string; readonly type: "list"; readonly values: readonly (string | number)[] }
  | { readonly path: string; readonly type: "range"; readonly min: number; readonly max: number };

/** Which proposals a standing approval is about: exactly this agent, action, kind, target and arguments, but for the fields it frees. */
export interface GrantSignature {
  readonly agentId: AgentId;
  readonly kind: Kind;
  readonly action: Action;
  readonly target: Target | null;
  readonly freed: readonly FreedField[];
}

/** A standing approval: "allow exactly this again", by a person, until an instant, at most so often. */
export interface Grant extends GrantSignature {
  readonly id: GrantId;
  /** The approved proposal that it repeats. */
  readonly proposalId: ProposalId;
  readonly by: PersonId;
  readonly at: number;
  readonly until: number;
  readonly usesMax: number;
  readonly used: number;
  readonly revokedAt: number | null;
  readonly revokedBy: PersonId | null;
}

/** True when a proposal is what was approved: equal to the last character outside the freed fields, and inside them within what they allow. */
export function fitsGrant(signature: GrantSignature, given: Omit<GrantSignature, "freed">): boolean {
  return (
    given.agentId === signature.agentId &&
    given.kind === signature.kind &&
    given.action.name === signature.action.name &&
    fixedText(signature.freed, given) === fixedText(signature.freed, signature) &&
    signature.freed.every((field) => allows(field, valueAt(given.action.arguments, field.path)))
  );
}

/** What has to be equal: target and arguments, with a blank where a field is free. A path that is not there leaves no blank. */
function fixedText(freed: readonly FreedField[], { action, target }: Omit<GrantSignature, "freed">): string {
  const blanks = freed.map(({ path }) => ({ path, value: null }));
  return canonicalJson([target === null ? null : { ...target }, applyEdit(action.arguments, blanks)]);
}

function allows(field: FreedField, value: Json | undefined): boolean {
  if (field.type === "list") return field.values.some((one) => one === value);
  return typeof value === "number" && value >= field.min && value <= field.max;
}

/** True while it may still be used: not revoked, not past its day, not used up. */
export function isInForce({ revokedAt, until, used, usesMax }: Grant, now: number): boolean {
  return revokedAt === null && now < until && used < usesMax;
}

/**
 * The freed fields, checked against the arguments that were approved: each is a text or a number that is there, named once, and what it may become
 * includes what it was. Refused with words that name the field.
 */
export function readFreed(callArguments: JsonObject, freed: readonly FreedField[]): Result<readonly FreedField[], string> {
  if (freed.length > GRANT_LIMITS.freedMax) return refuse(`at most ${String(GRANT_LIMITS.freedMax)} fields may differ`);
  if (new Set(freed.map(({ path }) => path)).size < freed.length) return refuse("a field is named twice");
  const fields = new Map(editFields(callArguments).map((field) => [field.path, field]));
  for (const field of freed) {
    const known = fields.get(field.path);
    const value = known?.value;
    if (known === undefined || (typeof value !== "string" && typeof value !== "number")) {
      return refuse(`\`${field.path}\` is no text or number in these arguments`);
    }
    const wrong = wrongIn(field, value);
    if (wrong !== null) return refuse(`${known.label}: ${wrong}`);
  }
  return ok(freed);
}

function wrongIn(field: FreedField, value: string | number): string | null {
  if (field.type === "range") {
    if (typeof value !== "number") return "only a number has a range";
    if (!Number.isFinite(field.min) || !Number.isFinite(field.max) || field.min > field.max) {
      return "say a range from a smaller to a larger number";
    }
  } else {
    if (field.values.length === 0 || field.values.length > GRANT_LIMITS.valuesMax) {
      return `list 1 to ${String(GRANT_LIMITS.valuesMax)} values`;
    }
    if (field.values.some((one) => typeof one !== typeof value)) return `each value must be a ${typeof value}`;
  }
  return allows(field, value) ? null : "what it may be must include what was approved";
}

/** Why no standing approval may be given for a proposal, in words; null when one may. */
export function whyNoGrant(
  policy: CompiledPolicy | null,
  state: ProposalState,
  assessment: Pick<Assessment, "kind" | "risk" | "regulated">,
): string | null {
  const { decision, status, canary } = state;
  const approved = status === "approved" && (decision?.type === "approve" || decision?.type === "edit");
  if (!approved || decision.source !== "person" || canary) return "only what a person approved can be allowed again";
  if (assessment.regulated || state.regulated) return "it is regulated: a person always decides";
  if (assessment.risk.tier === "T3") return "it is critical: people look at every one";
  if (policy === null) return "no policy can be used at the moment";
  return whyNotByPolicy(policy, state.actionName, assessment);
}

/** What the policy of today says against it: it may have changed since the approval. */
function whyNotByPolicy(
  policy: CompiledPolicy,
  actionName: string,
  { kind, risk }: Pick<Assessment, "kind" | "risk">,
): string | null {
  const { entry, known } = resolveAction(policy, actionName, kind);
  if (entry === null || known !== "known") return "the catalogue does not name this action";
  if (entry.regulated !== undefined && entry.regulated !== false) return "it is regulated: a person always decides";
  const cell = policy.document.matrix[risk.stakes][risk.reversibility];
  const { start, loosest } = cell.perKind?.[kind] ?? cell;
  const loosened = underGrant(handlingOf(start), loosest, risk.tier, false);
  const runsAlone = loosened.treatment === "auto" || loosened.treatment === "audit";
  return runsAlone ? null : "the matrix does not let this cell become looser than it starts";
}
