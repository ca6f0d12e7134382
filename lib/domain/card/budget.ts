import type { Prediction } from "../risk";
import type { Treatment } from "../words";
import { ACT_SECONDS } from "./act-seconds";
import type { BudgetInput, Card } from "./card";
import { mustReadTokens } from "./must-read";
import { QUICK_SECONDS_MAX } from "./quick-seconds";

/**
 * The ten-second budget (design: review §2.1): T = L + 0.25·F + (60/WPM)·RU + 1.35·(1 + Q) + 0.25·C + A + X.
 * Seconds throughout. Times of acts are the keystroke-level model's (Card, Moran, Newell 1980); the reading rate is
 * Brysbaert's mean for silent reading of English (2019), the slow one its lower end.
 */
const SWAP_SECONDS = 0.05;
const FIXATION_SECONDS = 0.25;
const ORIENTING_FIXATIONS = 2;
const JUDGEMENT_SECONDS = 1.35;
const CHECK_GLANCE_SECONDS = 0.25;
const FRICTION_SECONDS: Record<Treatment, number> = { auto: 0, audit: 0, review: 0, confirm: 0.8, two_person: 1.6, block: 0 };

export const READING_WPM = 238;
export const SLOW_READING_WPM = 175;
const QUICK_SECONDS_SLOW_MAX = 13;
/** Must-read tokens a quick card may hold: 30 for a pure consistency check, 24 with one judgement, none with two. */
const QUICK_TOKENS_MAX = { 0: 30, 1: 24, 2: 0 } as const;

/**
 * How long an honest reading of the card takes at `wpm`, and whether that fits the quick lane. The lane never depends on
 * `wpm`: it is decided at 238 and at 175 words a minute, so a fast reader does not lower the standard.
 */
export function predict(input: BudgetInput, wpm: number = READING_WPM): Prediction {
  const tokens = mustReadTokens(input.card);
  const quick =
    isSummarised(input.card) &&
    tokens <= QUICK_TOKENS_MAX[input.card.openQuestions] &&
    secondsFor(input, tokens, READING_WPM) <= QUICK_SECONDS_MAX &&
    secondsFor(input, tokens, SLOW_READING_WPM) <= QUICK_SECONDS_SLOW_MAX;
  return {
    lane: quick ? "quick" : "deep",
    seconds: Math.round(secondsFor(input, tokens, wpm) * 10) / 10,
    mustReadTokens: tokens,
  };
}

/** A card with folded rows unlike the rest, or with a part nobody could read, has not been summarised: no quick promise. */
function isSummarised(card: Card): boolean {
  return card.fullyReadable && (card.diff === null || card.diff.more.unlike === 0) && card.openQuestions < 2;
}

function secondsFor({ card, treatment, device }: BudgetInput, tokens: number, wpm: number): number {
  return (
    SWAP_SECONDS +
    FIXATION_SECONDS * ORIENTING_FIXATIONS +
    (60 / wpm) * tokens +
    JUDGEMENT_SECONDS * (1 + card.openQuestions) +
    CHECK_GLANCE_SECONDS * checkGroups(card) +
    ACT_SECONDS[device] +
    FRICTION_SECONDS[treatment]
  );
}

/** One glance for "all passed", one more for each check that failed or did not run. */
function checkGroups(card: Card): number {
  return 1 + card.checks.filter((check) => check.state !== "passed").length;
}
