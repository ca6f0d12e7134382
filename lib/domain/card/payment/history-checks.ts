import type { CheckSentence } from "../check-texts";
import { isJsonObject, type Json } from "../../json";
import { plainKey } from "../../policy/derived-amount";
import type { CardInput, Check } from "../card";
import { failed, passed } from "../finish-card";
import { humanValue } from "../human-value";
import { atMost, moneyText, readMoney, withMinor, type Money } from "../money";
import { sameJson } from "../same-json";
import { instantOf } from "../sent-value";
import type { OrderRecord } from "./order-record";
import { canonicalAccount, canonicalName, givesBack, paymentArguments, type PaymentArguments } from "./payment-arguments";

const DAY_MS = 86_400_000;
const REPEATED_DAYS = 30;
const CHANGED_DAYS = 30;
/** `account_changed_at`, `ibanAddedAt`, `payee_updated_on`. */
const CHANGED_KEY =
  /^(?:payee|iban|account|bankaccount|bank|card|paymentmethod|method|payout\w*|vendor\w*)(?:added|changed|updated|created|verified)(?:at|on)?$/u;
const ENTRIES_MAX = 1_000;

/** What was paid before, and what changed since: where money goes twice, or to a new account of an old payee. */
export function historyChecks(
  input: CardInput,
  payment: PaymentArguments,
  amount: Money,
  order: OrderRecord | null,
): readonly Check[] {
  return [repeated(input, payment, amount, order), ...recentChange(input, order), ...dailyLimit(amount, order)];
}

function repeated(
  { action, history, at }: CardInput,
  payment: PaymentArguments,
  amount: Money,
  order: OrderRecord | null,
): Check {
  const { lastApprovedArguments: last, lastApprovedAt = null } = history;
  if (last !== null && sameJson(last, action.arguments)) {
    return failed("repeated", "payment.lastApprovedPaymentWasExactly");
  }
  const recent = lastApprovedAt === null || at - lastApprovedAt < REPEATED_DAYS * DAY_MS;
  if (last !== null && recent && isTwin(paymentArguments(last), payment, amount)) {
    return failed("repeated", "payment.lastApprovedPaymentWasThis", {
      key: "payment.amountUnderAnotherNumber",
      values: { amount: moneyText(amount) },
    });
  }
  const before = order === null ? null : earlierOf(order, amount, action.name);
  if (before !== null) return failed("repeated", "payment.recordHoldsPaymentThisVery", before);
  return passed("repeated", "payment.notRepeatLastApprovedPayment");
}

/** The same money to the same place, whatever it is called. */
function isTwin(last: PaymentArguments, payment: PaymentArguments, amount: Money): boolean {
  const same = last.amount !== null && last.amount.minor === amount.minor && last.amount.digits === amount.digits;
  if (!same || (last.currency ?? amount.currency) !== amount.currency) return false;
  const [old, now] = [last.payee, payment.payee];
  if (old === null || now === null) return false;
  if (old.account !== null || now.account !== null) return canonicalAccount(old.account) === canonicalAccount(now.account);
  return canonicalName(old.name) === canonicalName(now.name);
}

/** The day of an entry of this amount among what was moved the same way before; null where there is none. */
function earlierOf({ record }: OrderRecord, amount: Money, actionName: string): CheckSentence | string | null {
  // What is given back was paid once: only an earlier refund repeats it.
  const list = entriesOf(record[givesBack(actionName) ? "refunds" : "payments"]);
  for (const entry of list.slice(0, ENTRIES_MAX)) {
    if (!isJsonObject(entry)) continue;
    if (readMoney(entry["amount"], amount.currency)?.minor !== amount.minor) continue;
    const when = instantOf(entry["created_at"] ?? entry["date"] ?? entry["at"] ?? null);
    if (when === null) return moneyText(amount);
    const day = humanValue(new Date(when).toISOString().slice(0, 10), "day");
    return { key: "payment.amountOnDay", values: { amount: moneyText(amount), day } };
  }
  return null;
}

/** A list, or what a page of one calls its data. */
function entriesOf(value: Json | undefined): readonly Json[] {
  const list = isJsonObject(value) ? value["data"] : value;
  if (!Array.isArray(list)) return [];
  const entries: readonly Json[] = list;
  return entries;
}

/** Says nothing where the record does not date the account. */
function recentChange({ at }: CardInput, order: OrderRecord | null): readonly Check[] {
  const dates = Object.entries(order?.record ?? {}).flatMap(([key, value]) => {
    const when = CHANGED_KEY.test(plainKey(key)) ? instantOf(value) : null;
    return when === null ? [] : [when];
  });
  if (dates.length === 0) return [];
  const days = Math.floor((at - Math.max(...dates)) / DAY_MS);
  if (days >= CHANGED_DAYS) return [passed("payee-changed", { key: "payment.accountIsAsItWas", values: { days: CHANGED_DAYS } })];
  const when: CheckSentence = days <= 0 ? { key: "check.today" } : { key: "check.daysAgo", values: { count: days } };
  return [failed("payee-changed", "payment.accountWasChangedLately", when)];
}

/** Says nothing where the record names no limit, or not what was moved today. */
function dailyLimit(amount: Money, order: OrderRecord | null): readonly Check[] {
  const at = (keys: readonly string[]): Money | null => {
    const found = Object.entries(order?.record ?? {}).find(([key]) => keys.includes(plainKey(key)));
    return found === undefined ? null : readMoney(found[1], amount.currency);
  };
  const [limit, used] = [at(["dailylimit", "limitaday"]), at(["today", "usedtoday", "movedtoday", "paidtoday", "refundedtoday"])];
  if (limit === null || used === null) return [];
  const sum = withMinor(amount, amount.minor + used.minor);
  if (atMost(sum, limit)) return [passed("daily-limit", "payment.withinLimitDayAsSent")];
  return [
    failed("daily-limit", "payment.overLimitDay", {
      key: "payment.sumLimitIsLimit",
      values: { sum: moneyText(sum), limit: moneyText(limit) },
    }),
  ];
}
