import type { Json } from "../json";

const PLAIN = /^-?\d{1,15}(?:\.\d{1,6})?$/u;

/** The figure that `value` plainly is, as a number or in digits; null for anything else. */
export function figureOf(value: Json | undefined): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && PLAIN.test(value) ? Number(value) : null;
}

/** True where `now` has the digits of `old` and its decimal point elsewhere: 48 and 480, and 4.8; not 10 and 100, which have no digits to tell by. */
export function isDecimalSlip(old: number, now: number): boolean {
  if (old === 0 || now === 0 || Math.sign(old) !== Math.sign(now) || Math.abs(old) === Math.abs(now)) return false;
  const digits = significant(old);
  return digits.length > 1 && digits === significant(now);
}

function significant(figure: number): string {
  const [digits = ""] = Math.abs(figure).toExponential(12).split("e");
  return digits.replace(".", "").replace(/0+$/u, "");
}
