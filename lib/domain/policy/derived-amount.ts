import { isJsonObject, type Json, type JsonObject } from "../json";
import { remembered } from "../remembered";

/** The money an action moves, as far as its arguments say. */
export interface DerivedAmount {
  /** Never negative; null when no amount was found. */
  readonly amount: number | null;
  /** ISO 4217 letters of that amount: its own, else those beside it; null when none was found. */
  readonly currency: string | null;
  /** True when a field that should hold an amount does not hold a plain decimal. */
  readonly amountUnreadable: boolean;
}

const AMOUNT_KEYS = new Set(
  "amount total totalamount grandtotal refundamount paymentamount transferamount price totalprice fee sum value".split(" "),
);
const CENT_KEYS = new Set(["amountcents", "amountincents", "totalcents", "pricecents"]);
const DECIMAL = /^[+-]?(?:\d{1,30}|\d{1,3}(?:,\d{3}){1,9})(?:\.\d{1,30})?$/;
const NOTHING: DerivedAmount = { amount: null, currency: null, amountUnreadable: false };

/** A field's name without case and separators, so that `totalAmount`, `total_amount` and `Total-Amount` are one. */
export const plainKey: (key: string) => string = remembered((key) => key.replace(/[_\-\s]/g, "").toLowerCase());

/**
 * The largest amount in an object and what is inside it; the items of a list count together, because each of them is paid.
 * With `anywhere`, every field named like an amount counts; without it, only one that stands beside a currency.
 */
export function amountIn(value: Json, anywhere: boolean): DerivedAmount {
  if (isJsonObject(value)) return amountOfObject(value, anywhere);
  if (typeof value !== "object" || value === null) return NOTHING;
  return value.map((item) => amountIn(item, anywhere)).reduce((all, one) => combine(all, one, (a, b) => a + b), NOTHING);
}

function amountOfObject(object: JsonObject, anywhere: boolean): DerivedAmount {
  const keyed = Object.entries(object).map(([key, value]) => ({ key: plainKey(key), value }));
  const currency = currencyAmong(keyed);
  const monetary = anywhere || currency !== null;
  let found: DerivedAmount = { ...NOTHING, currency };
  for (const { key, value } of keyed) {
    const nested = typeof value === "object" && value !== null;
    const one = nested ? amountIn(value, anywhere) : monetary ? amountOfField(key, value) : NOTHING;
    found = combine(found, one, Math.max);
  }
  return found;
}

function currencyAmong(keyed: readonly { readonly key: string; readonly value: Json }[]): string | null {
  const field = keyed.find(({ key }) => key === "currency" || key === "currencycode")?.value;
  return typeof field === "string" && /^[A-Za-z]{3}$/.test(field) ? field.toUpperCase() : null;
}

function amountOfField(key: string, value: Json): DerivedAmount {
  const inCents = CENT_KEYS.has(key);
  if (value === null || !(inCents || AMOUNT_KEYS.has(key))) return NOTHING;
  const read = typeof value === "number" ? value : decimal(value);
  if (!Number.isFinite(read)) return { ...NOTHING, amountUnreadable: true };
  return { ...NOTHING, amount: Math.abs(inCents ? read / 100 : read) };
}

function decimal(value: Json): number {
  return typeof value === "string" && DECIMAL.test(value.trim()) ? Number(value.trim().replaceAll(",", "")) : Number.NaN;
}

function combine(a: DerivedAmount, b: DerivedAmount, join: (a: number, b: number) => number): DerivedAmount {
  // The currency goes with the larger amount: 500 JPY of fees beside 48 EUR are not 500 EUR.
  const larger = a.amount !== null && b.amount !== null && b.amount > a.amount;
  return {
    amount: a.amount === null || b.amount === null ? (a.amount ?? b.amount) : join(a.amount, b.amount),
    currency: larger || a.amount === null ? (b.currency ?? a.currency) : (a.currency ?? b.currency),
    amountUnreadable: a.amountUnreadable || b.amountUnreadable,
  };
}
