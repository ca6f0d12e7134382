import { firstVerdict, readOpinions } from "../../second-opinion";
import type { LookVerdict } from "../../second-look";
import { KINDS } from "../../words";
import { agreement, gwetAc1, krippendorffAlpha, specificAgreement, type DoubleReview } from "../agreement";
import { bootstrap } from "../bootstrap";
import { SMALL_N } from "../intervals";
import type { AmountFigure, Figure } from "./figure";
import { amount, grouped, share, shareOf } from "./figure";
import type { PanelRow } from "./panels";
import { kindPart, wordsPart } from "./row-name";
import type { MeasuredDouble, MeasuredRows } from "./rows";

/** What the first and the second person said; null where no second one has that can have read it. */
export function pairOf({ decision, opinions }: Pick<MeasuredDouble, "decision" | "opinions">): DoubleReview | null {
  const [second] = readOpinions(opinions);
  return second === undefined ? null : [firstVerdict(decision), second.verdict];
}

/** How far people who do not know of each other agree, of all kinds and by kind. */
export function agreementRows({ doubles, until }: Pick<MeasuredRows, "doubles" | "until">): readonly PanelRow[] {
  const seed = Math.trunc(until / 1_000);
  const counted = doubles.filter((double) => double.settledAt !== null || pairOf(double) !== null);
  if (counted.length === 0) return [];
  const byKind = grouped(counted, ({ kind }) => kind);
  const kinds = KINDS.flatMap((kind) => {
    const some = byKind.get(kind);
    return some === undefined ? [] : [{ name: [kindPart(kind)], figures: figuresOf(some, seed) }];
  });
  return [{ name: [wordsPart("row.all")], figures: figuresOf(counted, seed) }, ...kinds];
}

/** What nobody gave in its time, or nobody can have read, is no part of any figure but the last. */
function figuresOf(counted: readonly MeasuredDouble[], seed: number): readonly Figure[] {
  const reviewed = counted.filter((double) => pairOf(double) !== null);
  const pairs = reviewed.map(pairOf).filter((pair) => pair !== null);
  const { agreed, alpha, ac1 } = agreement(pairs);
  const on = (verdict: LookVerdict) => {
    const { shared, given } = specificAgreement(pairs, verdict);
    return share(shared, given);
  };
  const settled = (first: LookVerdict) => reviewed.filter((one) => firstVerdict(one.decision) === first && one.verdict !== null);
  return [
    share(agreed, pairs.length),
    coefficient(alpha, pairs, krippendorffAlpha, seed),
    coefficient(ac1, pairs, gwetAc1, seed),
    on("wrong"),
    on("fine"),
    shareOf(settled("wrong"), ({ verdict }) => verdict === "fine"),
    shareOf(settled("fine"), ({ verdict }) => verdict === "wrong"),
    amount(reviewed.filter(({ settledAt, verdict }) => settledAt !== null && verdict === null).length, "items", reviewed.length),
    shareOf(
      counted.filter(({ settledAt }) => settledAt !== null),
      (double) => pairOf(double) === null,
    ),
  ];
}

/** Under 20 nothing is claimed: the shares say how many of how many. */
function coefficient(
  value: number | null,
  pairs: readonly DoubleReview[],
  of: (pairs: readonly DoubleReview[], often: readonly number[]) => number | null,
  seed: number,
): AmountFigure {
  if (pairs.length < SMALL_N || value === null) return amount(null, "coefficient", pairs.length);
  return {
    ...amount(value, "coefficient", pairs.length),
    ...bootstrap(pairs, ([first, second]) => `${first} ${second}`, of, seed),
  };
}
