import type { Sentence } from "./sentence";

/** Why a row is not in its section any more. */
export const LEFT_TEXTS = {
  "left.expired": "expired",
  "left.test": "a test, decided by somebody",
  "left.withdrawn": "withdrawn by its agent",
  "left.gone": "no longer here",
  "left.moved": "moved to another section",
  "left.held": "held",
  "left.approved": "approved",
  "left.rejected": "rejected",
  "left.answered": "answered",
  "left.blocked": "blocked",
  "left.superseded": "superseded",
  "left.you.approve": "you approved",
  "left.you.edit": "you edited and approved",
  "left.you.reject": "you rejected",
  "left.you.answer": "you answered",
  "left.they.approve": "{name} approved",
  "left.they.edit": "{name} edited and approved",
  "left.they.reject": "{name} rejected",
  "left.they.answer": "{name} answered",
} as const;

export type Left = Sentence<typeof LEFT_TEXTS>;
