/**
 * These stay English: the reference of an English API, what is shown when nothing else can be, and what names an installed app. The linter finds
 * every literal text everywhere else.
 */
export const WORDS_IN_ENGLISH = ["app/docs", "app/global-error.tsx", "app/manifest.ts"];
