import { handlingOf, strictness } from "../policy/cell-treatment";
import {
  allowedLevel,
  LEVELS,
  onLadder,
  packedDrawn,
  packedGrant,
  packedLevel,
  tightens,
  underGrant,
} from "../policy/ladder-handling";
import type { MatrixCell, PolicyDocument } from "../policy/policy-document";
import { KINDS, REVERSIBILITIES, STAKES, TIERS, TREATMENTS, type Treatment } from "../words";
import { FLAG, isNone, type HistoryColumns } from "./history-columns";

/** What an admin moves, as numbers: matrix, tier table, amount thresholds and confidence floors of one document. */
export interface Knobs {
  /** Strictness by level of the ladder × tier × draw × kind × stakes × reversibility. */
  readonly cells: Float64Array;
  readonly tiers: Uint8Array;
  readonly amounts: readonly number[];
  readonly floors: Float64Array;
}

/** What each item comes to under some knobs. */
export interface Judged {
  /** Place in {@link TREATMENTS}, and for audits half the share that is audited: as {@link strictness} has it. */
  readonly strictness: Float64Array;
  readonly tier: Uint8Array;
  /** Place of its cell: stakes × 4 + reversibility. */
  readonly cell: Uint8Array;
}

const [CELLS, TIER_HIGH] = [STAKES.length * REVERSIBILITIES.length, TIERS.indexOf("T2")];
const [AUDIT, REVIEW] = [TREATMENTS.indexOf("audit"), TREATMENTS.indexOf("review")];
const GENERIC = KINDS.indexOf("tool");
const TIER_MAX = TIERS.length - 1;

/** The knobs of a document. */
export function knobsOf({ matrix, tiers, thresholds }: Pick<PolicyDocument, "matrix" | "tiers" | "thresholds">): Knobs {
  const table = new Uint8Array(CELLS);
  for (const [s, stakes] of STAKES.entries()) {
    for (const [r, reversibility] of REVERSIBILITIES.entries()) {
      table[s * 4 + r] = TIERS.indexOf(tiers[stakes][reversibility]);
    }
  }
  const { confidenceFloor, amounts } = thresholds;
  const floors = Float64Array.from(KINDS, (kind) => confidenceFloor[kind] ?? confidenceFloor.default);
  return { cells: cellsOf(matrix), tiers: table, amounts, floors };
}

/** One more than the ladder has: the last is a standing approval. */
const RUNGS = (LEVELS.length + 1) * TIERS.length * 2;
const GRANTED = LEVELS.length;
const TIGHTENS: readonly boolean[] = LEVELS.map(tightens);

function cellsOf(matrix: PolicyDocument["matrix"]): Float64Array {
  const cells = new Float64Array(RUNGS * KINDS.length * CELLS);
  for (const [s, stakes] of STAKES.entries()) {
    for (const [r, reversibility] of REVERSIBILITIES.entries()) {
      const cell = matrix[stakes][reversibility];
      const all = rungsOf(cell);
      for (const [k, kind] of KINDS.entries()) {
        const own = cell.perKind?.[kind];
        const rungs = own === undefined ? all : rungsOf(own);
        for (let rung = 0; rung < RUNGS; rung += 1) cells[(rung * KINDS.length + k) * CELLS + s * 4 + r] = at(rungs, rung);
      }
    }
  }
  return cells;
}

/** What a cell comes to on each level, at each tier, drawn or not: in the order of {@link rungOf}. */
function rungsOf({ start, loosest }: Pick<MatrixCell, "start" | "loosest">): Float64Array {
  const handling = handlingOf(start);
  const rungs = new Float64Array(RUNGS);
  let rung = 0;
  for (const level of [...LEVELS, null]) {
    for (const tier of TIERS) {
      for (const drawn of [false, true]) {
        const climbed =
          level === null
            ? underGrant(handling, loosest, tier, drawn)
            : onLadder(handling, allowedLevel(level, loosest, tier), drawn);
        rungs[rung] = strictness(climbed);
        rung += 1;
      }
    }
  }
  return rungs;
}

/**
 * Judges every item under the knobs: the second half of `assess`, on numbers alone. Equal to it to the item, which a property holds.
 */
export function judge(columns: HistoryColumns, knobs: Knobs): Judged {
  const { count } = columns;
  const judged: Judged = { strictness: new Float64Array(count), tier: new Uint8Array(count), cell: new Uint8Array(count) };
  for (let index = 0; index < count; index += 1) judgeOne(columns, knobs, index, judged);
  return judged;
}

function judgeOne(columns: HistoryColumns, knobs: Knobs, index: number, judged: Judged): void {
  const flags = at(columns.flags, index);
  const before = cellBefore(columns, knobs, index);
  const after = cellDeclared(columns, index, before);
  const kind = at(columns.kind, index);
  const generic = (flags & FLAG.alsoGeneric) !== 0;
  const ladder = at(columns.ladder, index);
  const tierBefore = Math.max(at(columns.tier, index), at(knobs.tiers, before));
  let tier = Math.max(tierBefore, at(knobs.tiers, after));
  const [rung, rungAfter] = [rungOf(ladder, tierBefore), rungOf(ladder, tier)];
  let strict = Math.max(
    at(columns.treatment, index),
    strictAt(knobs, rung, kind, before),
    strictAt(knobs, rungAfter, kind, before),
    strictAt(knobs, rungAfter, kind, after),
  );
  if (generic) {
    strict = Math.max(strict, strictAt(knobs, rung, GENERIC, before), strictAt(knobs, rungAfter, GENERIC, before));
    strict = Math.max(strict, strictAt(knobs, rungAfter, GENERIC, after));
  }
  if ((flags & FLAG.detected) !== 0) tier = Math.max(tier, TIER_HIGH);
  const floor = generic ? Math.max(at(knobs.floors, kind), at(knobs.floors, GENERIC)) : at(knobs.floors, kind);
  const low = isUnder(at(columns.confidence, index), floor) || isUnder(at(columns.calibrated, index), floor);
  if (low) strict = Math.max(strict, REVIEW);
  if (low || (flags & FLAG.doubt) !== 0) tier = Math.min(TIER_MAX, tier + 1);
  if ((flags & FLAG.observed) !== 0 && after !== 0) strict = Math.max(strict, REVIEW);
  judged.strictness[index] = strict;
  judged.tier[index] = tier;
  judged.cell[index] = after;
}

function cellBefore({ stakes, reversibility, amount }: HistoryColumns, { amounts }: Knobs, index: number): number {
  const value = at(amount, index);
  let place = at(stakes, index);
  if (!Number.isNaN(value)) {
    let passed = 1;
    for (const threshold of amounts) if (value >= threshold) passed += 1;
    place = Math.max(place, passed);
  }
  return place * 4 + at(reversibility, index);
}

function cellDeclared({ declaredStakes, declaredReversibility }: HistoryColumns, index: number, cell: number): number {
  const [stakes, reversibility] = [at(declaredStakes, index), at(declaredReversibility, index)];
  const s = isNone(stakes) ? cell >> 2 : Math.max(cell >> 2, stakes);
  return s * 4 + (isNone(reversibility) ? cell & 3 : Math.max(cell & 3, reversibility));
}

/** Place of a level, or a standing approval, × tier × draw. */
function rungOf(ladder: number, tier: number): number {
  const level = packedLevel(ladder, tier);
  const place = packedGrant(ladder) && TIGHTENS[level] !== true ? GRANTED : level;
  return (place * TIERS.length + tier) * 2 + (packedDrawn(ladder) ? 1 : 0);
}

function strictAt({ cells }: Knobs, rung: number, kind: number, cell: number): number {
  return at(cells, (rung * KINDS.length + kind) * CELLS + cell);
}

/** NaN is a figure that is not known, and no low one. */
function isUnder(figure: number, floor: number): boolean {
  return figure < floor;
}

/** True for what runs without a person looking first. */
export function runsAlone(strict: number): boolean {
  return strict < REVIEW;
}

/** The treatment of a strictness. */
export function treatmentAt(strict: number): Treatment {
  return TREATMENTS[Math.floor(strict)] ?? "review";
}

/** The share that is audited afterwards. */
export function auditRateAt(strict: number): number {
  return strict >= AUDIT && strict < AUDIT + 1 ? (strict - AUDIT) * 2 : 0;
}

/** An entry of a column; every index that is used is inside. */
export function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? 0;
}

/** The place of the stakes in a cell's. */
export function stakesOfCell(cell: number): number {
  return cell >> 2;
}
