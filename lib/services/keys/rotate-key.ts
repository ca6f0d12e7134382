import type { KeyRecord } from "../../../db/store/types";
import { isId } from "../../domain/ids";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import type { NewKey } from "./key-summary";
import { keySummary, mintKey } from "./key-summary";

const HOUR_MS = 60 * 60_000;
/** A day to bring the new key to where the old one is used. */
const OVERLAP_HOURS = { usual: 24, max: 30 * 24 };

/**
 * Makes a successor with the same scopes; the old key works for the overlap (24 hours unless said) and then ends by itself. Throws
 * `already_exists` when it has a successor already, `not_found` for a dead or unknown key.
 */
export async function rotateKey(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly keyId: string; readonly overlapHours?: number },
): Promise<NewKey> {
  requirePermission(actor, "keys.manage");
  const overlapMs = overlap(input.overlapHours ?? OVERLAP_HOURS.usual) * HOUR_MS;
  const now = ctx.clock();
  const old = await livingKey(ctx, input.keyId, now);
  const { record, secret } = mintKey(ctx, {
    agentId: old.agentId,
    label: old.label,
    scopes: old.scopes,
    createdBy: actor.type === "person" ? actor.personId : null,
    expiresAt: old.expiresAt === null ? null : now + (old.expiresAt - old.createdAt),
    replaces: old.id,
  });
  const endsAt = Math.min(old.expiresAt ?? Infinity, now + overlapMs);
  await ctx.store.transact(function* (tx) {
    const current = yield* tx.key(old.id);
    if (current?.revokedAt !== null || current.expiresAt !== old.expiresAt) {
      throw new AppError("stale", "the key was changed meanwhile: look again");
    }
    yield* tx.insertKey(record);
    yield* tx.saveKey({ ...current, expiresAt: endsAt });
    const event = {
      type: "key.rotated",
      subject: old.id,
      agentId: old.agentId,
      body: { successor: record.id, prefix: record.prefix, endsAt },
    };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
  // Who waits with the old key may go on waiting while it lives.
  if (endsAt <= now) ctx.hub.publish({ type: "access", subject: old.id });
  return { key: keySummary(record), secret };
}

async function livingKey(ctx: Context, id: string, now: number): Promise<KeyRecord> {
  const key = isId("key", id) ? await ctx.store.read.key(id) : null;
  if (key === null) throw new AppError("not_found", "there is no such key");
  const siblings = await ctx.store.read.keysOfAgent(key.agentId);
  if (siblings.some((other) => other.replaces === key.id && other.revokedAt === null)) {
    throw new AppError("already_exists", "this key has a successor already: rotate that one");
  }
  const dead = key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now);
  if (dead) throw new AppError("not_found", "this key works no longer: create a new one");
  return key;
}

function overlap(hours: number): number {
  if (Number.isInteger(hours) && hours >= 0 && hours <= OVERLAP_HOURS.max) return hours;
  const says = `write a number of hours from 0 to ${OVERLAP_HOURS.max}`;
  throw new AppError("invalid_request", says, { issues: [{ path: "overlapHours", says }] });
}
