const UNFILLED =
  /\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|<<[^<>\n]{1,60}>>|%[A-Z_]{3,40}%|\[(?:first[ _]?name|last[ _]?name|name|company|customer|date|amount)\]|^[ \t]*dear\s*,/imu;
/** As a program leaves them where a value was missing; not the word, and not somebody’s name. */
const MISSING =
  /\bNaN\b|\bundefined\b(?! (?:behaviou?rs?|variables?|values?|functions?|methods?|references?|symbols?|terms?|state)\b)/u;

/** The first field of a template that nobody filled in, `{{first_name}}` or `undefined`; null when there is none. */
export function unfilledIn(text: string): string | null {
  return UNFILLED.exec(text)?.[0].trim() ?? MISSING.exec(text)?.[0] ?? null;
}
