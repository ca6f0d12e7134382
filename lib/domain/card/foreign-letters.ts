import { scriptsOf } from "../scripts";
import type { CheckSentence } from "./check-texts";

const WORDS_MAX = 3;
const LETTERS_MAX = 6;
/** The alphabets with a name in every language of ours; another is called as Unicode calls it. */
const NAMED = { Cyrillic: "check.lettersCyrillic", Greek: "check.lettersGreek" } as const;

/**
 * Which letters of `words` are not of the alphabet that they pass for, by their number and by what they are: the word alone deceives whoever reads it
 * (design: review §3.1, rule 3).
 */
export function foreignLetters(words: readonly string[]): CheckSentence {
  const shown = words.slice(0, WORDS_MAX);
  const found = [...new Set(shown.flatMap(foreignIn))];
  const letters = found.slice(0, LETTERS_MAX).map(numbered).join(", ") + (found.length > LETTERS_MAX ? ", …" : "");
  const scripts = scriptsOf(found.join(""));
  const [script = "Other", ...others] = scripts;
  const values = { words: shown.join(", "), letters };
  if (others.length === 0 && (script === "Cyrillic" || script === "Greek")) return { key: NAMED[script], values };
  return { key: "check.lettersOf", values: { ...values, scripts: scripts.join(", ") } };
}

/** Of a word that has Latin letters all others; else all that are not of the script it begins with. */
function foreignIn(word: string): readonly string[] {
  const scripts = scriptsOf(word);
  const own = scripts.includes("Latin") ? "Latin" : scripts[0];
  return Array.from(word).filter((letter) => scriptsOf(letter).some((script) => script !== own));
}

function numbered(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} ${letter}`;
}
