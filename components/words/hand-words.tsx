import type { ReactNode } from "react";

import { requestLanguage } from "../../lib/auth/request-language";
import type { Area } from "../../lib/words/area";
import { compileArea } from "../../lib/words/compile-area";
import { WordsProvider } from "./words-provider";

export interface HandWordsProps {
  /** Those that the client components inside ask for; the frame around a page has handed over its own already. */
  readonly areas: readonly Area[];
  readonly children: ReactNode;
}

/** Hands the browser the texts of some areas, compiled, with the page: none of them is in its JavaScript. */
export async function HandWords({ areas, children }: HandWordsProps) {
  const language = await requestLanguage();
  const compiled = Object.fromEntries(areas.map((area) => [area, compileArea(language, area)]));
  return (
    <WordsProvider language={language} areas={compiled}>
      {children}
    </WordsProvider>
  );
}
