import type { Prices } from "../policy/prices";
import { TREATMENTS } from "../words";
import { estimateLetThrough, type LetThrough } from "./let-through";
import { OUTCOME_BUCKETS, type HistoryColumns } from "./history-columns";
import { at, auditRateAt, judge, runsAlone, type Judged, type Knobs } from "./replay";
import { readingSeconds, waitP95, type Prepared } from "./what-if-parts";

/** Which past items count; null counts all. */
export interface WhatIfFilter {
  /** Place in the vocabulary of kinds. */
  readonly kind: number | null;
  /** Place in the columns' list of agents. */
  readonly agent: number | null;
}

/** What a policy would have made of the past. */
export interface Side {
  /** Looks before running: two people are two looks. */
  readonly looks: number;
  /** Looks afterwards that audits would have drawn, on average. */
  readonly audits: number;
  /** Seconds of reading for both. */
  readonly seconds: number;
  readonly automatic: number;
  readonly blocked: number;
  /** Seconds that 95 % of items waited at most; null where nobody ever answered. */
  readonly waitP95: number | null;
  readonly letThrough: LetThrough;
  /** What reading costs, over the window. */
  readonly reviewCost: number;
}

export interface Figures {
  readonly items: number;
  /** Length of the window that the items span, in days, at least one. */
  readonly days: number;
  readonly now: Side;
  readonly draft: Side;
  /** Items that would no longer be looked at, by what became of them ({@link OUTCOME_BUCKETS}). */
  readonly loosened: readonly number[];
  /** Items that would be looked at where now they are not. */
  readonly tightened: readonly number[];
  /** Items that are looked at either way, by a milder act than now, or by a stricter one. */
  readonly milder: readonly number[];
  readonly stricter: readonly number[];
  /** Rows of the items that change most, worst first. */
  readonly worst: readonly number[];
}

const WORST_MAX = 30;
const DAY_S = 86_400;
const TWO = TREATMENTS.indexOf("two_person");
const BLOCK = TREATMENTS.indexOf("block");

/** A policy over a past: the columns as its catalogue, rules and limits have them, and its knobs. */
export interface Replayed {
  readonly prepared: Prepared;
  readonly knobs: Knobs;
}

/** One side counted. A browser keeps the policy in force so, and counts only the draft at each step. */
export interface Counted {
  readonly columns: HistoryColumns;
  readonly judged: Judged;
  readonly rows: Uint32Array;
  readonly side: Side;
}

/** Counts one policy over the items that a filter leaves. Two that are compared are priced alike: with the prices of the newer. */
export function count({ prepared, knobs }: Replayed, filter: WhatIfFilter, prices: Prices): Counted {
  const { columns } = prepared;
  const judged = judge(columns, knobs);
  const rows = rowsOf(columns, filter);
  return { columns, judged, rows, side: sideOf(prepared, judged, rows, prices) };
}

/**
 * Everything the panel shows, for two policies over the same items in the same order. Pure: the browser and the server run these very
 * functions.
 */
export function compare(now: Counted, draft: Counted): Figures {
  const { columns, rows } = now;
  const counts = emptyChanges();
  const changed: Changed[] = [];
  for (const index of rows) {
    const change = changeOf(at(now.judged.strictness, index), at(draft.judged.strictness, index));
    if (change === null) continue;
    const bucket = at(columns.outcome, index);
    counts[change][bucket] = (counts[change][bucket] ?? 0) + 1;
    changed.push({ index, change });
  }
  return {
    items: rows.length,
    days: daysOf(columns, rows),
    now: now.side,
    draft: draft.side,
    ...counts,
    worst: worstOf(columns, draft.judged, changed),
  };
}

/** How an item's treatment differs, what lets most through first. */
export const CHANGES = ["loosened", "milder", "tightened", "stricter"] as const;
type Change = (typeof CHANGES)[number];

interface Changed {
  readonly index: number;
  readonly change: Change;
}

function emptyChanges(): Record<Change, number[]> {
  const none = () => new Array<number>(OUTCOME_BUCKETS.length).fill(0);
  return { loosened: none(), milder: none(), tightened: none(), stricter: none() };
}

function changeOf(now: number, draft: number): Change | null {
  const [alone, aloneThen] = [runsAlone(now), runsAlone(draft)];
  if (alone !== aloneThen) return aloneThen ? "loosened" : "tightened";
  // What runs alone is audited more or less: nobody is asked before it runs.
  if (alone || now === draft) return null;
  return draft < now ? "milder" : "stricter";
}

/** The rows that a filter leaves, oldest first. */
export function rowsOf({ count, kind, agent }: HistoryColumns, filter: WhatIfFilter): Uint32Array {
  const rows = new Uint32Array(count);
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    if (filter.kind !== null && at(kind, index) !== filter.kind) continue;
    if (filter.agent !== null && at(agent, index) !== filter.agent) continue;
    rows[length] = index;
    length += 1;
  }
  return rows.subarray(0, length);
}

function daysOf({ second }: HistoryColumns, rows: Uint32Array): number {
  const [first, last] = [at(second, at(rows, 0)), at(second, at(rows, rows.length - 1))];
  return rows.length === 0 ? 1 : Math.max(1, (last - first) / DAY_S);
}

function sideOf(prepared: Prepared, judged: Judged, rows: Uint32Array, prices: Prices): Side {
  const { strictness } = judged;
  let [looks, audits, seconds, automatic, blocked] = [0, 0, 0, 0, 0];
  for (const index of rows) {
    const strict = at(strictness, index);
    if (strict >= BLOCK) blocked += 1;
    else if (runsAlone(strict)) {
      automatic += 1;
      if (strict === 0) continue;
      const auditRate = auditRateAt(strict);
      audits += auditRate;
      seconds += auditRate * readingSeconds(prepared, index);
    } else {
      const people = strict >= TWO ? 2 : 1;
      looks += people;
      seconds += people * readingSeconds(prepared, index);
    }
  }
  return {
    looks,
    audits,
    seconds,
    automatic,
    blocked,
    waitP95: waitP95(prepared, judged, rows),
    letThrough: estimateLetThrough(prepared.columns, judged, rows, prices.harm),
    reviewCost: (seconds / 3600) * prices.hour,
  };
}

/** Worst first: of the changes that let most through, by what became of the items, then by stakes, amount and age. */
function worstOf(columns: HistoryColumns, draft: Judged, changed: readonly Changed[]): readonly number[] {
  const { outcome, amount } = columns;
  const bad = OUTCOME_BUCKETS.indexOf("edited");
  const first = CHANGES.find((change) => changed.some((one) => one.change === change));
  const shown = changed.filter(({ change }) => change === first).map(({ index }) => index);
  const found = shown.filter((index) => at(outcome, index) >= bad);
  const rest = shown.filter((index) => at(outcome, index) < bad);
  const money = (index: number) => at(amount, index) || 0;
  const byHarm = (a: number, b: number) =>
    at(outcome, b) - at(outcome, a) || at(draft.cell, b) - at(draft.cell, a) || money(b) - money(a) || b - a;
  return [...found.sort(byHarm), ...rest.slice(-WORST_MAX).reverse()].slice(0, WORST_MAX);
}
