import type { ReasonWords } from "../../lib/domain/policy/reason-texts";
import type { Words } from "../words/make-words";

/** What policy said, and the language that is in where it is not the reader’s: none is known of what an admin wrote. */
export interface PolicySays {
  readonly text: string;
  readonly lang: "en" | "" | undefined;
}

/** In the reader’s language where it is kept what was said; else as it was stored, in English or in an admin’s words (`null`). */
export function policySays(t: Words<"risk">, text: string, words: ReasonWords | null | undefined): PolicySays {
  if (!words) return { text, lang: words === null ? "" : "en" };
  const says = t.sentence(words.says);
  // A key of before that no catalogue has any more: what was stored says it.
  if (says === words.says.key) return { text, lang: "en" };
  return { text: words.of === undefined ? says : `${t.sentence(words.of)}: ${says}`, lang: undefined };
}
