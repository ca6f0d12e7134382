import type { Json } from "../json";

/** An exact amount: `minor` units of 10^-`digits`. No amount is ever a float on a card. */
export interface Money {
  readonly minor: bigint;
  readonly digits: number;
  /** ISO 4217 code, null when the payload names none. */
  readonly currency: string | null;
}

/** Plain, or grouped in threes: `1.250,00`, `412,00` and `48.000` are ambiguous between countries and not read at all. */
const DECIMAL = /^([+-]?)(\d{1,24}|\d{1,3}(?:,\d{3}){1,7})(?:\.(\d{1,12}))?$/u;
/** A text with one stop and three digits behind it: a fraction here, thousands elsewhere. Said only of currencies that have no three decimals. */
const READS_TWO_WAYS = /^[+-]?\d{1,3}\.\d{3}$/u;
const CURRENCY = /^[A-Za-z]{3}$/u;
/** Decimals of currencies that do not have two (ISO 4217, minor unit). */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"].map(
    (code) => [code, 0] as const,
  ),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3] as const),
]);

/** The ISO code that `value` spells, upper case; null for anything else, so that `$` never passes for a currency. */
export function readCurrency(value: Json | undefined): string | null {
  return typeof value === "string" && CURRENCY.test(value) ? value.toUpperCase() : null;
}

/** Decimals of `currency`; 2 where it is unknown. */
export function digitsOf(currency: string | null): number {
  return DIGITS.get(currency ?? "") ?? 2;
}

/**
 * The exact amount that `value` spells, from a decimal text or a JSON number with a plain decimal spelling; null when it is not one
 * or has more decimals than the currency.
 */
export function readMoney(value: Json | undefined, currency: string | null): Money | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const [, sign, whole, fraction = ""] = DECIMAL.exec(String(value)) ?? [];
  if (whole === undefined) return null;
  const digits = digitsOf(currency);
  if (typeof value === "string" && digits !== 3 && READS_TWO_WAYS.test(value)) return null;
  const excess = fraction.slice(digits);
  if (/[1-9]/u.test(excess)) return null;
  const minor = BigInt(whole.replaceAll(",", "") + fraction.slice(0, digits).padEnd(digits, "0"));
  return { minor: sign === "-" ? -minor : minor, digits, currency };
}

/** The amount that a whole number of minor units stands for (`amount_cents: 4800`); null for anything else. */
export function readMinorUnits(value: Json | undefined, currency: string | null): Money | null {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return /^-?\d{1,24}$/u.test(text) ? { minor: BigInt(text), digits: digitsOf(currency), currency } : null;
}

/** `1,250.00 EUR`: exact, grouped, with its ISO code where known; negative with a true minus sign. */
export function moneyText(money: Money): string {
  return money.currency === null ? figureText(money) : `${figureText(money)} ${money.currency}`;
}

/** As {@link moneyText}, without the code. */
export function figureText({ minor, digits }: Money): string {
  const figure = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = figure.slice(0, figure.length - digits).replace(/\B(?=(\d{3})+$)/gu, ",");
  const fraction = digits === 0 ? "" : `.${figure.slice(-digits)}`;
  return `${minor < 0n ? "−" : ""}${whole}${fraction}`;
}

/** `money` with another number of minor units of the same currency. */
export function withMinor(money: Money, minor: bigint): Money {
  return { ...money, minor };
}

/** The exact sum of amounts in one currency, null when they are not. */
export function sumOf(amounts: readonly Money[], currency: string | null): Money | null {
  if (amounts.some((amount) => amount.currency !== currency)) return null;
  return { minor: amounts.reduce((sum, amount) => sum + amount.minor, 0n), digits: digitsOf(currency), currency };
}

/** True when both are in one currency and `a` is at most `b`. */
export function atMost(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor <= b.minor;
}

/**
 * Three amounts that `money` could be mistaken for, the slips that really happen: a decimal place too many, one too few, two digits
 * swapped. All differ from it and from each other.
 */
export function amountDecoys(money: Money): readonly [string, string, string] {
  const { minor } = money;
  const unit = 10n ** BigInt(money.digits);
  const candidates = [
    minor * 10n,
    swapped(minor),
    minor % 10n === 0n ? minor / 10n : minor + 9n * unit,
    minor + unit,
    minor + 10n * unit,
    minor + 100n * unit,
  ];
  const texts = new Set(
    candidates.filter((other) => other !== minor && other !== 0n).map((other) => moneyText(withMinor(money, other))),
  );
  const [first = "", second = "", third = ""] = texts;
  return [first, second, third];
}

/** The first two digits that differ, the other way round: 412 → 142. */
function swapped(minor: bigint): bigint {
  const [sign, figure] = minor < 0n ? ["-", (-minor).toString()] : ["", minor.toString()];
  for (let at = 0; at + 1 < figure.length; at += 1) {
    const [a = "", b = ""] = [figure[at], figure[at + 1]];
    if (a !== b && !(at === 0 && b === "0")) return BigInt(`${sign}${figure.slice(0, at)}${b}${a}${figure.slice(at + 2)}`);
  }
  return minor;
}
