import { TIERS, type Kind, type Tier } from "../words";
import { handlingOf, strictness, stricter, type Handling, type Loosest } from "./cell-treatment";
import type { GrantUse } from "../risk";
import type { MatrixCell } from "./policy-document";

export const LEVELS = ["blocked", "L0", "L1", "L2", "L3", "L4"] as const;
/** How much of one cell people see, strictest first: nothing is taken; two people; every item; a random share before it runs; audits; audits at the floor. */
export type Level = (typeof LEVELS)[number];

/** True for a level that asks for more than the policy does: it holds for every version, and against every standing approval. */
export function tightens(level: Level): boolean {
  return level === "blocked" || level === "L0";
}

/** The shares of the ladder (design: policy §4.2): looked at before running on L2, audited on L3 and L4. */
export const LADDER_SHARE = { L2: 0.2, L3: 0.05, L4: 0.01 } as const;

/** What the ladder knows of an agent's action: its level by tier, and whether this very item was drawn for a look. */
export interface LadderFacts {
  readonly levels: Readonly<Partial<Record<Tier, Level>>>;
  readonly drawn: boolean;
  /** The standing approval that it would run under; absent where none fits it. */
  readonly grant?: GrantUse;
}

/** The cell's treatment as the ladder makes it. */
export interface Climbed extends Handling {
  /** It runs by itself, but only after the undo window, in which anybody may stop it. */
  readonly heldBack: boolean;
}

/** However good the record, these tiers are looked at: critical always, high at least by a random share. */
const TIER_MAX: Readonly<Record<Tier, Level>> = { T0: "L4", T1: "L4", T2: "L2", T3: "L1" };
const LOOSEST_LEVEL: Readonly<Record<Loosest, Level>> = { start: "L1", L2: "L2", L3: "L3", L4: "L4", auto: "L4" };

/** The level that counts: no looser than the matrix lets the cell become, nor than its tier allows. Tightening needs no leave. */
export function allowedLevel(level: Level, loosest: Loosest, tier: Tier): Level {
  const cap = Math.min(LEVELS.indexOf(TIER_MAX[tier]), LEVELS.indexOf(LOOSEST_LEVEL[loosest]));
  return LEVELS[Math.min(LEVELS.indexOf(level), cap)] ?? "L1";
}

/** What a level makes of a cell's start. Only ever looser than it from L2 on, and never where the cell blocks. */
export function onLadder(start: Handling, level: Level, drawn: boolean): Climbed {
  const plain = { treatment: start.treatment, auditRate: start.auditRate, heldBack: false };
  if (start.treatment === "block" || level === "L1") return plain;
  if (level === "blocked") return { treatment: "block", auditRate: null, heldBack: false };
  if (level === "L0") return { ...stricter(start, { treatment: "two_person", auditRate: null }), heldBack: false };
  if (level === "L2") {
    const looks = start.treatment !== "auto" && start.treatment !== "audit";
    return !looks || drawn ? plain : { treatment: "auto", auditRate: null, heldBack: true };
  }
  const audited: Handling = { treatment: "audit", auditRate: LADDER_SHARE[level] };
  return strictness(start) <= strictness(audited) ? plain : { ...audited, heldBack: false };
}

/**
 * What a standing approval makes of a cell's start: as loose as the matrix lets the cell become and its tier allows, and nowhere looser. What runs
 * unaudited has to be of the lowest tier.
 */
export function underGrant(start: Handling, loosest: Loosest, tier: Tier, drawn: boolean): Climbed {
  if (start.treatment !== "block" && loosest === "auto" && tier === "T0") {
    return { treatment: "auto", auditRate: null, heldBack: false };
  }
  return onLadder(start, allowedLevel("L4", loosest, tier), drawn);
}

/**
 * A cell of the matrix at a tier, for one kind, as the ladder and a standing approval make it. Without either it is the cell's start. Where measured
 * errors asked for two people or blocked it, no approval that was given before stands against them.
 */
export function cellOf(cell: MatrixCell, kind: Kind, tier: Tier, ladder: LadderFacts | null): Climbed {
  const { start, loosest } = cell.perKind?.[kind] ?? cell;
  const level = ladder?.levels[tier] ?? "L1";
  const drawn = ladder?.drawn ?? true;
  if (ladder?.grant !== undefined && !tightens(level)) return underGrant(handlingOf(start), loosest, tier, drawn);
  return onLadder(handlingOf(start), allowedLevel(level, loosest, tier), drawn);
}

const LEVEL_BITS = 3;
const DRAWN_BIT = 1 << (LEVEL_BITS * TIERS.length);
const GRANT_BIT = DRAWN_BIT << 1;

/** The facts as one small number: three bits a tier, one for the draw, and one for a standing approval. */
export function packLadder(ladder: LadderFacts | null): number {
  const levels = TIERS.reduce(
    (bits, tier, place) => bits | (LEVELS.indexOf(ladder?.levels[tier] ?? "L1") << (LEVEL_BITS * place)),
    0,
  );
  return levels | ((ladder?.drawn ?? true) ? DRAWN_BIT : 0) | (ladder?.grant === undefined ? 0 : GRANT_BIT);
}

/** Place of the level at a tier's place. */
export function packedLevel(packed: number, tier: number): number {
  return (packed >> (LEVEL_BITS * tier)) & 7;
}

/** Whether it was drawn for a look. */
export function packedDrawn(packed: number): boolean {
  return (packed & DRAWN_BIT) !== 0;
}

/** Whether it ran under a standing approval. */
export function packedGrant(packed: number): boolean {
  return (packed & GRANT_BIT) !== 0;
}
