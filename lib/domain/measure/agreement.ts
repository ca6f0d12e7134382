/** Two blind answers to one item; a further one where a third person settled it is no part of this. */
export type DoubleReview = readonly [first: string, second: string];

/** How far two blind reviewers agree beyond chance. Figures are null where they cannot be computed. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  /** Krippendorff's α for nominal data: 1 is perfect, 0 is chance. Null when only one answer was ever given. */
  readonly alpha: number | null;
  /** Gwet's AC1: does not collapse when nearly everything gets the same answer. */
  readonly ac1: number | null;
}

/** α (Krippendorff 2004, ch. 11) and AC1 (Gwet 2008) for pairs of nominal answers. */
export function agreement(pairs: readonly DoubleReview[]): Agreement {
  const agreed = pairs.filter(([first, second]) => first === second).length;
  const counts = new Map<string, number>();
  for (const answer of pairs.flat()) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  if (pairs.length === 0) return { pairs: 0, agreed, alpha: null, ac1: null };
  const values = pairs.length * 2;
  const observedDisagreement = 1 - agreed / pairs.length;
  const same = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  const expectedDisagreement = 1 - same / (values * (values - 1));
  return {
    pairs: pairs.length,
    agreed,
    alpha: expectedDisagreement === 0 ? null : 1 - observedDisagreement / expectedDisagreement,
    ac1: ac1Of(counts, values, agreed / pairs.length),
  };
}

function ac1Of(counts: ReadonlyMap<string, number>, values: number, observed: number): number | null {
  const categories = counts.size;
  if (categories < 2) return null;
  const spread = [...counts.values()].reduce((sum, count) => sum + (count / values) * (1 - count / values), 0);
  const chance = spread / (categories - 1);
  return (observed - chance) / (1 - chance);
}

/** Among pairs in which somebody gave `answer`, the share in which both did: agreement on the rare answer, which matters most. */
export function agreementOn(pairs: readonly DoubleReview[], answer: string): { readonly both: number; readonly either: number } {
  const either = pairs.filter((pair) => pair.includes(answer));
  return { both: either.filter(([first, second]) => first === second).length, either: either.length };
}
