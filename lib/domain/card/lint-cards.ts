import type { Kind, Treatment } from "../words";
import { predict } from "./budget";
import type { BudgetInput, Card } from "./card";
import type { CardFixture, FixtureSort } from "./fixtures/card-fixture";
import { mustReadTokens } from "./must-read";
import { readCard } from "./read-card";

/** One row of the linter's table. Seconds are those of a keyboard. */
export interface LintedCard {
  readonly kind: Kind;
  readonly fixture: string;
  readonly of: FixtureSort;
  readonly lane: "quick" | "deep";
  /** At 238 words a minute, and at 175. */
  readonly seconds: number;
  readonly slowSeconds: number;
  readonly tokens: number;
  /** True where the card says that something is wrong or cannot be read. */
  readonly flagged: boolean;
  /** What a card that is called quick has no right to, in words; empty when all is well. */
  readonly problems: readonly string[];
}

/** The promise of the quick lane, spelled out a second time so that a change of the budget alone cannot move it (design: review §2.3). */
const PROMISE = { seconds: 10, slowSeconds: 13, tokens: { 0: 30, 1: 24, 2: 0 } } as const;
const ACT = { keyboard: 0.28, mouse: 1.3, touch: 0.8 } as const;
const FRICTION: Record<Treatment, number> = { auto: 0, audit: 0, review: 0, confirm: 0.8, two_person: 1.6, block: 0 };

/** The card of `fixture` against the budget, as `treatment` and `device` have it; whoever asks often reads the card once. */
export function lintCard(
  fixture: CardFixture,
  treatment: Treatment = "review",
  device: BudgetInput["device"] = "keyboard",
  card: Card = readCard(fixture.input),
): LintedCard {
  const [seconds, slowSeconds] = [secondsOf(card, treatment, device, 238), secondsOf(card, treatment, device, 175)];
  const { lane } = predict({ card, treatment, device });
  const tokens = mustReadTokens(card);
  return {
    kind: fixture.input.kind,
    fixture: fixture.name,
    of: fixture.of,
    lane,
    seconds,
    slowSeconds,
    tokens,
    flagged: isFlagged(card),
    problems: lane === "quick" ? brokenPromises(card, { seconds, slowSeconds, tokens }) : [],
  };
}

function brokenPromises(
  card: Card,
  { seconds, slowSeconds, tokens }: Pick<LintedCard, "seconds" | "slowSeconds" | "tokens">,
): readonly string[] {
  return [
    ...(seconds > PROMISE.seconds ? [`${seconds.toFixed(2)} s`] : []),
    ...(slowSeconds > PROMISE.slowSeconds ? [`${slowSeconds.toFixed(2)} s for a slow reader`] : []),
    ...(tokens > PROMISE.tokens[card.openQuestions] ? [`${tokens} tokens to read`] : []),
    ...(card.fullyReadable ? [] : ["a part that nobody could read"]),
    ...(card.diff !== null && card.diff.more.unlike > 0 ? ["folded rows unlike the rest"] : []),
  ];
}

/** T = L + 0.25·F + (60/WPM)·RU + 1.35·(1 + Q) + 0.25·C + A + X, as the design writes it. */
function secondsOf(card: Card, treatment: Treatment, device: BudgetInput["device"], wpm: number): number {
  const glances = 1 + card.checks.filter(({ state }) => state !== "passed").length;
  const reading = (60 / wpm) * mustReadTokens(card);
  return 0.05 + 0.25 * 2 + reading + 1.35 * (1 + card.openQuestions) + 0.25 * glances + ACT[device] + FRICTION[treatment];
}

function isFlagged(card: Card): boolean {
  return (
    !card.fullyReadable || card.checks.some(({ state }) => state === "failed") || card.facts.some(({ alarming }) => alarming)
  );
}

/** The rows as a table for people: kind, fixture, seconds, tokens, lane. */
export function lintTable(rows: readonly LintedCard[]): string {
  const line = (...cells: readonly [string, string, string, string, string, string]): string => {
    const [kind, of, fixture, seconds, tokens, lane] = cells;
    return [kind.padEnd(8), of.padEnd(8), fixture.padEnd(48), seconds.padStart(7), tokens.padStart(6), ` ${lane}`].join(" ");
  };
  return [
    line("kind", "of", "fixture", "T_pred", "RU", "lane"),
    ...rows.map((row) =>
      line(
        row.kind,
        row.of,
        row.fixture,
        `${row.seconds.toFixed(1)} s`,
        String(row.tokens),
        `${row.lane}${row.flagged ? ", flagged" : ""}`,
      ),
    ),
  ].join("\n");
}
