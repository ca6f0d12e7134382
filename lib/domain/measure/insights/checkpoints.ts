import type { AgentId } from "../../ids";
import type { Kind, Stakes, Tier } from "../../words";
import type { Prices } from "../../policy/prices";
import { returned } from "./economics";
import type { AmountFigure, ShareFigure } from "./figure";
import { amount, grouped, shareOf } from "./figure";
import { isApproved } from "./pairs";
import type { MeasuredItem, MeasuredReview, MeasuredRows } from "./rows";
import { foundBad, isDecision, wasDecided } from "./rows";

/** Where people look: one agent's action, at one kind and risk. */
export interface CheckpointKey {
  readonly agentId: AgentId;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
}

/** What a checkpoint's looks found in the window, and what that cost. */
export interface Checkpoint extends CheckpointKey {
  readonly looks: AmountFigure;
  readonly approved: ShareFigure;
  readonly bad: ShareFigure;
  readonly caught: ShareFigure;
  readonly cost: AmountFigure;
  readonly perBad: AmountFigure;
  readonly forEach: AmountFigure;
}

/** One text a checkpoint. */
export function checkpointKey({ agentId, actionName, kind, tier }: CheckpointKey): string {
  return JSON.stringify([agentId, actionName, kind, tier]);
}

/**
 * The ledger of checkpoints, those with the most looks first. A look that was not measured is taken to last as long as its card was predicted
 * to. `stakesOf` answers the highest stakes seen at a checkpoint; null where they are not known, and then no return is claimed.
 */
export function checkpointsOf(
  { items, reviews, tests }: Pick<MeasuredRows, "items" | "reviews" | "tests">,
  stakesOf: (key: CheckpointKey) => Stakes | null,
  prices: Prices,
): readonly Checkpoint[] {
  const looks = grouped(reviews.filter(isDecision), ({ proposalId }) => proposalId);
  const cells = grouped(items.filter(wasDecided), checkpointKey);
  return [...cells.values()]
    .flatMap((some) => {
      const [key] = some;
      if (key === undefined) return [];
      const { agentId, actionName, kind, tier } = key;
      const given = some.flatMap(({ id }) => looks.get(id) ?? []);
      const catches = tests.filter((test) => test.kind === kind);
      return [
        {
          ...{ agentId, actionName, kind, tier },
          looks: amount(given.length, "items", some.length),
          approved: shareOf(some, isApproved),
          bad: shareOf(some, foundBad),
          caught: shareOf(catches, ({ outcome }) => outcome === "caught"),
          ...priced(some, given, stakesOf(key), prices),
        },
      ];
    })
    .sort((a, b) => (b.looks.value ?? 0) - (a.looks.value ?? 0));
}

function priced(
  items: readonly MeasuredItem[],
  given: readonly MeasuredReview[],
  stakes: Stakes | null,
  prices: Prices,
): Pick<Checkpoint, "cost" | "perBad" | "forEach"> {
  const seconds = given.reduce(
    (sum, { activeMs, predictedSeconds }) => sum + (activeMs === null ? predictedSeconds : activeMs / 1000),
    0,
  );
  const bad = items.filter(foundBad).length;
  const { cost, perBad, forEach } = returned({ bad, seconds }, stakes ?? "S0", prices);
  return {
    cost: amount(cost, "money", given.length),
    perBad: amount(perBad, "money", bad),
    forEach: amount(forEach, "times", stakes === null ? 0 : given.length),
  };
}
