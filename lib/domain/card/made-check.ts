import type { Check } from "./card";
import { checkInEnglish, checkSentence, type CheckSays, type CheckSentence } from "./check-texts";

/** A check with what it says, in English and for whoever reads another language; a string in `because` is values as they are. */
export function madeCheck(id: string, state: Check["state"], says: CheckSays, because: CheckSentence | string | null): Check {
  const sentence = checkSentence(says);
  const why = typeof because === "string" ? null : because;
  return {
    id,
    state,
    says: checkInEnglish(sentence),
    because: typeof because === "string" || because === null ? because : checkInEnglish(because),
    words: { says: sentence, because: why },
  };
}
