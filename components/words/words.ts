import { requestLanguage } from "../../lib/auth/request-language";
import type { Area } from "../../lib/words/area";
import { compileArea } from "../../lib/words/compile-area";
import type { Words } from "./make-words";
import { makeWords } from "./make-words";

/** The texts of an area in the language of the request. For what is drawn on the server; in the browser, `useWords`. */
export async function words<A extends Area>(area: A): Promise<Words<A>> {
  const language = await requestLanguage();
  return makeWords<A>(language, compileArea(language, area));
}
