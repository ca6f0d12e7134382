import type { Words } from "../components/words/make-words";
import { makeWords } from "../components/words/make-words";
import type { Language } from "../lib/domain/language";
import type { Area } from "../lib/words/area";
import { compileArea } from "../lib/words/compile-area";

/** The texts of an area, for whoever tests a function that is given them. */
export function wordsOf<A extends Area>(area: A, language: Language = "en"): Words<A> {
  return makeWords<A>(language, compileArea(language, area));
}
