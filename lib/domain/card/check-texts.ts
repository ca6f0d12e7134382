import { inEnglish, type PlainKey, type Sentence } from "../sentence";
import { AIRLINE_TEXTS } from "./airline/airline-texts";
import { textsOfKinds } from "./kinds";
import { SHARED_TEXTS } from "./shared-texts";

/** Everything that checks say, in English: a file a kind. The catalogue takes it over. */
export const CHECK_TEXTS = { ...SHARED_TEXTS, ...AIRLINE_TEXTS, ...textsOfKinds("checkTexts") } as const;

/** What a check says, as the key of a text and what is filled in. */
export type CheckSentence = Sentence<typeof CHECK_TEXTS>;
/** A sentence that nothing is filled into may be named by its key alone. */
export type CheckSays = PlainKey<typeof CHECK_TEXTS> | CheckSentence;

export function checkSentence(says: CheckSays): CheckSentence {
  return typeof says === "string" ? { key: says } : says;
}

export function checkInEnglish(sentence: CheckSentence): string {
  return inEnglish(CHECK_TEXTS, sentence);
}
