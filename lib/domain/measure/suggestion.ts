import { LEVELS, allowedLevel, type Level } from "../policy/ladder-handling";
import type { Loosest } from "../policy/cell-treatment";
import { inEnglish, type Sentence } from "../sentence";
import type { Stakes, Tier } from "../words";
import { CANARIES_NEEDED, correctedUpper, itemsNeeded, type Sensitivity } from "./anytime-bound";
import type { KindAgreement } from "./agreement";
import { clopperPearsonLower, SMALL_N } from "./intervals";
import type { Cell } from "./ladder";

/** The bad rate that a cell has to stay under, by its highest stakes; severe ones never go up by suggestion. */
export const TARGET: Readonly<Record<Stakes, number | null>> = { S0: 0.02, S1: 0.02, S2: 0.01, S3: 0.005, S4: null };
/**
 * What else has to be there before a cell goes up (design: policy §4.2). `shared`: where one answer is rare α is about 2b / (2b + d), of b items to which
 * both gave it and d to which one did; it is 0.667 where they are as many.
 */
export const ASKED = { days: 14, reviewers: 2, alpha: 0.667, shared: 0.5 } as const;

/** What the rest of the workspace knows of a cell. */
export interface Surroundings {
  readonly now: number;
  readonly tier: Tier;
  readonly loosest: Loosest;
  readonly regulated: boolean;
  readonly sensitivity: Sensitivity;
  /** How far people agree on blind double reviews of the kind. */
  readonly agreement: KindAgreement;
}

export type Suggestion =
  | { readonly type: "up"; readonly to: Level; readonly bound: number; readonly target: number }
  | { readonly type: "down"; readonly to: Level; readonly atLeast: number; readonly target: number }
  /** Nothing is taken until an admin lets it go on. */
  | { readonly type: "blocked"; readonly to: Level }
  | { readonly type: "stay"; readonly because: readonly Obstacle[] };

/** Why a cell stays where it is, each a clause. */
export const OBSTACLE_TEXTS = {
  "stays.regulated": "a regulated action always keeps its signature",
  "stays.severe": "severe stakes never go up by suggestion",
  "stays.floor": "only the floor of audits is left",
  "stays.matrix": "the matrix lets it become no looser than this",
  "stays.assumed": "how surely people catch errors is only assumed: {needed} tests of the kind would measure it",
  "stays.unmeasured": "how far people agree is not measured: {needed} second opinions on the kind would measure it",
  "stays.disagree": "people disagree too often on the same items",
  "stays.harm": "harm was confirmed at this version",
  "stays.blind": "people are not known to catch any errors: looks prove nothing until they do",
  "stays.looks": "{needed} more clean looks would bring it under {target}\u00A0%",
  "stays.days": "{missing} of {of} days are missing",
  "stays.alone": "only one person has looked: a second is needed",
} as const;
export type Obstacle = Sentence<typeof OBSTACLE_TEXTS>;

/** Why a cell stays where it is, in English: for whoever asks by the API. */
export function obstacleInEnglish(obstacle: Obstacle): string {
  return inEnglish(OBSTACLE_TEXTS, obstacle);
}

const DAY_MS = 86_400_000;

/** What the evidence of a cell suggests. Pure, and closed: whatever is missing keeps the people who look. */
export function suggest(cell: Cell, around: Surroundings): Suggestion {
  if (cell.level === "blocked") return { type: "blocked", to: "L1" };
  const target = TARGET[cell.stakes];
  const down = downFrom(cell, target);
  if (down !== null) return down;
  const to = LEVELS[LEVELS.indexOf(cell.level) + 1];
  const because = obstacles(cell, around, target, to);
  if (because.length > 0 || to === undefined || target === null) return { type: "stay", because };
  return { type: "up", to, bound: correctedUpper(cell.bad, cell.checked, around.sensitivity.low), target };
}

function downFrom(cell: Cell, target: number | null): Suggestion | null {
  const at = LEVELS.indexOf(cell.level);
  const to = LEVELS[at - 1];
  if (at <= LEVELS.indexOf("L1") || to === undefined || target === null) return null;
  const atLeast = clopperPearsonLower(cell.bad, cell.checked);
  return atLeast > target ? { type: "down", to, atLeast, target } : null;
}

function obstacles(cell: Cell, around: Surroundings, target: number | null, to: Level | undefined): readonly Obstacle[] {
  const { regulated, loosest, tier, sensitivity, agreement, now } = around;
  if (regulated) return [{ key: "stays.regulated" }];
  if (target === null) return [{ key: "stays.severe" }];
  if (to === undefined) return [{ key: "stays.floor" }];
  if (cell.level !== "L0" && allowedLevel(to, loosest, tier) !== to) return [{ key: "stays.matrix" }];
  const found: Obstacle[] = [];
  if (sensitivity.basis !== "measured" && LEVELS.indexOf(to) > LEVELS.indexOf("L2")) {
    found.push({ key: "stays.assumed", values: { needed: CANARIES_NEEDED } });
  }
  found.push(...disagreements(agreement, to));
  if (cell.severe > 0) found.push({ key: "stays.harm" });
  const bound = correctedUpper(cell.bad, cell.checked, sensitivity.low);
  if (bound > target) found.push(missingItems(cell, sensitivity.low, target));
  const days = Math.floor((now - cell.firstAt) / DAY_MS);
  if (days < ASKED.days) found.push({ key: "stays.days", values: { missing: ASKED.days - days, of: ASKED.days } });
  if (cell.reviewers.length < ASKED.reviewers) found.push({ key: "stays.alone" });
  return found;
}

/** What is only not known stops where looks begin to be spared for good, as an assumed catch rate does; what is known to be too low stops at once. */
function disagreements(agreement: KindAgreement, to: Level): readonly Obstacle[] {
  switch (agreement.basis) {
    case "off":
    case "too_few":
      if (LEVELS.indexOf(to) <= LEVELS.indexOf("L2")) return [];
      return [{ key: "stays.unmeasured", values: { needed: SMALL_N } }];
    case "unanimous":
      return [];
    case "measured":
      return agreement.alpha < ASKED.alpha ? [{ key: "stays.disagree" }] : [];
    case "rare":
      return agreement.atMost < ASKED.shared ? [{ key: "stays.disagree" }] : [];
  }
}

function missingItems({ bad, checked }: Cell, sensitivityLow: number, target: number): Obstacle {
  const needed = itemsNeeded(target, bad, sensitivityLow) - checked;
  if (!Number.isFinite(needed)) return { key: "stays.blind" };
  return { key: "stays.looks", values: { needed, target: percent(target) } };
}

/** To a tenth: `0.5` of 0.005. */
export function percent(share: number): number {
  return Number((share * 100).toFixed(1));
}
