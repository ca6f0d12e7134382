import { inEnglish } from "../sentence";
import { FACE_TEXTS } from "./face-texts";
import { saidWith, type Said } from "./said";

/**
 * What is said in English: what a card holds beside it, for the count of words, for machines and for whatever is kept. Apart from the rest of what
 * is said, so that no script of a screen carries the table.
 */
export function saidInEnglish(said: Said): string {
  return saidWith((sentence) => inEnglish(FACE_TEXTS, sentence), said);
}
