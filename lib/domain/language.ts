/** The languages people are offered, as BCP 47 tags. English is the source: what is missing elsewhere does not compile. */
export const LANGUAGES = ["en", "de"] as const;
export type OfferedLanguage = (typeof LANGUAGES)[number];

/**
 * Two languages that nobody speaks, for tests: English with accents and a third longer, and English written from right to left. Nobody is
 * offered them; a browser that asks for one by its exact tag is given it.
 */
export const MADE_UP_LANGUAGES = ["en-XA", "ar-XB"] as const;
export type MadeUpLanguage = (typeof MADE_UP_LANGUAGES)[number];

export type Language = OfferedLanguage | MadeUpLanguage;

/** Each language in its own words, as its speakers look for it in a list. */
export const LANGUAGE_NAMES: Readonly<Record<OfferedLanguage, string>> = { en: "English", de: "Deutsch" };

/** The attributes of `<html>` in a language. */
export function documentLanguage(language: Language): { readonly lang: Language; readonly dir: "ltr" | "rtl" } {
  return { lang: language, dir: language === "ar-XB" ? "rtl" : "ltr" };
}

/** The locale whose numbers and plurals a language has: the made-up ones are English in disguise. */
export function localeOf(language: Language): OfferedLanguage {
  return language === "de" ? "de" : "en";
}

/** The offered language of a name, null for anything else. */
export function offeredLanguage(name: string | null | undefined): OfferedLanguage | null {
  return LANGUAGES.find((language) => language === name) ?? null;
}

/** Longer headers than this come from no browser; what lies beyond is not read. */
const HEADER_MAX = 1000;

/** The language for an `Accept-Language` header (RFC 9110 §12.5.4): the best weighed that is offered, in any of its regions; else English. */
export function languageFor(acceptLanguage: string | null): Language {
  const ranges = (acceptLanguage ?? "").slice(0, HEADER_MAX).split(",").map(rangeOf);
  const wanted = ranges.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  for (const { tag } of wanted) {
    const found = MADE_UP_LANGUAGES.find((language) => language.toLowerCase() === tag) ?? offeredLanguage(tag.split("-")[0]);
    if (found !== null) return found;
  }
  return "en";
}

function rangeOf(text: string): { readonly tag: string; readonly weight: number } {
  const [tag = "", ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/u);
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return { tag, weight: weight === undefined ? 1 : Number.parseFloat(weight.slice(2)) || 0 };
}
