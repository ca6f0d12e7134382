/** A tag of HTML, also one that no browser knows. */
const TAG = /<[a-z/!][^<>]*>/giu;
/** Between what these enclose, a browser leaves room; whatever any other tag parts is one word to the eye. */
const PARTS_WORDS =
  /^<\/?(?:address|article|aside|blockquote|body|br|center|d[dlt]|div|fig\w+|footer|form|h[1-6r]|head|header|html|img|li|main|nav|ol|option|p|pre|section|table|t[dhr]|tbody|tfoot|thead|title|ul)\b/iu;
const NUMBER = /&#(?:x([\da-f]{1,8})|(\d{1,8}));?/giu;
/** The letters of other alphabets that have a name in HTML: the names of all Cyrillic ones end in `cy`. */
const CYRILLIC = /&[a-z]{1,8}cy;/giu;
const GREEK =
  /&(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega);/giu;

/** Whether something in `text` is written by its number or its name. */
export function namesLetters(text: string): boolean {
  return text.includes("&") && [NUMBER, CYRILLIC, GREEK].some((pattern) => text.search(pattern) >= 0);
}

/**
 * What a browser would draw of `text` if it is markup, and what its tags hold, each apart: the Latin name of a tag beside Hebrew is no mixed word, and a letter that is
 * written by number, by name or between two tags is part of the word around it. Text without markup is answered as it is.
 */
export function asDrawn(text: string): readonly string[] {
  const tags = text.match(TAG) ?? [];
  const drawn = text.replaceAll(TAG, (tag) => (PARTS_WORDS.test(tag) ? " " : ""));
  return [drawn, ...tags.map((tag) => tag.replaceAll(/[<>="']/gu, " "))].map(lettersIn);
}

/** With the letters that are written otherwise; of those with a name one of the same alphabet, which is all that is asked. */
function lettersIn(text: string): string {
  return text
    .replaceAll(NUMBER, (written, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    })
    .replaceAll(CYRILLIC, "\u0430")
    .replaceAll(GREEK, "\u03b1");
}
