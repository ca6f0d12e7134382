import { isScope, SCOPES } from "../../domain/agent-key";
import type { AgentId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import type { NewKey } from "./key-summary";
import { keySummary, mintKey } from "./key-summary";

export interface CreateKeyInput {
  readonly agentId: string;
  readonly label: string;
  /** All scopes when absent. */
  readonly scopes?: readonly string[];
  /** Days from now, 1 to 3,650; null or absent for a key that does not expire. */
  readonly expiresInDays?: number | null;
}

const DAY_MS = 24 * 60 * 60_000;

/** Makes a key for an agent and answers it once, in the clear; only its hash is kept. Throws `not_found` or `invalid_request`. */
export async function createKey(ctx: Context, actor: PersonActor | SystemActor, input: CreateKeyInput): Promise<NewKey> {
  requirePermission(actor, "keys.manage");
  const agentId = agentOf(input.agentId);
  const createdBy = actor.type === "person" ? actor.personId : null;
  const expiresAt = expiry(ctx.clock(), input.expiresInDays ?? null);
  const { record, secret } = mintKey(ctx, {
    agentId,
    label: label(input.label),
    scopes: scopes(input.scopes ?? SCOPES),
    createdBy,
    expiresAt,
    replaces: null,
  });
  await ctx.store.transact(function* (tx) {
    const agent = yield* tx.agent(agentId);
    if (agent === null) throw new AppError("not_found", "there is no such agent");
    if (agent.builtIn) throw new AppError("forbidden", "the agent `manual` stands for people: it has no keys");
    yield* tx.insertKey(record);
    const body = { key: record.id, label: record.label, prefix: record.prefix, scopes: record.scopes, expiresAt };
    const event = { type: "key.created", subject: record.id, agentId, body };
    return { result: null, events: [ledgerDraft(actorName(actor), record.createdAt, event)] };
  });
  return { key: keySummary(record), secret };
}

function agentOf(id: string): AgentId {
  if (!isId("agent", id)) throw new AppError("not_found", "there is no such agent");
  return id;
}

function label(text: string): string {
  const trimmed = text.normalize("NFC").trim();
  if (trimmed.length >= 1 && trimmed.length <= 60 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(trimmed)) return trimmed;
  throw invalid("label", "write a label of 1 to 60 visible characters, such as where the key is used");
}

function scopes(asked: readonly string[]): readonly string[] {
  const known = SCOPES.filter((scope) => asked.includes(scope));
  if (known.length === 0 || !asked.every(isScope)) throw invalid("scopes", `choose one or more of ${SCOPES.join(", ")}`);
  return known;
}

function expiry(now: number, days: number | null): number | null {
  if (days === null) return null;
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw invalid("expiresInDays", "write a number of days from 1 to 3650");
  return now + days * DAY_MS;
}

function invalid(path: string, says: string): AppError {
  return new AppError("invalid_request", says, { issues: [{ path, says }] });
}
