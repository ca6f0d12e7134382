import { isJsonObject, type Json } from "../../json";
import { humanValue } from "../human-value";
import { humanField } from "../human-words";
import { snakeKey } from "../snake-key";

const MONEY_LIST = /pay|charge|transaction|refund|ledger|billing/iu;
/** What money comes from and goes back to: only of this do “with” and “to” say what the key says. */
const METHOD = /^(?:payment_(?:id|method(?:_id)?)|method)$/u;

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

/** Only for an entry of exactly an amount and one method of payment: anything more, and `from` of what goes back, would be left unsaid. */
function paymentText(entry: { readonly [key: string]: Json }): string | null {
  const { amount, ...rest } = entry;
  const [[key, name] = ["", null], ...others] = Object.entries(rest);
  if (typeof amount !== "number" || typeof name !== "string" || !METHOD.test(snakeKey(key)) || others.length > 0) return null;
  const text = /^-?\d+(?:\.\d{1,2})?$/u.test(String(amount)) ? decimals(String(amount)) : null;
  if (text === null) return null;
  return text.startsWith("-") ? `refund −${text.slice(1)} to ${name}` : `payment ${text} with ${name}`;
}

function decimals(text: string): string {
  const [whole = "", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}
