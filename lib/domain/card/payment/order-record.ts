import { isJsonObject, type Json, type JsonObject } from "../../json";
import { readCurrency, readMoney, sumOf, type Money } from "../money";
import { plainKey } from "../../policy/derived-amount";
import { subjectOf } from "../record/subject";
import type { CardInput } from "../card";
import { accountsOf, ORDER, partyOf, type Party } from "./payment-arguments";

/** What the record before knows of money already moved. */
export interface OrderRecord {
  readonly id: string | null;
  readonly currency: string | null;
  /** What was captured or ordered; null when the record does not say. */
  readonly total: Money | null;
  /** What was given back before; zero only where the record says so. */
  readonly refunded: Money | null;
  /** What was paid of it before; zero only where the record says so. */
  readonly paid: Money | null;
  /** What the account or order stood at, as sent. */
  readonly balance: Money | null;
  /** Who was paid or paid before, as the record names them. */
  readonly party: Party | null;
  /** Every account that the record names. */
  readonly accounts: readonly string[];
  readonly record: JsonObject;
}

const TOTAL = [
  "captured",
  "amountcaptured",
  "capturedamount",
  "total",
  "ordertotal",
  "totalamount",
  "grandtotal",
  "amount",
  "amountdue",
  "balancedue",
];
const REFUNDED = ["refunded", "amountrefunded", "refundedamount", "refundtotal"];
const PAID = ["paid", "amountpaid", "paidamount"];
const BALANCE = ["balance", "availablebalance", "accountbalance", "currentbalance"];
const PARTY = [
  "paymentmethod",
  "paidwith",
  "method",
  "card",
  "payee",
  "iban",
  "account",
  "bankaccount",
  "vendor",
  "customer",
  "customername",
];

/** The order, charge or invoice in `value`; null when nothing was sent. */
export function orderRecord(value: CardInput["before"]): OrderRecord | null {
  const subject = subjectOf(value);
  if (subject === null) return null;
  const { record } = subject;
  const currency = readCurrency(find(record, ["currency", "currencycode"]));
  const refunds = record["refunds"];
  return {
    id: subject.id ?? idOf(find(record, [...ORDER])),
    currency,
    total: moneyAt(record, TOTAL, currency),
    refunded: Array.isArray(refunds) ? refundsOf(refunds, currency) : moneyAt(record, REFUNDED, currency),
    paid: moneyAt(record, PAID, currency),
    balance: moneyAt(record, BALANCE, currency),
    party: partiesOf(record),
    accounts: PARTY.map((key) => find(record, [key])).flatMap((value) => (value === undefined ? [] : accountsOf(value))),
    record,
  };
}

/** True of a field that holds what was given back in all. */
export function isRefundedTotal(key: string): boolean {
  return REFUNDED.includes(plainKey(key));
}

function idOf(value: Json | undefined): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

function refundsOf(refunds: readonly Json[], currency: string | null): Money | null {
  const amounts = refunds.map((refund) => readMoney(isJsonObject(refund) ? refund["amount"] : refund, currency));
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? sumOf(known, currency) : null;
}

function moneyAt(record: JsonObject, keys: readonly string[], currency: string | null): Money | null {
  return readMoney(find(record, keys), currency);
}

function partiesOf(record: JsonObject): Party | null {
  const found = PARTY.map((key) => find(record, [key])).flatMap((value) => (value === undefined ? [] : [partyOf(value)]));
  const parties = found.filter((party) => party !== null);
  if (parties.length === 0) return null;
  return {
    name: parties.find(({ name }) => name !== null)?.name ?? null,
    account: parties.find(({ account }) => account !== null)?.account ?? null,
  };
}

/** The value of the first of `keys` that the record has, in the order of `keys`. */
function find(record: JsonObject, keys: readonly string[]): Json | undefined {
  const byKey = new Map(Object.entries(record).map(([key, value]) => [plainKey(key), value]));
  return keys.map((key) => byKey.get(key)).find((value) => value !== undefined && value !== null);
}
