"use client";

import type { ReactNode } from "react";
import { createContext, use, useMemo } from "react";

import type { Language } from "../../lib/domain/language";
import type { Area } from "../../lib/words/area";
import type { CompiledArea } from "../../lib/words/message";
import type { Words } from "./make-words";
import { makeWords } from "./make-words";

interface Handed {
  readonly language: Language;
  readonly areas: Readonly<Partial<Record<Area, CompiledArea>>>;
}

const HandedWords = createContext<Handed>({ language: "en", areas: {} });

export interface WordsProviderProps extends Handed {
  readonly children: ReactNode;
}

/** The texts of some areas for what is drawn inside, besides those that stand around it. Drawn by `HandWords`. */
export function WordsProvider({ language, areas, children }: WordsProviderProps) {
  const around = use(HandedWords);
  const handed = useMemo(() => ({ language, areas: { ...around.areas, ...areas } }), [around.areas, areas, language]);
  return <HandedWords value={handed}>{children}</HandedWords>;
}

/** The texts of an area in the language of whoever reads; throws where the page was not handed the area (a check of the sources sees to it). */
export function useWords<A extends Area>(area: A): Words<A> {
  const { language, areas } = use(HandedWords);
  const texts = areas[area];
  if (texts === undefined) throw new Error(`this page was not handed the words of \`${area}\`: name it in its HandWords`);
  return useMemo(() => makeWords<A>(language, texts), [language, texts]);
}
