/** How far back the figures of Insights look where nothing is said, days. */
export const INSIGHTS_DAYS = 30;

/** How far back a draft of the policy is counted where nothing is said, days. */
export const WHAT_IF_DAYS = 90;
