/**
 * Folders whose texts still stand in the components, in English. The list only gets shorter: a folder whose texts are in the catalogue is taken
 * out, and from then on the linter finds every literal in it.
 */
export const WORDS_TO_COME = [
  "app/(dashboard)",
  "components/agents",
  "components/card",
  "components/compose",
  "components/grants",
  "components/history",
  "components/insights",
  "components/ledger",
  "components/people",
  "components/policy",
  "components/proposal",
  "components/queue",
  "components/triage",
  "components/ui",
];

/** These stay English: the reference of an English API, what is shown when nothing else can be, and what names an installed app. */
export const WORDS_IN_ENGLISH = ["app/docs", "app/global-error.tsx", "app/manifest.ts"];
