import type { Language } from "../../lib/domain/language";

/** The locale whose days and months a language has: with English words, the day stands before the month. */
export function dateLocaleOf(language: Language): "de" | "en-GB" {
  return language === "de" ? "de" : "en-GB";
}
