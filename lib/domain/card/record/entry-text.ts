import { isJsonObject, type Json } from "../../json";
import { humanValue } from "../human-value";
import { humanField } from "../human-words";

const MONEY_LIST = /pay|charge|transaction|refund|ledger|billing/iu;

/**
 * One entry of a list as a person says it: `refund −412.00 to gift_card_7091239` for an entry of a payment list, else its
 * fields in order. Everything the entry holds is in the text.
 */
export function entryText(entry: Json, list: string): string {
  if (!isJsonObject(entry)) return humanValue(entry, list);
  const money = MONEY_LIST.test(list) ? paymentText(entry) : null;
  return (
    money ??
    Object.entries(entry)
      .map(([key, value]) => `${humanField(key)} ${humanValue(value, key)}`)
      .join(", ")
  );
}

/** Only for an entry of exactly an amount and one name: anything more would be left unsaid. */
function paymentText(entry: { readonly [key: string]: Json }): string | null {
  const { amount, ...rest } = entry;
  const [name, ...others] = Object.values(rest);
  if (typeof amount !== "number" || typeof name !== "string" || others.length > 0) return null;
  const text = /^-?\d+(?:\.\d{1,2})?$/u.test(String(amount)) ? decimals(String(amount)) : null;
  if (text === null) return null;
  return text.startsWith("-") ? `refund −${text.slice(1)} to ${name}` : `payment ${text} with ${name}`;
}

function decimals(text: string): string {
  const [whole = "", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}
