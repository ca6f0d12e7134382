/** The shares of proposals that a version judges, step by step (design: policy §4.1). At the last it judges all of them, and is still watched. */
export const ROLLOUT_SHARES = [0.1, 0.5, 1] as const;
/** How long one step may last, in days. */
export const ROLLOUT_DAYS = { least: 1, usual: 1, most: 14 } as const;
