import type { PastFacts, PastRow } from "../../../db/store/past-types";
import type { ProposalId } from "../../domain/ids";
import type { PastItem } from "../../domain/measure/history-columns";
import { resolveAction, type CompiledPolicy } from "../../domain/policy/compile-policy";
import { derive } from "../../domain/policy/derive";
import type { AssessFacts } from "../../domain/policy/facts";
import { fixedPart, type FixedPart } from "../../domain/policy/fixed-part";
import { replayed } from "../../domain/policy/replay-facts";
import { declaredOf } from "../assess-payload";
import type { Context } from "../context";
import { ofContext } from "../of-context";

/** Which past: from one instant on and before another. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** A past as it can be replayed under one policy's catalogue, rules and limits. */
export interface Past {
  readonly window: Window;
  readonly rows: readonly PastRow[];
  /** Those that can be replayed, oldest first. */
  readonly items: readonly PastItem[];
  /** Proposals in the window that keep no facts: they cannot be replayed, and are counted. */
  readonly unreplayable: number;
  /** True when the window holds more than {@link PAST_MAX}: the newest are taken. */
  readonly truncated: boolean;
  /** People who decided in it. */
  readonly reviewers: number;
}

export type OnProgress = (done: number, total: number) => void;

/** Items replayed at most: what a browser recomputes within a tenth of a second. */
export const PAST_MAX = 50_000;
const PAGE = 2_000;
const FACTS_PAGE = 250;
/** Policies whose fixed parts are remembered: the one in force, and the draft somebody works on. */
const POLICIES_MAX = 3;

type FixedParts = Map<ProposalId, FixedPart | null>;

/**
 * Reads the newest {@link PAST_MAX} proposals of a window. What each was judged on is read and evaluated once a policy and remembered in this
 * process; what became of them is read anew. Lets other work in between pages.
 */
export async function readPast(
  ctx: Context,
  policy: CompiledPolicy,
  window: Window,
  onProgress: OnProgress = () => undefined,
): Promise<Past> {
  const rows = await rowsIn(ctx, window);
  const kept = rows.slice(0, PAST_MAX).reverse();
  return pastOf(ctx, policy, { window, rows: kept, truncated: rows.length > PAST_MAX }, null, onProgress);
}

/** The same past under another policy's catalogue, rules and limits. Only actions for which these say something else are evaluated anew. */
export async function readPastUnder(
  ctx: Context,
  policy: CompiledPolicy,
  past: Past,
  inForce: CompiledPolicy,
  onProgress: OnProgress = () => undefined,
): Promise<Past> {
  return pastOf(ctx, policy, past, inForce, onProgress);
}

async function pastOf(
  ctx: Context,
  policy: CompiledPolicy,
  { window, rows, truncated }: Pick<Past, "window" | "rows" | "truncated">,
  like: CompiledPolicy | null,
  onProgress: OnProgress,
): Promise<Past> {
  const parts = fixedPartsOf(ctx, policy);
  if (like !== null) takeOver(parts, fixedPartsOf(ctx, like), rows, saysTheSame(policy, like));
  await fill(ctx, policy, parts, rows, onProgress);
  const items: PastItem[] = [];
  for (const row of rows) {
    const fixed = parts.get(row.id) ?? null;
    if (fixed !== null) items.push(itemOf(row, fixed));
  }
  const deciders = new Set(rows.flatMap((row) => (row.decidedBy === null ? [] : [row.decidedBy])));
  return { window, rows, items, unreplayable: rows.length - items.length, truncated, reviewers: Math.max(1, deciders.size) };
}

function takeOver(parts: FixedParts, from: FixedParts, rows: readonly PastRow[], isSame: (actionName: string) => boolean): void {
  for (const { id, actionName } of rows) {
    if (parts.has(id) || !isSame(actionName)) continue;
    const part = from.get(id);
    if (part !== undefined) parts.set(id, part);
  }
}

/** Whether two policies know the same of an action's name: then they judge it alike. */
function saysTheSame(one: CompiledPolicy, other: CompiledPolicy): (actionName: string) => boolean {
  const known = new Map<string, boolean>();
  const said = ({ byName }: CompiledPolicy, name: string) =>
    JSON.stringify([byName.catalogue(name), byName.rules(name), byName.limits(name)]);
  return (name) => {
    const same = known.get(name) ?? said(one, name) === said(other, name);
    known.set(name, same);
    return same;
  };
}

async function rowsIn(ctx: Context, window: Window): Promise<readonly PastRow[]> {
  const rows: PastRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const page = await ctx.store.read.pastItems(window, last === undefined ? null : { at: last.createdAt, id: last.id }, PAGE);
    rows.push(...page);
    if (page.length < PAGE || rows.length > PAST_MAX) return rows;
    await otherWork();
  }
}

/** Reads and evaluates what is not remembered yet. */
async function fill(
  ctx: Context,
  policy: CompiledPolicy,
  parts: FixedParts,
  rows: readonly PastRow[],
  onProgress: OnProgress,
): Promise<void> {
  const missing = rows.filter((row) => !parts.has(row.id)).map(({ id }) => id);
  if (parts.size > 2 * PAST_MAX) for (const id of [...parts.keys()].slice(0, PAST_MAX)) parts.delete(id);
  onProgress(rows.length - missing.length, rows.length);
  const agents = new Map(rows.map((row) => [row.id, row.agentId]));
  for (let done = 0; done < missing.length; done += FACTS_PAGE) {
    const ids = missing.slice(done, done + FACTS_PAGE);
    for (const found of await ctx.store.read.pastFacts(ids))
      parts.set(found.id, partOf(policy, found, agents.get(found.id) ?? ""));
    onProgress(rows.length - missing.length + done + ids.length, rows.length);
    await otherWork();
  }
}

function partOf(policy: CompiledPolicy, found: PastFacts, agentId: string): FixedPart | null {
  const facts = replayedFacts(policy, found, agentId);
  return facts === null ? null : fixedPart(policy, facts);
}

/** What a past proposal was judged on, as a policy's catalogue reads it; null for one that keeps no facts. */
export function replayedFacts(
  policy: CompiledPolicy,
  { payload, extras, facts }: PastFacts,
  agentId: string,
): AssessFacts | null {
  if (facts === null) return null;
  const declared = declaredOf(payload, extras);
  const { kind } = resolveAction(policy, payload.action.name, declared.kind);
  const derived = derive(payload.action, payload.target, kind);
  return replayed(facts, { action: payload.action, target: payload.target, derived, agentId, declared });
}

/** What is remembered for the part of a policy that fixed parts depend on; other versions that only moved knobs share it. */
function fixedPartsOf(ctx: Context, { document }: CompiledPolicy): FixedParts {
  const all = ofContext(ctx, "past-fixed-parts", () => new Map<string, FixedParts>());
  const key = ctx.sha256(JSON.stringify([document.catalogue, document.rules, document.limits]));
  const parts: FixedParts = all.get(key) ?? new Map<ProposalId, FixedPart | null>();
  // The one that was used last stands last; the first is forgotten.
  all.delete(key);
  all.set(key, parts);
  for (const old of [...all.keys()].slice(0, -POLICIES_MAX)) all.delete(old);
  return parts;
}

function itemOf(row: PastRow, fixed: FixedPart): PastItem {
  const { id, createdAt, agentId, verdict, because, severe, excluded, weight } = row;
  // What somebody may still be asked about says nothing yet: each item's outcome goes to the browsers of people who may be asked.
  const owed = row.queue === "second_look" && row.status !== "pending";
  const label =
    owed || verdict === null || because === null
      ? null
      : { verdict, because, severe: severe === true, excluded, weight: weight ?? 0 };
  return { id, at: createdAt, agentId, fixed, label, seconds: row.predictedSeconds, waitMs: waitOf(row) };
}

/** How long until a person had answered; what still waits, or was never answered, has no such time. */
function waitOf({ status, decidedBy, decidedAt, createdAt }: PastRow): number | null {
  const answered = status === "approved" || status === "rejected" || status === "answered" || status === "held";
  return answered && decidedBy !== null && decidedAt !== null ? Math.max(0, decidedAt - createdAt) : null;
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
