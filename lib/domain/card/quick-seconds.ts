/** What is predicted to take longer is never quick. Apart from the budget, so that a screen that asks for it carries no counting of words. */
export const QUICK_SECONDS_MAX = 10;
