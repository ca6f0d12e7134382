import { hasInvisible } from "./invisible";

/**
 * The scripts that people write names in today (UAX #31, table 5) and the others whose letters pass for Latin or Greek ones.
 * Spelled out because JavaScript can test for a script and cannot tell one.
 */
const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Bengali", /\p{Script=Bengali}/u],
  ["Bopomofo", /\p{Script=Bopomofo}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  ["Coptic", /\p{Script=Coptic}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
  ["Ethiopic", /\p{Script=Ethiopic}/u],
  ["Georgian", /\p{Script=Georgian}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Gujarati", /\p{Script=Gujarati}/u],
  ["Gurmukhi", /\p{Script=Gurmukhi}/u],
  ["Han", /\p{Script=Han}/u],
  ["Hangul", /\p{Script=Hangul}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Hiragana", /\p{Script=Hiragana}/u],
  ["Kannada", /\p{Script=Kannada}/u],
  ["Katakana", /\p{Script=Katakana}/u],
  ["Khmer", /\p{Script=Khmer}/u],
  ["Lao", /\p{Script=Lao}/u],
  ["Lisu", /\p{Script=Lisu}/u],
  ["Malayalam", /\p{Script=Malayalam}/u],
  ["Myanmar", /\p{Script=Myanmar}/u],
  ["Oriya", /\p{Script=Oriya}/u],
  ["Sinhala", /\p{Script=Sinhala}/u],
  ["Tamil", /\p{Script=Tamil}/u],
  ["Telugu", /\p{Script=Telugu}/u],
  ["Thaana", /\p{Script=Thaana}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Tibetan", /\p{Script=Tibetan}/u],
];

const COMMON = /[\p{Script=Common}\p{Script=Inherited}]/u;
const ASCII = /^[\0-\x7f]*$/;

/** Scripts that are written together every day (UTS #39 §5.2, "highly restrictive"). */
const TOGETHER: readonly ReadonlySet<string>[] = [
  new Set(["Latin", "Han", "Hiragana", "Katakana"]),
  new Set(["Latin", "Han", "Bopomofo"]),
  new Set(["Latin", "Han", "Hangul"]),
];

/**
 * The scripts of the letters in `text`, in the order met; digits, punctuation and combining marks belong to all and are left out.
 * Scripts that hardly anyone writes names in are one, `Other`.
 */
export function scriptsOf(text: string): readonly string[] {
  if (ASCII.test(text)) return /[A-Za-z]/.test(text) ? ["Latin"] : [];
  const found = new Set<string>();
  for (const character of new Set(text)) {
    if (COMMON.test(character)) continue;
    found.add(SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? "Other");
  }
  return [...found];
}

/**
 * True when an identifier mixes scripts that are not written together, such as `аpple` with a Cyrillic first letter. Han with Latin,
 * kana, Hangul or Bopomofo is ordinary and allowed. In the spirit of UTS #39 and not all of it: a word wholly in another script passes.
 */
export function isMixedScript(identifier: string): boolean {
  const scripts = scriptsOf(identifier);
  if (scripts.length < 2) return false;
  return !TOGETHER.some((set) => scripts.every((script) => set.has(script)));
}

/**
 * What most fonts draw like a plain letter and no language is written with: letters of phonetic notation, of old editions and of alphabets that were given up, the
 * digits of mathematics, the kelvin and the estimated sign (from the UTS #39 table).
 */
const OF_NO_LANGUAGE =
  /[\u0184\u018D\u01BD\u0261\u0262\u026A\u026F\u0274\u0280\u028F\u0299\u029C\u029F\u1D00-\u1D7C\u1D7E-\u1DBF\u1E9D\u1EFF\u212A\u212E\uA730\uA731\uA799\uA79F\uAB30-\uAB6F\u{1D7CE}-\u{1D7FF}\u{1FBF0}-\u{1FBF9}]/u;
/** Kept for compatibility too, and in honest texts: ordinals, the micro sign, Greek letters in another cut. */
const AT_HOME = /[ªºµ\u03D0-\u03F5]/u;
const LETTER_OF_THREE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;

/** True for what stands in for a letter: bold or script ones of mathematics, wide and raised ones, and those of no language. */
function isDisguise(character: string): boolean {
  if (ASCII.test(character) || AT_HOME.test(character)) return false;
  if (OF_NO_LANGUAGE.test(character) || OF_NO_LANGUAGE.test(character.toLowerCase())) return true;
  const form = character.normalize("NFKC");
  return form !== character.normalize("NFC") && LETTER_OF_THREE.test(form);
}

/** Among these, wide letters are a way of typing. */
const WITH_WIDE: ReadonlySet<string> = new Set(["Bopomofo", "Han", "Hangul", "Hiragana", "Katakana"]);

/** True when something in `word` stands in for a letter, beside none of a script that is typed with such. */
export function passesForLatin(word: string): boolean {
  if (ASCII.test(word)) return false;
  const letters = Array.from(word);
  const others = letters.filter((letter) => !isDisguise(letter));
  return others.length < letters.length && !scriptsOf(others.join("")).some((script) => WITH_WIDE.has(script));
}

export type HostFlag = "non_ascii" | "punycode" | "mixed_script" | "look_alike" | "invisible";

/** What makes a host's name worth a second look; empty for a plain ASCII host. Every host that is not one is flagged. */
export function hostFlags(host: string): readonly HostFlag[] {
  const flags: HostFlag[] = [];
  const labels = host.split(".");
  if (!ASCII.test(host)) flags.push("non_ascii");
  if (/(?:^|\.)xn--/i.test(host)) flags.push("punycode");
  if (labels.some(isMixedScript)) flags.push("mixed_script");
  if (labels.some(passesForLatin)) flags.push("look_alike");
  if (hasInvisible(host)) flags.push("invisible");
  return flags;
}

/** True when a name is not what it looks like, whatever it is of: more than letters beyond ASCII, which honest names have. */
export function isSpoof(name: string): boolean {
  return hostFlags(name).some((flag) => flag !== "non_ascii" && flag !== "invisible");
}
