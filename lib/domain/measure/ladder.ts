import { LEVELS, type Level } from "../policy/ladder-handling";
import { STAKES, type Stakes } from "../words";
import type { Label } from "./label";
import { advance, DEMOTION_TEST, stepOf, verdictOf } from "./sequential-test";

/** One cell: kind × agent × action name × tier, at one version of agent, model, prompt and tools. What it earned so far. */
export interface Cell {
  readonly level: Level;
  /** When it came to this level, milliseconds. */
  readonly since: number;
  readonly fingerprint: string;
  /** When the first item was proposed that this version is counted from; absent in cells kept before this was. */
  readonly versionFrom?: number;
  /** Items that count as evidence, and how many of them were bad. */
  readonly checked: number;
  readonly bad: number;
  readonly firstAt: number;
  /** People whose looks are counted: a few are enough to know that it was not one alone. */
  readonly reviewers: readonly string[];
  /** Confirmed harm since it came to this version. */
  readonly severe: number;
  /** Log-likelihood ratio of {@link DEMOTION_TEST}. */
  readonly ratio: number;
  /** Audits of the lot under way, and which of the last five lots failed, oldest first. */
  readonly lot: { readonly audits: number; readonly bad: number };
  readonly lots: readonly boolean[];
  /** Lots that failed since it came to L1; absent where none did. */
  readonly failedLots?: number;
  /** The highest stakes seen: they set the target. */
  readonly stakes: Stakes;
}

/** Why a cell moved by itself: always to where more people look. */
export type Demotion = "severe" | "lots" | "sequential_test" | "version" | "blocked";

export interface CellMove {
  readonly from: Level;
  readonly to: Level;
  readonly because: Demotion;
}

/** One proposal whose label changed: what it said before, and what it says now. */
export interface Evidence {
  readonly before: Label | null;
  readonly after: Label;
  readonly fingerprint: string;
  readonly stakes: Stakes;
  readonly reviewers: readonly string[];
  /** When the proposal was made, milliseconds. */
  readonly proposedAt: number;
  readonly at: number;
}

const REVIEWERS_KEPT = 5;
/** Audits of a lot; it fails with this many bad. */
export const LOT = { audits: 20, badFails: 2 } as const;
const LOTS_KEPT = 5;
const LOTS_FAILED = 2;
/** So many failing lots where people look as the policy says, and nothing more is taken until an admin lets it go on. */
export const BLOCKED_LOTS = 5;

/** A cell before anything was seen of it; `versionFrom` is when the item was proposed that it begins with. */
export function newCell(fingerprint: string, stakes: Stakes, at: number, versionFrom = at): Cell {
  return {
    ...{ level: "L1", since: at, fingerprint, versionFrom, checked: 0, bad: 0, firstAt: at, reviewers: [], severe: 0 },
    ...{ ratio: 0, lot: { audits: 0, bad: 0 }, lots: [], stakes },
  };
}

/** True for a label that may be counted: read by a person, and saying something. */
export function counts(label: Label | null): boolean {
  return label !== null && label.verdict !== "unknown" && label.excluded === null;
}

/**
 * The cell after one label. Another version starts anew, at most at L1; confirmed harm, failing audit lots or the sequential test bring people
 * back at once, and audits that keep failing on L1 block it. What is said late of an older version takes nothing from the present one. Going up is
 * never decided here: a person does, see {@link import("./suggestion").suggest}.
 */
export function withEvidence(cell: Cell, evidence: Evidence): { readonly cell: Cell; readonly move: CellMove | null } {
  const { fingerprint, at, stakes, proposedAt } = evidence;
  const anew = fingerprint !== cell.fingerprint;
  if (anew && proposedAt < (cell.versionFrom ?? -Infinity)) return withLate(cell, evidence);
  const base = anew ? { ...newCell(fingerprint, stakes, at, proposedAt), level: atMost(cell.level, "L1") } : cell;
  const counted = count({ ...base, stakes: higherStakes(base.stakes, stakes) }, evidence);
  const because = demotionOf(counted, evidence);
  if (because === null) {
    const move: CellMove | null = base.level === cell.level ? null : { from: cell.level, to: base.level, because: "version" };
    return { cell: counted, move };
  }
  const to = demotedTo(counted.level, because);
  const demoted = atLevel(counted, to, at);
  return { cell: demoted, move: to === cell.level ? null : { from: cell.level, to, because } };
}

/** Said of a version that is over: not counted. Harm brings people back all the same, since nobody knows yet that the present version is free of it. */
function withLate(cell: Cell, { before, after, at }: Evidence): { readonly cell: Cell; readonly move: CellMove | null } {
  const to = demotedTo(cell.level, "severe");
  if (!isNewHarm(before, after) || to === cell.level) return { cell, move: null };
  return { cell: atLevel(cell, to, at), move: { from: cell.level, to, because: "severe" } };
}

function isNewHarm(before: Label | null, after: Label): boolean {
  return after.severe && before?.severe !== true;
}

/** The cell on another level: its evidence stays, and what demotes is counted anew. */
export function atLevel(cell: Cell, level: Level, at: number): Cell {
  return { ...cell, level, since: at, ratio: 0, lot: { audits: 0, bad: 0 }, lots: [], failedLots: 0 };
}

function demotedTo(level: Level, because: Exclude<Demotion, "version">): Level {
  switch (because) {
    case "severe":
      return atMost(level, "L1");
    case "blocked":
      return "blocked";
    case "lots":
    case "sequential_test":
      return oneDown(level);
  }
}

function count(cell: Cell, { before, after, reviewers }: Evidence): Cell {
  const [had, has] = [counts(before), counts(after)];
  const [wasBad, isBad] = [had && before?.verdict === "wrong", has && after.verdict === "wrong"];
  const severe = cell.severe + Number(isNewHarm(before, after));
  if (had && has) {
    const turned = Number(isBad) - Number(wasBad);
    const step = turned * (stepOf(DEMOTION_TEST, true) - stepOf(DEMOTION_TEST, false));
    return within({ ...cell, bad: cell.bad + turned, ratio: cell.ratio + step, severe });
  }
  if (!has) return within({ ...cell, checked: cell.checked - Number(had), bad: cell.bad - Number(wasBad), severe });
  const known = [...new Set([...cell.reviewers, ...reviewers])].slice(0, REVIEWERS_KEPT);
  const ratio = advance(DEMOTION_TEST, cell.ratio, isBad);
  const next = { ...cell, checked: cell.checked + 1, bad: cell.bad + Number(isBad), reviewers: known, ratio, severe };
  return after.because === "audited_fine" || after.because === "audited_wrong" ? inLot(next, isBad) : next;
}

/**
 * A label can change that was counted before the cell began anew, with another version: what is taken back then was never in this count. A count
 * below nothing would make the bound one as well, and a cell with hardly any looks would seem proven.
 */
function within(cell: Cell): Cell {
  const bad = Math.max(0, cell.bad);
  return { ...cell, bad, checked: Math.max(bad, cell.checked) };
}

function inLot(cell: Cell, bad: boolean): Cell {
  const lot = { audits: cell.lot.audits + 1, bad: cell.lot.bad + Number(bad) };
  if (lot.audits < LOT.audits && lot.bad < LOT.badFails) return { ...cell, lot };
  // A lot that has failed is over: nothing that follows could mend it.
  const failed = lot.bad >= LOT.badFails;
  const failedLots = (cell.failedLots ?? 0) + Number(failed && cell.level === "L1");
  return { ...cell, lot: { audits: 0, bad: 0 }, lots: [...cell.lots, failed].slice(-LOTS_KEPT), failedLots };
}

function demotionOf(cell: Cell, { before, after }: Evidence): Exclude<Demotion, "version"> | null {
  if (cell.level === "L1" && (cell.failedLots ?? 0) >= BLOCKED_LOTS) return "blocked";
  if (LEVELS.indexOf(cell.level) <= LEVELS.indexOf("L1")) return null;
  if (isNewHarm(before, after)) return "severe";
  if (cell.lots.filter(Boolean).length >= LOTS_FAILED) return "lots";
  return verdictOf(DEMOTION_TEST, cell.ratio) === "reject" ? "sequential_test" : null;
}

function atMost(level: Level, most: Level): Level {
  return LEVELS[Math.min(LEVELS.indexOf(level), LEVELS.indexOf(most))] ?? most;
}

function oneDown(level: Level): Level {
  return LEVELS[Math.max(0, LEVELS.indexOf(level) - 1)] ?? "L1";
}

function higherStakes(one: Stakes, other: Stakes): Stakes {
  return STAKES.indexOf(one) >= STAKES.indexOf(other) ? one : other;
}
