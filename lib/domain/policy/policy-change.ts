/** One difference between two versions of a policy, as people read it. */
export interface PolicyChange {
  /** `matrix.S2.R1.start`, `rules.large-refund.when`: items of lists by their name, not their place. */
  readonly path: string;
  /** In words; null where there was nothing. */
  readonly before: string | null;
  /** In words; null where there is nothing any more. */
  readonly after: string | null;
  /** `Moderate × restorable: one look → runs, 20 % audited`. */
  readonly sentence: string;
  /** False only when the change cannot let through anything that was held before. */
  readonly riskier: boolean;
}

/** Makes a change from values that differ; none when the words are the same. */
export function change(
  path: string,
  subject: string,
  before: string | null,
  after: string | null,
  riskier: boolean,
): readonly PolicyChange[] {
  if (before === after) return [];
  return [{ path, before, after, sentence: `${subject}: ${before ?? "nothing"} → ${after ?? "nothing"}`, riskier }];
}
