import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft, PolicyRecord } from "../../../db/store/types";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { refreshPolicy } from "../settings/live-settings";
import { readWorkspace } from "../settings/workspace";
import { proposedChange, savePending } from "./pending-change";
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
}

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly version: number }
  /** A riskier change: it takes effect once another admin agrees. */
  | { readonly outcome: "waiting"; readonly digest: string }
  | { readonly outcome: "unchanged"; readonly version: number };

/** In the ledger the document stands in full up to this many characters, beyond it by its digest; the table of versions has it always. */
const LEDGER_TEXT_MAX = 262_144;

/**
 * Puts a policy into force, or, when it lets more through and a second admin is asked, proposes it. Throws `invalid_policy`, `policy_conflict`
 * when another version came first, `act_required` for a riskier change without the typed name, and `second_admin_required` when nobody else
 * could agree.
 */
export async function savePolicy(ctx: Context, actor: PersonActor | SystemActor, input: SavePolicyInput): Promise<SaveOutcome> {
  requirePermission(actor, "policy.save");
  const { document } = usablePolicy(input.text);
  const note = checkedNote(input.note);
  const before = await savedPolicy(ctx, null);
  if (before.version !== input.basedOn) throw conflict(before.version);
  const { changes, riskier } = changesBetween(before, document);
  if (changes.length === 0 && !riskier) return { outcome: "unchanged", version: before.version };
  const { name } = await readWorkspace(ctx);
  const at = ctx.clock();
  const { result } = await ctx.store.transact<SaveOutcome>(function* (tx) {
    const rule = yield* secondAdminRule(tx);
    yield* requireLatest(tx, input.basedOn);
    if (riskier && rule.on && actor.type === "person") {
      if (rule.admins < 2) throw alone();
      const pending = proposedChange(ctx, actor.personId, { type: "policy", text: input.text, basedOn: input.basedOn, note });
      yield* savePending(tx, pending);
      const body = { basedOn: input.basedOn, note, digest: pending.digest, document: inLedger(input.text) };
      const event = ledgerDraft(actorName(actor), at, { type: "policy.proposed", subject: "policy", body });
      return { result: { outcome: "waiting", digest: pending.digest }, events: [event] };
    }
    if (riskier) requireName(actor, input.confirmName, name);
    const by = actor.type === "person" ? actor.personId : null;
    const version = input.basedOn + 1;
    const event = yield* insertVersion(
      ctx,
      tx,
      { version, text: input.text, by, at, note, basedOn: input.basedOn },
      actor,
      riskier,
    );
    return { result: { outcome: "saved", version }, events: [event] };
  });
  if (result.outcome === "saved") await announce(ctx, result.version);
  return result;
}

/** Throws `policy_conflict` unless `basedOn` is still the newest version. */
export function* requireLatest(tx: Transaction, basedOn: number): Steps<void> {
  const latest = yield* tx.latestPolicyVersion();
  if (latest !== basedOn) throw conflict(latest ?? 0);
}

/** Writes a version and answers its ledger row. */
export function* insertVersion(
  ctx: Context,
  tx: Transaction,
  record: PolicyRecord,
  actor: PersonActor | SystemActor,
  riskier: boolean,
): Steps<LedgerDraft> {
  yield* tx.insertPolicy(record);
  const { version, by, at, note, basedOn, text } = record;
  const digest = `sha256:${ctx.sha256(text)}`;
  const body = { version, basedOn, note, by, riskier, digest, document: inLedger(text) };
  return ledgerDraft(actorName(actor), at, { type: "policy.saved", subject: "policy", body });
}

/** Puts the newest version into force and tells every screen. */
export async function announce(ctx: Context, version: number): Promise<void> {
  await refreshPolicy(ctx);
  ctx.hub.publish({ type: "policy", version });
}

function inLedger(text: string): string | null {
  return text.length <= LEDGER_TEXT_MAX ? text : null;
}

function checkedNote(text: string): string {
  const note = text.normalize("NFC").trim();
  if (note.length <= 500 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(note.replace(/\n/g, ""))) return note;
  const says = "write at most 500 visible characters";
  throw new AppError("invalid_request", says, { issues: [{ path: "note", says }] });
}

function conflict(version: number): AppError {
  return new AppError("policy_conflict", `version ${version} was saved meanwhile: look at what changed and save again`, {
    context: { version },
  });
}

function alone(): AppError {
  return new AppError(
    "second_admin_required",
    "this lets more through and a second admin must agree: add one, or switch that rule off",
  );
}
