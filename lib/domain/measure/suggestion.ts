import { LEVELS, allowedLevel, type Level } from "../policy/ladder-handling";
import type { Loosest } from "../policy/cell-treatment";
import type { Stakes, Tier } from "../words";
import { CANARIES_NEEDED, correctedUpper, itemsNeeded, type Sensitivity } from "./anytime-bound";
import type { KindAgreement } from "./agreement";
import { clopperPearsonLower, SMALL_N } from "./intervals";
import { BLOCKED_LOTS, type Cell } from "./ladder";

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
  /** Why it stays where it is, in words. */
  | { readonly type: "stay"; readonly because: readonly string[] };

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

function obstacles(cell: Cell, around: Surroundings, target: number | null, to: Level | undefined): readonly string[] {
  const { regulated, loosest, tier, sensitivity, agreement, now } = around;
  if (regulated) return ["a regulated action always keeps its signature"];
  if (target === null) return ["severe stakes never go up by suggestion"];
  if (to === undefined) return ["only the floor of audits is left"];
  if (cell.level !== "L0" && allowedLevel(to, loosest, tier) !== to) return ["the matrix lets it become no looser than this"];
  const found: string[] = [];
  if (sensitivity.basis !== "measured" && LEVELS.indexOf(to) > LEVELS.indexOf("L2")) {
    found.push(`how surely people catch errors is only assumed: ${String(CANARIES_NEEDED)} tests of the kind would measure it`);
  }
  found.push(...disagreements(agreement, to));
  if (cell.severe > 0) found.push("harm was confirmed at this version");
  const bound = correctedUpper(cell.bad, cell.checked, sensitivity.low);
  if (bound > target) found.push(missingItems(cell, sensitivity.low, target));
  const days = Math.floor((now - cell.firstAt) / DAY_MS);
  if (days < ASKED.days) found.push(`${String(ASKED.days - days)} of ${String(ASKED.days)} days are missing`);
  if (cell.reviewers.length < ASKED.reviewers) found.push("only one person has looked: a second is needed");
  return found;
}

const TOO_OFTEN = ["people disagree too often on the same items"];

/** What is only not known stops where looks begin to be spared for good, as an assumed catch rate does; what is known to be too low stops at once. */
function disagreements(agreement: KindAgreement, to: Level): readonly string[] {
  switch (agreement.basis) {
    case "off":
    case "too_few":
      if (LEVELS.indexOf(to) <= LEVELS.indexOf("L2")) return [];
      return [`how far people agree is not measured: ${String(SMALL_N)} second opinions on the kind would measure it`];
    case "unanimous":
      return [];
    case "measured":
      return agreement.alpha < ASKED.alpha ? TOO_OFTEN : [];
    case "rare":
      return agreement.atMost < ASKED.shared ? TOO_OFTEN : [];
  }
}

function missingItems({ bad, checked }: Cell, sensitivityLow: number, target: number): string {
  const needed = itemsNeeded(target, bad, sensitivityLow) - checked;
  if (!Number.isFinite(needed)) return "people are not known to catch any errors: looks prove nothing until they do";
  return `${String(needed)} more clean looks would bring it under ${percent(target)}`;
}

/**
 * `643 checked, 0 bad, people catch at least 84 % of tests (55 of the last 60), α is 0.81 on 34 second opinions → bad rate under 1 % whenever you look.` Without `figures` it keeps to itself how much
 * people caught.
 */
export function suggestionWords(
  cell: Pick<Cell, "checked" | "bad">,
  suggestion: Suggestion,
  { sensitivity, agreement }: Pick<Surroundings, "sensitivity" | "agreement">,
  figures = true,
): string {
  const seen = `${String(cell.checked)} checked, ${String(cell.bad)} bad`;
  const caught = `${sensitivityWords(sensitivity, figures)}, ${agreementWords(agreement, figures)}`;
  switch (suggestion.type) {
    case "up":
      return `${seen}, ${caught} → bad rate under ${percent(suggestion.target)} whenever you look.`;
    case "down":
      return `${seen}: more than ${percent(suggestion.target)} are bad. People should look again.`;
    case "blocked":
      return `${seen}: ${String(BLOCKED_LOTS)} lots of audits failed where people look as the policy says, so nothing more of it is taken. Find out why, then let it go on.`;
    case "stay":
      return `${seen}, ${caught}.`;
  }
}

/** What people catch and how that is known, with its numbers: a clause of a sentence. */
export function sensitivityWords({ low, basis, caught, shown }: Sensitivity, figures = true): string {
  switch (basis) {
    case "measured":
      if (!figures) return "how surely people catch errors is measured";
      return `people catch at least ${percent(low)} of tests (${String(caught)} of the last ${String(shown)})`;
    case "too_few":
      return `people are assumed to catch ${percent(low)} (${String(shown)} of the ${String(CANARIES_NEEDED)} tests it takes to measure)`;
    case "off":
      return `people are assumed to catch ${percent(low)} (tests are off)`;
  }
}

/** How far people agree and how that is known: a clause of a sentence. */
export function agreementWords(agreement: KindAgreement, figures = true): string {
  switch (agreement.basis) {
    case "off":
      return "agreement is not measured (second opinions are off)";
    case "too_few":
      return `agreement is not measured (${String(agreement.pairs)} of the ${String(SMALL_N)} second opinions it takes)`;
    case "unanimous":
      return `on ${String(agreement.pairs)} second opinions nobody disagreed`;
    case "rare":
      if (!figures) return "agreement is measured";
      return `on ${String(agreement.pairs)} second opinions both gave the rarer answer in ${String(agreement.shared)} of ${String(agreement.given)}`;
    case "measured":
      if (!figures) return "agreement is measured";
      return `α is ${agreement.alpha.toFixed(2)} on ${String(agreement.pairs)} second opinions`;
  }
}

function percent(share: number): string {
  return `${String(Number((share * 100).toFixed(1)))}\u00A0%`;
}
