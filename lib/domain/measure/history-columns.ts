import type { FixedPart } from "../policy/fixed-part";
import type { Label } from "./label";

/** What became of a past item, worst last. */
export const OUTCOME_BUCKETS = ["unchecked", "fine", "edited", "rejected", "overturned", "incident"] as const;
export type OutcomeBucket = (typeof OUTCOME_BUCKETS)[number];

/** Stands in a byte column for "nothing said". */
const NONE = 255;
const FLAG = { alsoGeneric: 1, detected: 2, observed: 4, doubt: 8, regulated: 16, excluded: 32 } as const;

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
// eslint-disable-next-line max-lines-per-function -- one column after another
export function columnsOf(items: readonly PastItem[]): HistoryColumns {
  const count = items.length;
  const from = items[0]?.at ?? 0;
  const agents = [...new Set(items.map(({ agentId }) => agentId))].slice(0, 65_535);
  const agentIndex = new Map(agents.map((agent, index) => [agent, index]));
  const bytes = (value: (item: PastItem) => number) => Uint8Array.from(items, value);
  const figures = (value: (item: PastItem) => number | null) => Float64Array.from(items, (item) => value(item) ?? Number.NaN);
  return {
    count,
    from,
    ids: items.map(({ id }) => id),
    agents,
    second: Uint32Array.from(items, ({ at }) => Math.max(0, Math.round((at - from) / 1000))),
    agent: Uint16Array.from(items, ({ agentId }) => agentIndex.get(agentId) ?? 0),
    kind: bytes(({ fixed }) => fixed.kind),
    stakes: bytes(({ fixed }) => fixed.stakes),
    reversibility: bytes(({ fixed }) => fixed.reversibility),
    declaredStakes: bytes(({ fixed }) => fixed.declaredStakes ?? NONE),
    declaredReversibility: bytes(({ fixed }) => fixed.declaredReversibility ?? NONE),
    tier: bytes(({ fixed }) => fixed.tier),
    treatment: bytes(({ fixed }) => fixed.treatment),
    flags: bytes(flagsOf),
    outcome: bytes(({ label }) => OUTCOME_BUCKETS.indexOf(bucketOf(label))),
    amount: figures(({ fixed }) => fixed.amount),
    confidence: figures(({ fixed }) => fixed.confidence),
    calibrated: figures(({ fixed }) => fixed.calibrated),
    weight: Float32Array.from(items, ({ label }) => label?.weight ?? 0),
    reading: Uint16Array.from(items, ({ seconds }) => Math.min(65_535, Math.round(seconds * 10))),
    wait: Uint32Array.from(items, ({ waitMs }) => (waitMs === null ? 0 : Math.round(waitMs / 1000) + 1)),
  };
}

function flagsOf({ fixed, label }: PastItem): number {
  const on = { ...fixed, excluded: label !== null && label.excluded !== null };
  return Object.entries(FLAG).reduce((sum, [name, bit]) => sum | (on[nameOf(name)] ? bit : 0), 0);
}

type FlagName = keyof typeof FLAG;

function nameOf(name: string): FlagName {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a key of FLAG: `entries` forgets it
  return name as FlagName;
}

/** True when an item carries the flag. */
export function hasFlag(flags: number, name: FlagName): boolean {
  return (flags & FLAG[name]) !== 0;
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
