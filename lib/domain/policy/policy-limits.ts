/** What a document may hold at most; a larger one is refused when it is saved. */
export const POLICY_LIMITS = {
  /** Characters of its text, at whichever door it comes in. */
  textLengthMax: 4_000_000,
  catalogueMax: 5_000,
  rulesMax: 10_000,
  limitsMax: 200,
  /** UTF-8 bytes of one condition. */
  conditionBytesMax: 2_048,
  /** Rules that may match one action name: the evaluation's cost is bounded by it. */
  matchingRulesMax: 200,
} as const;
