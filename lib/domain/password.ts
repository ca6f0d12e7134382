import { COMMON_PASSWORDS, COMMON_STEMS } from "./common-passwords";
import type { Refusal } from "./error-codes";
import type { Result } from "./result";
import { ok, refuse } from "./result";

/** OWASP ASVS 6.2.1: eight at least, fifteen recommended; anything up to 1,024 is taken, so that a passphrase always fits. */
export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_RECOMMENDED = 15;
export const PASSWORD_LENGTH_MAX = 1024;

/**
 * The password in the one form that is hashed: NFC, because the same key press arrives composed on one system and decomposed on another
 * (RFC 8265 §4.2). Null when it is too long or not well-formed, and so cannot be anyone's password.
 */
export function normalisedPassword(password: string): string | null {
  if (password.length > PASSWORD_LENGTH_MAX || !isWellFormed(password)) return null;
  const normalised = password.normalize("NFC");
  return normalised.length > PASSWORD_LENGTH_MAX ? null : normalised;
}

/**
 * A new password in the form that is hashed, or why it is too easy to guess. No rule about kinds of characters: they make passwords worse
 * (NIST SP 800-63B §5.1.1.2). What remains without the person's own name and address must still be long enough.
 */
export function checkPassword(
  password: string,
  owner: { readonly email: string; readonly name: string },
): Result<string, Refusal> {
  const normalised = normalisedPassword(password);
  if (normalised === null) return weak(`use at most ${PASSWORD_LENGTH_MAX} characters`);
  const length = Array.from(normalised).length;
  if (length < PASSWORD_LENGTH_MIN) {
    return weak(`use at least ${PASSWORD_LENGTH_MIN} characters; ${PASSWORD_LENGTH_RECOMMENDED} or more is better`);
  }
  const folded = normalised.toLowerCase();
  if (isCommon(folded)) return weak("this is one of the first passwords an attacker tries: use several unrelated words");
  const rest = wordsOf(owner).reduce((text, word) => text.replaceAll(word, ""), folded);
  if (rest.length < PASSWORD_LENGTH_MIN) return weak("this is little more than your name or e-mail address: use unrelated words");
  return ok(normalised);
}

function weak(detail: string): Result<string, Refusal> {
  return refuse({ code: "weak_password", detail });
}

function isCommon(folded: string): boolean {
  if (COMMON_PASSWORDS.has(folded) || isRun(folded)) return true;
  if (new Set(folded).size <= 2) return true;
  // `Password2024!`, `p4ssw0rd123`: a well-known word under its usual disguise.
  const stem = undisguised(folded);
  return isShortNumber(folded) || COMMON_STEMS.has(stem) || COMMON_STEMS.has(half(stem));
}

/** The letters inside the usual decoration: digits and signs at either end removed, look-alike digits read as letters. */
function undisguised(folded: string): string {
  const inner = folded.replace(/^[^a-z]+(?=[a-z])/, "").replace(/[^a-z@$]+$/, "");
  return inner.replace(/[@4]/g, "a").replace(/[$5]/g, "s").replaceAll("0", "o").replace(/[1!]/g, "i").replaceAll("3", "e");
}

/** A date, a telephone number: ten possibilities a character are too few for a short one. */
function isShortNumber(folded: string): boolean {
  return /^[\d .,/+-]+$/.test(folded) && folded.length < PASSWORD_LENGTH_RECOMMENDED;
}

/** `adminadmin` is `admin`. */
function half(stem: string): string {
  const middle = stem.length / 2;
  return Number.isInteger(middle) && stem.slice(0, middle) === stem.slice(middle) ? stem.slice(0, middle) : stem;
}

const ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb"];

/** A run along the alphabet or a row of keys, either way, however often repeated. */
function isRun(folded: string): boolean {
  return ROWS.some((row) => {
    const both = [row, Array.from(row).reverse().join("")];
    return both.some((line) => line.repeat(Math.ceil(folded.length / line.length) + 1).includes(folded));
  });
}

function wordsOf(owner: { readonly email: string; readonly name: string }): readonly string[] {
  const parts = [
    ...owner.email.toLowerCase().split(/[@.+_-]/),
    ...owner.name
      .normalize("NFC")
      .toLowerCase()
      .split(/[\s'’.-]+/),
  ];
  const words = [owner.email.toLowerCase(), ...parts, "countersign"].filter((word) => Array.from(word).length >= 3);
  return words.sort((a, b) => b.length - a.length);
}

/** A lone surrogate has no UTF-8 form: different passwords would hash alike. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
