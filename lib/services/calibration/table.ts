import type { AgentId } from "../../domain/ids";
import {
  basisOf,
  calibrate,
  calibrated,
  withBase,
  type Calibration,
  type Forecast,
  type KindBase,
} from "../../domain/measure/calibration";
import {
  calibrationScore,
  reliabilityBins,
  type CalibrationScore,
  type ReliabilityBin,
} from "../../domain/measure/calibration-score";
import type { HistoryFacts } from "../../domain/policy/facts";
import { KINDS, type Kind } from "../../domain/words";
import type { Context } from "../context";
import { ofContext } from "../of-context";

/** The newest labelled items of an agent and kind that its figures are judged by: recent enough to follow a change, many enough for a fit. */
const FORECASTS_MAX = 2_000;
/** Between two looks for new labels. */
const EVERY_MS = 60_000;
/** Another process's clock may be behind, and its commit late: this far back is looked again. */
const OVERLAP_MS = 120_000;
const PAGE = 5_000;

/** What one agent's declared figures of one kind were worth. */
export interface CalibrationRecord {
  readonly agentId: AgentId;
  readonly kind: Kind;
  readonly right: number;
  readonly calibration: Calibration;
  readonly bins: readonly ReliabilityBin[];
  readonly score: CalibrationScore | null;
}

interface Table {
  records: ReadonlyMap<string, CalibrationRecord>;
  /** Labels up to here are in it; null before the first look. */
  until: number | null;
  lookedAt: number;
}

function tableOf(ctx: Context): Table {
  return ofContext(ctx, "calibration", (): Table => ({ records: new Map(), until: null, lookedAt: 0 }));
}

function keyOf(agentId: AgentId, kind: Kind): string {
  return `${agentId} ${kind}`;
}

/** What policy knows of a declared figure: a look-up in a table that is rebuilt elsewhere. Nothing is known until its first look. */
export function calibrationFor(ctx: Context, agentId: AgentId, kind: Kind, declared: number | null): HistoryFacts["calibration"] {
  const found = declared === null ? undefined : tableOf(ctx).records.get(keyOf(agentId, kind));
  if (declared === null || found === undefined) return { labelled: 0, calibrated: null };
  const { calibration } = found;
  const basis = basisOf(calibration);
  const known = { labelled: calibration.labelled, calibrated: calibrated(calibration, declared) };
  return basis === "unknown" ? known : { ...known, basis };
}

/** Every record, those with most labelled items first. */
export function calibrationRecords(ctx: Context): readonly CalibrationRecord[] {
  return [...tableOf(ctx).records.values()].sort((a, b) => b.calibration.labelled - a.calibration.labelled);
}

/**
 * Rebuilds the records of agents and kinds that have new labels, at most once a minute: off the path of proposals, and letting other work in
 * between two of them. At the first look every agent and kind is read.
 */
export async function refreshCalibration(ctx: Context): Promise<void> {
  const table = tableOf(ctx);
  const now = ctx.clock();
  if (table.until !== null && now - table.lookedAt < EVERY_MS) return;
  table.lookedAt = now;
  const { pairs, until } = table.until === null ? await everyPair(ctx, now) : await labelledSince(ctx, table.until - OVERLAP_MS);
  const records = new Map(table.records);
  for (const { agentId, kind } of pairs) {
    const items = await ctx.store.read.forecasts(agentId, kind, FORECASTS_MAX);
    if (items.length > 0) records.set(keyOf(agentId, kind), recordOf(agentId, kind, items));
    else records.delete(keyOf(agentId, kind));
    await otherWork();
  }
  if (pairs.length > 0) table.records = withBases(records);
  table.until = Math.max(table.until ?? 0, until);
}

type Pairs = readonly { readonly agentId: AgentId; readonly kind: Kind }[];

async function everyPair(ctx: Context, now: number): Promise<{ readonly pairs: Pairs; readonly until: number }> {
  const agents = await ctx.store.read.agents();
  return { pairs: agents.flatMap(({ id }) => KINDS.map((kind) => ({ agentId: id, kind }))), until: now };
}

async function labelledSince(ctx: Context, since: number): Promise<{ readonly pairs: Pairs; readonly until: number }> {
  const found = new Map<string, Pairs[number]>();
  let until = since;
  for (;;) {
    const page = await ctx.store.read.declaredSince(until, PAGE);
    for (const { agentId, kind } of page) found.set(keyOf(agentId, kind), { agentId, kind });
    const last = page.at(-1)?.at ?? until;
    // A page full of one instant: what is left of it is of the next look.
    if (page.length < PAGE || last === until) return { pairs: [...found.values()], until: last };
    until = last;
  }
}

function recordOf(agentId: AgentId, kind: Kind, items: readonly Forecast[]): CalibrationRecord {
  const right = items.filter((item) => item.right).length;
  const bins = reliabilityBins(items);
  const calibration = calibrate(items, { right, labelled: items.length });
  return { agentId, kind, right, calibration, bins, score: calibrationScore(items, bins) };
}

/** The base rate of a kind, which short records are drawn to, is every agent's: one record that changed moves them all. */
function withBases(records: ReadonlyMap<string, CalibrationRecord>): ReadonlyMap<string, CalibrationRecord> {
  const bases = new Map<Kind, KindBase>();
  for (const { kind, right, calibration } of records.values()) {
    const base = bases.get(kind) ?? { right: 0, labelled: 0 };
    bases.set(kind, { right: base.right + right, labelled: base.labelled + calibration.labelled });
  }
  const based = [...records].map(([key, record]): [string, CalibrationRecord] => {
    const base = bases.get(record.kind) ?? { right: 0, labelled: 0 };
    return [key, { ...record, calibration: withBase(record.calibration, base) }];
  });
  return new Map(based);
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
