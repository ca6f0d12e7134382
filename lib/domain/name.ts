import type { Refusal } from "./error-codes";
import { hasInvisible } from "./invisible";
import type { Result } from "./result";
import { ok, refuse } from "./result";
import { isMixedScript } from "./scripts";

/** A name that was checked, with the form under which look-alikes meet. */
export interface CheckedName {
  readonly name: string;
  readonly skeleton: string;
}

const CHARACTERS_MAX = 80;
/** Letters, their marks, digits, and the punctuation of names: no symbol that could pass for a badge such as ✓. */
const ALLOWED = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,’'&()/_@:+#·・-]*$/u;
const PILED_MARKS = /\p{Mn}{4}/u;

/**
 * The name of an agent or a person in NFC, without spaces around it, or `invalid_request` with what to change: 1 to 80 characters, all of them
 * visible, of one script (or scripts written together, as in `日本 Tokyo`), starting with a letter or digit (trust H14).
 */
export function checkName(text: string): Result<CheckedName, Refusal> {
  const name = text.normalize("NFC").replace(/^ +| +$/g, "");
  const wrong = fault(name);
  return wrong === null ? ok({ name, skeleton: skeleton(name) }) : refuse({ code: "invalid_request", detail: wrong });
}

function fault(name: string): string | null {
  if (name === "") return "the name is empty: write 1 to 80 characters";
  if (Array.from(name).length > CHARACTERS_MAX) return "the name is too long: write at most 80 characters";
  if (hasInvisible(name)) return "the name has a character that nobody can see: type it anew";
  if (!ALLOWED.test(name)) {
    return "the name has a character that names do not need: use letters, digits, spaces and . , ’ - ( ) & / _ @";
  }
  if (name.includes("  ")) return "the name has two spaces in a row: write one";
  if (PILED_MARKS.test(name)) return "the name has too many marks on one letter: write it with fewer";
  if (isMixedScript(name)) return "the name mixes alphabets that look alike: write it in one";
  return null;
}

/** Capitals of other scripts by the Latin capital that most fonts draw alike. */
const CAPITALS: Readonly<Record<string, string>> = {
  A: "АΑ",
  B: "ВΒ",
  C: "СϹ",
  E: "ЕΕ",
  H: "НΗ",
  I: "ІΙӀ",
  J: "ЈͿ",
  K: "КΚ",
  M: "МΜ",
  N: "Ν",
  O: "ОΟՕ",
  P: "РΡ",
  S: "ЅՏ",
  T: "ТΤ",
  U: "Ս",
  X: "ХΧ",
  Y: "УΥҮ",
  Z: "Ζ",
};

/** Small letters and digits likewise; `i`, `l` and `1` are one, because a capital `I` is any of them. */
const SMALL: Readonly<Record<string, string>> = {
  a: "аαɑ",
  b: "вьβ",
  c: "сϲ",
  d: "ԁ",
  e: "еєεҽ",
  g: "ɡց",
  h: "һհн",
  j: "јϳ",
  k: "кκ",
  l: "iıіιӏ1",
  m: "м",
  n: "пոη",
  o: "оοօσς0",
  p: "рρ",
  q: "ԛզ",
  r: "г",
  s: "ѕ",
  t: "тτ",
  u: "υսμ",
  v: "νѵ",
  w: "ԝшωա",
  x: "хχ",
  y: "уүγ",
  z: "ζ",
};

const FOLD: ReadonlyMap<string, string> = new Map(
  [...Object.entries(CAPITALS), ...Object.entries(SMALL)].flatMap(([latin, others]) =>
    Array.from(others, (other): [string, string] => [other, latin]),
  ),
);

/**
 * One form for names that are easily taken for each other: width, case, spaces and punctuation do not count, and look-alike letters become
 * the Latin one. A small subset of the UTS #39 table, for Cyrillic, Greek and Armenian. Accents count, since José is not Jose.
 * For comparing only, never for showing.
 */
export function skeleton(name: string): string {
  // Folded first, because normalising makes a sigma of the lunate one, which looks like a c.
  const folded = fold(
    fold(name)
      .normalize("NFKC")
      .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, ""),
  );
  return fold(folded.toLowerCase().normalize("NFC")).replaceAll("rn", "m").replaceAll("vv", "w");
}

function fold(text: string): string {
  return Array.from(text, (letter) => FOLD.get(letter) ?? letter).join("");
}
