import type { FixedPart } from "../policy/fixed-part";
import type { Label } from "./label";

/** What became of a past item, worst last. */
export const OUTCOME_BUCKETS = ["unchecked", "fine", "edited", "rejected", "overturned", "incident"] as const;
export type OutcomeBucket = (typeof OUTCOME_BUCKETS)[number];

/** Stands in a byte column for "nothing said". */
const NONE = 255;
/** Places in a two-byte column. */
const AGENTS_MAX = 65_535;
/** Bits of the flags' column. */
export const FLAG = { alsoGeneric: 1, detected: 2, observed: 4, doubt: 8, regulated: 16, excluded: 32 } as const;

/** One past item, before it becomes a row of columns. */
export interface PastItem {
  readonly id: string;
  readonly at: number;
  readonly agentId: string;
  readonly fixed: FixedPart;
  readonly label: Pick<Label, "verdict" | "because" | "severe" | "excluded" | "weight"> | null;
  /** Seconds that its card takes, 0 where it was never computed. */
  readonly seconds: number;
  /** Milliseconds until a person had answered; null when nobody did. */
  readonly waitMs: number | null;
}

/** Columns of past items: what a browser replays. Every array has one entry an item, oldest first. */
export interface HistoryColumns {
  readonly count: number;
  /** Instants are kept as seconds after this one. */
  readonly from: number;
  readonly ids: readonly string[];
  readonly agents: readonly string[];
  readonly second: Uint32Array;
  readonly agent: Uint16Array;
  readonly kind: Uint8Array;
  readonly stakes: Uint8Array;
  readonly reversibility: Uint8Array;
  readonly declaredStakes: Uint8Array;
  readonly declaredReversibility: Uint8Array;
  readonly tier: Uint8Array;
  readonly treatment: Uint8Array;
  readonly flags: Uint8Array;
  /** Where it stood on the ladder, packed. */
  readonly ladder: Uint16Array;
  readonly outcome: Uint8Array;
  readonly amount: Float64Array;
  readonly confidence: Float64Array;
  readonly calibrated: Float64Array;
  readonly weight: Float32Array;
  /** Tenths of a second. */
  readonly reading: Uint16Array;
  /** Seconds plus one; 0 where nobody answered. */
  readonly wait: Uint32Array;
}

/** Builds the columns, oldest first as given. */
export function columnsOf(items: readonly PastItem[]): HistoryColumns {
  const columns = emptyColumns(items);
  const agents = new Map(columns.agents.map((agent, index) => [agent, index]));
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    columns.second[index] = Math.max(0, Math.round((item.at - columns.from) / 1000));
    columns.agent[index] = agents.get(item.agentId) ?? 0;
    setFixed(columns, index, item.fixed);
    columns.flags[index] = flagsOf(item);
    columns.outcome[index] = OUTCOME_BUCKETS.indexOf(bucketOf(item.label));
    columns.weight[index] = item.label?.weight ?? 0;
    columns.reading[index] = Math.min(65_535, Math.round(item.seconds * 10));
    columns.wait[index] = item.waitMs === null ? 0 : Math.round(item.waitMs / 1000) + 1;
  }
  return columns;
}

function emptyColumns(items: readonly PastItem[]): HistoryColumns {
  const count = items.length;
  return {
    count,
    from: items[0]?.at ?? 0,
    ids: items.map(({ id }) => id),
    agents: [...new Set(items.map(({ agentId }) => agentId))].slice(0, AGENTS_MAX),
    second: new Uint32Array(count),
    agent: new Uint16Array(count),
    kind: new Uint8Array(count),
    stakes: new Uint8Array(count),
    reversibility: new Uint8Array(count),
    declaredStakes: new Uint8Array(count),
    declaredReversibility: new Uint8Array(count),
    tier: new Uint8Array(count),
    treatment: new Uint8Array(count),
    flags: new Uint8Array(count),
    ladder: new Uint16Array(count),
    outcome: new Uint8Array(count),
    amount: new Float64Array(count),
    confidence: new Float64Array(count),
    calibrated: new Float64Array(count),
    weight: new Float32Array(count),
    reading: new Uint16Array(count),
    wait: new Uint32Array(count),
  };
}

function setFixed(columns: HistoryColumns, index: number, fixed: FixedPart): void {
  columns.kind[index] = fixed.kind;
  columns.stakes[index] = fixed.stakes;
  columns.reversibility[index] = fixed.reversibility;
  columns.declaredStakes[index] = fixed.declaredStakes ?? NONE;
  columns.declaredReversibility[index] = fixed.declaredReversibility ?? NONE;
  columns.tier[index] = fixed.tier;
  columns.treatment[index] = fixed.treatment;
  columns.ladder[index] = fixed.ladder;
  columns.amount[index] = fixed.amount ?? Number.NaN;
  columns.confidence[index] = fixed.confidence ?? Number.NaN;
  columns.calibrated[index] = fixed.calibrated ?? Number.NaN;
}

function flagsOf({ fixed, label }: PastItem): number {
  return (
    (fixed.alsoGeneric ? FLAG.alsoGeneric : 0) |
    (fixed.detected ? FLAG.detected : 0) |
    (fixed.observed ? FLAG.observed : 0) |
    (fixed.doubt ? FLAG.doubt : 0) |
    (fixed.regulated ? FLAG.regulated : 0) |
    (label !== null && label.excluded !== null ? FLAG.excluded : 0)
  );
}

/** What an item's label comes to on the screen. What nobody checked is a bucket of its own, never fine. */
export function bucketOf(label: PastItem["label"]): OutcomeBucket {
  if (label === null || label.verdict === "unknown") return "unchecked";
  if (label.verdict === "right") return "fine";
  if (label.severe) return "incident";
  if (label.because === "rejected" || label.because === "edited") return label.because;
  return "overturned";
}

/** Nothing was said in this place of a byte column. */
export function isNone(value: number): boolean {
  return value === NONE;
}

/** True for an item whose label says that the agent was wrong. */
export function isBad({ outcome }: HistoryColumns, index: number): boolean {
  return (outcome[index] ?? 0) >= OUTCOME_BUCKETS.indexOf("edited");
}

/** True for an item whose label may be counted. */
export function isEvidence({ outcome, weight, flags }: HistoryColumns, index: number): boolean {
  return (outcome[index] ?? 0) > 0 && (weight[index] ?? 0) > 0 && ((flags[index] ?? 0) & FLAG.excluded) === 0;
}
