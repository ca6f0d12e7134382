import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft, PolicyRecord } from "../../../db/store/types";
import type { PolicyDocument } from "../../domain/policy/policy-document";
import { beginRollout, isRolledOut, isStepDays } from "../../domain/policy/rollout";
import { ROLLOUT_DAYS } from "../../domain/policy/rollout-shares";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { announcePolicy } from "../settings/live-settings";
import { readWorkspace } from "../settings/workspace";
import { sayingWhatChanged } from "./changed-meanwhile";
import { inLedger } from "./in-ledger";
import { proposedChange, savePending } from "./pending-change";
import { rolloutInLock, saveRollout } from "./rollout-setting";
import { changesBetween, savedPolicy, usablePolicy } from "./read-saved";
import { requireName, secondAdminRule } from "./second-admin";

export interface SavePolicyInput {
  /** The document as JSON text; it is kept as written. */
  readonly text: string;
  /** The version it was made from. */
  readonly basedOn: number;
  readonly note: string;
  /** The workspace's name, typed: needed for a riskier change where no second admin is asked. */
  readonly confirmName?: string;
  /** Days of each step, for a version that takes effect in stages; null or absent: at once, for everything. */
  readonly stepDays?: number | null;
}

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly version: number }
  /** A riskier change: it takes effect once another admin agrees. */
  | { readonly outcome: "waiting"; readonly digest: string }
  | { readonly outcome: "unchanged"; readonly version: number };

/**
 * Puts a policy into force, or, when it lets more through and a second admin is asked, proposes it. Throws `invalid_policy`, `policy_conflict`
 * with what changed when another version came first, `act_required` for a riskier change without the typed name, and `second_admin_required`
 * when nobody else could agree.
 */
export async function savePolicy(ctx: Context, actor: PersonActor | SystemActor, input: SavePolicyInput): Promise<SaveOutcome> {
  try {
    return await save(ctx, actor, input);
  } catch (error) {
    throw await sayingWhatChanged(ctx, error, input.basedOn);
  }
}

async function save(ctx: Context, actor: PersonActor | SystemActor, input: SavePolicyInput): Promise<SaveOutcome> {
  requirePermission(actor, "policy.save");
  const { document } = usablePolicy(input.text);
  const note = checkedNote(input.note);
  const stepDays = checkedDays(input.stepDays ?? null);
  const before = await savedPolicy(ctx, null);
  if (before.version !== input.basedOn) throw conflict(before.version);
  const { changes, riskier: riskierThanNewest } = changesBetween(before, document);
  const riskier = riskierThanNewest || (await riskierThanRest(ctx, document));
  if (changes.length === 0 && !riskier) return { outcome: "unchanged", version: before.version };
  const { name } = await readWorkspace(ctx);
  const at = ctx.clock();
  const { result } = await ctx.store.transact<SaveOutcome>(function* (tx) {
    const rule = yield* secondAdminRule(tx);
    yield* requireLatest(tx, input.basedOn);
    if (riskier && rule.on && actor.type === "person") {
      if (rule.admins < 2) throw alone();
      const pending = proposedChange(ctx, actor.personId, {
        ...{ type: "policy", text: input.text, basedOn: input.basedOn, note },
        ...(stepDays === null ? {} : { stepDays }),
      });
      yield* savePending(tx, pending);
      const body = { basedOn: input.basedOn, note, digest: pending.digest, document: inLedger(input.text) };
      const event = ledgerDraft(actorName(actor), at, { type: "policy.proposed", subject: "policy", body });
      return { result: { outcome: "waiting", digest: pending.digest }, events: [event] };
    }
    if (riskier) requireName(actor, input.confirmName, name);
    const by = actor.type === "person" ? actor.personId : null;
    const version = input.basedOn + 1;
    const record = { version, text: input.text, by, at, note, basedOn: input.basedOn };
    const event = yield* insertVersion(ctx, tx, record, actor, { riskier, stepDays });
    return { result: { outcome: "saved", version }, events: [event] };
  });
  if (result.outcome === "saved") await announcePolicy(ctx);
  return result;
}

/** Throws `policy_conflict` unless `basedOn` is still the newest version. */
export function* requireLatest(tx: Transaction, basedOn: number): Steps<void> {
  const latest = yield* tx.latestPolicyVersion();
  if (latest !== basedOn) throw conflict(latest ?? 0);
}

/** How a version takes effect. */
export interface TakingEffect {
  /** Whether it lets more through than what it replaces. */
  readonly riskier: boolean;
  readonly stepDays: number | null;
}

/** Writes a version, which ends any roll-out before it and may begin its own, and answers its ledger row. */
export function* insertVersion(
  ctx: Context,
  tx: Transaction,
  record: PolicyRecord,
  actor: PersonActor | SystemActor,
  effect: TakingEffect,
): Steps<LedgerDraft> {
  const { riskier, stepDays } = effect;
  yield* takeEffect(ctx, tx, record, effect);
  yield* tx.insertPolicy(record);
  const { version, by, at, note, basedOn, text } = record;
  const digest = `sha256:${ctx.sha256(text)}`;
  const staged = stepDays === null ? {} : { stepDays };
  const body = { version, basedOn, note, by, riskier, digest, ...staged, document: inLedger(text) };
  return ledgerDraft(actorName(actor), at, { type: "policy.saved", subject: "policy", body });
}

function checkedNote(text: string): string {
  const note = text.normalize("NFC").trim();
  if (note.length <= 500 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(note.replace(/\n/g, ""))) return note;
  const says = "write at most 500 visible characters";
  throw new AppError("invalid_request", says, { issues: [{ path: "note", says }] });
}

/** Begins the roll-out of a version, or ends the one that was under way. Throws `policy_conflict` where another has not ended. */
function* takeEffect(
  ctx: Context,
  tx: Transaction,
  { version, basedOn, at }: PolicyRecord,
  { riskier, stepDays }: TakingEffect,
): Steps<void> {
  if (stepDays === null || basedOn === null) return yield* saveRollout(tx, null);
  const kept = yield* rolloutInLock(tx);
  if (kept?.type === "running" && !isRolledOut(kept.rollout, at)) {
    const says = `version ${String(kept.rollout.next.version)} is still taking effect in stages`;
    throw new AppError("policy_conflict", `${says}: return it, or save without stages`, {
      context: { version: kept.rollout.next.version },
    });
  }
  const before = yield* tx.policy(basedOn);
  if (before === null) throw conflict(basedOn);
  const rollout = beginRollout({ next: version, before: basedOn }, stepDays, riskier, at);
  yield* saveRollout(tx, { type: "running", rollout, digest: `sha256:${ctx.sha256(before.text)}` });
}

/** While a version takes effect in stages another still judges the rest: what lets more through than that one is riskier too. */
async function riskierThanRest(ctx: Context, document: PolicyDocument): Promise<boolean> {
  const { rollout } = ctx.live;
  if (rollout === null) return false;
  return changesBetween(await savedPolicy(ctx, rollout.rollout.before.version), document).riskier;
}

function checkedDays(days: number | null): number | null {
  if (days === null || isStepDays(days)) return days;
  const says = `a step lasts ${String(ROLLOUT_DAYS.least)} to ${String(ROLLOUT_DAYS.most)} whole days`;
  throw new AppError("invalid_request", says, { issues: [{ path: "stepDays", says }] });
}

function conflict(version: number): AppError {
  return new AppError("policy_conflict", `version ${version} was saved meanwhile: look at what changed and save again`, {
    context: { version },
  });
}

function alone(): AppError {
  return new AppError(
    "second_admin_required",
    "this lets more through and a second admin must agree: add one, or ask for a second admin less",
  );
}
