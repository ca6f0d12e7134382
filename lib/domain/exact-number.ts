const SHORT = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const TOKEN = /^-?(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/** The longest spelling looked at; the smallest double written out in full has 326 characters. */
const CHARACTERS_MAX = 400;

/**
 * The double that a JSON number stands for, or null unless the double's shortest spelling (ECMAScript, RFC 8785) is the same
 * decimal value: `1.0` and `0.1` are exact in this sense, `9007199254740993`, `1e400` and `0.10000000000000001` are not.
 * `-0` is null too: it equals 0 for some readers and not for others. So is what is not a JSON number at all.
 */
export function exactNumber(token: string): number | null {
  // Every decimal of at most 15 digits comes back from a double unchanged (IEEE 754, DBL_DIG), exponents aside.
  const exact = token.length <= 15 ? SHORT.test(token) : false;
  if (!exact && (token.length > CHARACTERS_MAX || !TOKEN.test(token))) return null;
  const value = Number(token);
  if (value === 0 && token.startsWith("-")) return null;
  if (exact || normalDecimal(token) === normalDecimal(String(value))) return value;
  return null;
}

/** One spelling for each decimal value: digits without outer zeros, and a power of ten. */
function normalDecimal(token: string): string | null {
  const match = TOKEN.exec(token);
  if (match === null) return null;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return "0";
  const significant = digits.replace(/0+$/, "");
  return `${significant}e${String(Number(exponent) - fraction.length + digits.length - significant.length)}`;
}

/** The offset after the characters at `start` that could belong to a number: `start` itself where there are none. */
export function endOfNumber(text: string, start: number): number {
  let end = start;
  while (isOfNumber(text.charCodeAt(end))) end += 1;
  return end;
}

/** True for `0-9`, `+`, `-`, `.`, `e` and `E`; false for NaN, the end of the text. */
function isOfNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e || code === 0x65 || code === 0x45;
}
