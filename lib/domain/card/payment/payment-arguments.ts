import { isJsonObject, type Json, type JsonObject } from "../../json";
import { digitsOf, readCurrency, readMinorUnits, readMoney, type Money } from "../money";
import { plainKey } from "../../policy/derived-amount";
import { actionVerb } from "../action-verb";
import type { Verb } from "../verb-words";

/** Someone or something that money goes to or comes from. */
export interface Party {
  readonly name: string | null;
  /** The whole account, card or address as sent. */
  readonly account: string | null;
}

/** What a payment's arguments say, and which of them said it. */
export interface PaymentArguments {
  /** Null when no argument holds an amount that can be read exactly. */
  readonly amount: Money | null;
  /** The figure as it was sent, where it is not said to be in minor units; null where it is, or there is none. */
  readonly figure: Json;
  /** How many currencies the arguments name; more than one is none. */
  readonly currencies: number;
  /** The currency that the arguments name; null when they name none. */
  readonly currency: string | null;
  readonly payee: Party | null;
  /** Every account that the arguments name for whoever gets it, each once: the card names one, and money may go to any. */
  readonly payeeAccounts: readonly string[];
  readonly payer: Party | null;
  readonly reason: string | null;
  readonly order: string | null;
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const AMOUNT = words("amount refundamount paymentamount transferamount");
/** Read only where nothing is called an amount; else they are arguments like any other, and shown. */
const LESSER_AMOUNT = words("totalamount total sum value price");
const CENTS = words("amountcents amountincents amountminor minorunits amountminorunits totalcents");
const CURRENCY = words("currency currencycode");
const PAYEE = words(
  "to payee recipient beneficiary destination vendor supplier toaccount payeeaccount iban customer customername payeename",
);
const PAYER = words("from source fromaccount payer card charge debitaccount");
const REASON = words("reason reasoncode memo description note reference");
/** What an order is called, in a call and in a record alike. */
export const ORDER = words("order orderid invoice invoiceid orderreference chargeid paymentid");
const ACCOUNT = ["iban", "account", "accountnumber", "card", "last4", "lastfour", "email", "id", "number"];
const IBAN = /^[a-z]{2}\d{2}[a-z\d]{11,30}$/iu;
const NAME = ["name", "holder", "accountholder", "company", "fullname"];

/** Reads what a payment moves, from whom to whom. Total: what a field does not plainly say stays null. */
export function paymentArguments(fields: JsonObject): PaymentArguments {
  const used = new Set<string>();
  const take = (keys: ReadonlySet<string>): readonly Json[] =>
    Object.entries(fields).flatMap(([key, value]) => {
      if (!keys.has(plainKey(key)) || value === null) return [];
      used.add(key);
      return [value];
    });
  const [amounts, cents] = [take(AMOUNT), take(CENTS)];
  const plainAmount = amounts.length + cents.length > 0 ? amounts : take(LESSER_AMOUNT);
  const codes = Object.entries(fields).filter(([key, value]) => CURRENCY.has(plainKey(key)) && value !== null);
  const code = readCurrency(codes[0]?.[1]);
  // What names no currency, or another, stays among the others, where it is shown as it was sent.
  for (const [key, value] of codes) if (code !== null && readCurrency(value) === code) used.add(key);
  const nested = plainAmount.map(nestedCurrency).filter((one) => one !== null);
  const currency = code ?? nested[0] ?? null;
  // Whatever an amount says besides its figure and this currency is shown as it was sent.
  for (const [key, value] of Object.entries(fields)) if (used.has(key) && !isFigure(value, currency)) used.delete(key);
  const others = [...codes.map(([, value]) => readCurrency(value)), ...nested].filter(
    (code) => code !== null && code !== currency,
  );
  const said: Said = { fields, used };
  const [figure] = plainAmount.map(nestedAmount);
  return {
    // In two currencies at once it is no amount that can be read exactly.
    amount: others.length > 0 ? null : amountOf(plainAmount, cents, currency),
    figure: cents.length > 0 ? null : (figure ?? null),
    currency,
    currencies: new Set(others).size + 1,
    payee: partyAmong(said, PAYEE),
    payeeAccounts: [...new Set(named(said, PAYEE).flatMap(([, value]) => accountsOf(value)))],
    payer: partyAmong(said, PAYER),
    reason: firstAmong(said, REASON, (value) => (typeof value === "string" ? value : null)),
    order: firstAmong(said, ORDER, (value) => (typeof value === "string" || typeof value === "number" ? String(value) : null)),
    others: Object.fromEntries(Object.entries(fields).filter(([key]) => !used.has(key))),
  };
}

/** The arguments, and the names of those that have a place of their own on the card. */
interface Said {
  readonly fields: JsonObject;
  readonly used: Set<string>;
}

function named({ fields }: Said, keys: ReadonlySet<string>): readonly (readonly [string, Json])[] {
  return Object.entries(fields).filter(([key, value]) => keys.has(plainKey(key)) && value !== null);
}

/** The accounts that a party is named by, as a text or under any of their names. */
export function accountsOf(value: Json): readonly string[] {
  if (!isJsonObject(value)) {
    const account = partyOf(value)?.account ?? null;
    return account === null ? [] : [account];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    ACCOUNT.includes(plainKey(key)) && typeof child === "string" && child.trim() !== "" ? [child] : [],
  );
}

/** What the first of them says that can be read; a second one has no place of its own, and is shown among the others. */
function firstAmong(said: Said, keys: ReadonlySet<string>, read: (value: Json) => string | null): string | null {
  for (const [key, value] of named(said, keys)) {
    const found = read(value);
    if (found === null) continue;
    said.used.add(key);
    return found;
  }
  return null;
}

/** Whom they name: the first name and the first account. Whatever says more than that, or otherwise, is shown among the others as it was sent. */
function partyAmong(said: Said, keys: ReadonlySet<string>): Party | null {
  const parties = named(said, keys).map(([key, value]) => ({ key, value, party: partyOf(value) }));
  const name = parties.find(({ party }) => (party?.name ?? null) !== null)?.party?.name ?? null;
  const account = parties.find(({ party }) => (party?.account ?? null) !== null)?.party?.account ?? null;
  for (const { key, value, party } of parties) {
    if (party === null || !isWhole(value, party)) continue;
    if ([null, name].includes(party.name) && [null, account].includes(party.account)) said.used.add(key);
  }
  return name === null && account === null ? null : { name, account };
}

function isWhole(value: Json, { name, account }: Party): boolean {
  if (!isJsonObject(value)) return true;
  return Object.keys(value).length === [name, account].filter((part) => part !== null).length;
}

/** One amount and no other: two that could both be meant are not read at all. */
function amountOf(amounts: readonly Json[], cents: readonly Json[], currency: string | null): Money | null {
  const [value, ...others] = amounts.map(nestedAmount);
  const [minor, ...otherMinor] = cents;
  if (others.length + otherMinor.length > 0) return null;
  if (minor === undefined) return readMoney(value, currency);
  const read = readMinorUnits(minor, currency);
  const same = value === undefined || readMoney(value, currency)?.minor === read?.minor;
  return same ? read : null;
}

function nestedAmount(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return value["value"] ?? value["amount"] ?? null;
}

/** A figure, alone or in an object that says nothing else than its currency. */
function isFigure(value: Json, currency: string | null): boolean {
  if (!isJsonObject(value)) return true;
  const figure = ["value", "amount"].find((key) => value[key] !== undefined);
  const code = ["currency", "currency_code"].find((key) => value[key] !== undefined);
  const said = [figure, code].filter((key) => key !== undefined).length;
  return said === Object.keys(value).length && (code === undefined || readCurrency(value[code]) === currency);
}

function nestedCurrency(value: Json): string | null {
  return isJsonObject(value) ? readCurrency(value["currency"] ?? value["currency_code"]) : null;
}

/** A name or account as a text, or an object that holds either. */
export function partyOf(value: Json): Party | null {
  if (typeof value === "string" && value.trim() !== "") {
    return looksLikeAccount(value) ? { name: null, account: value } : { name: value, account: null };
  }
  if (!isJsonObject(value)) return null;
  const find = (keys: readonly string[]): string | null => {
    const found = Object.entries(value).find(([key, child]) => keys.includes(plainKey(key)) && typeof child === "string");
    return typeof found?.[1] === "string" ? found[1] : null;
  };
  const party = { name: find(NAME), account: find(ACCOUNT) };
  return party.name === null && party.account === null ? null : party;
}

/** Holds digits or an at sign and no spaces between words: `card_4242`, an IBAN, an address. */
function looksLikeAccount(text: string): boolean {
  return /^[A-Z]{2}\d{2}(?: ?[A-Z\d]{4})+(?: ?[A-Z\d]{1,4})?$/u.test(text) || (/[\d@]/u.test(text) && !/\s/u.test(text.trim()));
}

/** `··4242` behind what the account calls itself; an e-mail address whole. */
export function accountText(account: string): string {
  if (account.includes("@")) return account;
  const compact = account.replaceAll(/\s/gu, "");
  const digits = compact.replaceAll(/\D/gu, "");
  if (digits.length < 4 || compact.length > 64) return account;
  const prefix = /^[A-Z]{2}\d{2}/u.test(compact) ? "IBAN" : (/^[A-Za-z]+(?=[_\-]?\d)/u.exec(compact)?.[0] ?? "");
  return prefix === "" ? `··${compact.slice(-4)}` : `${prefix} ··${compact.slice(-4)}`;
}

/** Whether the arguments say anything under the name of a currency, readable or not. */
export function namesCurrency(fields: JsonObject): boolean {
  return Object.entries(fields).some(([key, value]) => CURRENCY.has(plainKey(key)) && value !== null);
}

/** Acts of which it is plain which way money goes, whatever else the name says. */
const WAYS: Partial<Record<Verb, boolean>> = {
  refund: true,
  credit: true,
  revert: true,
  pay: false,
  charge: false,
  transfer: false,
};

/** Whether an action gives back what was paid, by its verb, else by what its name says; a credit transfer and a creditor are paid. */
export function givesBack(actionName: string): boolean {
  return (
    WAYS[actionVerb(actionName).verb] ?? /refund|reimburs|revers|credit(?![_.\s-]?(?:transfer|card)|ors?\b)/iu.test(actionName)
  );
}

/** A name as it is compared where the question is whether the same is done twice: without spaces, signs between its parts, and case. */
export function canonicalName(text: string | null): string {
  return (text ?? "").replaceAll(/[\s_\-]/gu, "").toLowerCase();
}

/** An account as it is compared: without spaces, and without case where that means nothing, which is an IBAN and the domain of an address. */
export function canonicalAccount(text: string | null): string {
  const whole = (text ?? "").replaceAll(/\s/gu, "");
  if (IBAN.test(whole)) return whole.toUpperCase();
  const at = whole.lastIndexOf("@");
  return at === -1 ? whole : whole.slice(0, at) + whole.slice(at).toLowerCase();
}

/** True when an integer might be meant in minor units: some processors take cents where others take euros. */
export function mayBeMinorUnits(value: Json | undefined, system: string, currency: string | null): boolean {
  return (
    typeof value === "number" &&
    Number.isInteger(value) &&
    digitsOf(currency) > 0 &&
    /stripe|adyen|mollie|checkout|square/iu.test(system)
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
