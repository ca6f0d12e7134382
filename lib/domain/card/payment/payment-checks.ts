import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { atMost, moneyText, withMinor, type Money } from "../money";
import { visible } from "../spans";
import { historyChecks } from "./history-checks";
import type { OrderRecord } from "./order-record";
import { accountText, canonicalAccount, givesBack, namesCurrency, type PaymentArguments } from "./payment-arguments";

/** Everything about a payment that is arithmetic or comparison, so that a person need not do it. */
export function paymentChecks(
  input: CardInput,
  payment: PaymentArguments,
  amount: Money,
  order: OrderRecord | null,
): readonly Check[] {
  return [
    amount.minor > 0n
      ? passed("positive", "payment.amountIsAboveZero")
      : failed("positive", "payment.amountIsNotAboveZero", moneyText(amount)),
    currencyCheck(input, payment, order),
    withinOrder(amount, order, givesBack(input.action.name)),
    sameOrder(payment, order),
    payeeCheck(payment, order),
    ...historyChecks(input, payment, amount, order),
  ];
}

/** What is given back is of the currency in which it was paid: few processors ask for it again. */
function currencyCheck({ action }: CardInput, { currency }: PaymentArguments, order: OrderRecord | null): Check {
  const known = order?.currency ?? null;
  if (currency === null && givesBack(action.name) && !namesCurrency(action.arguments)) {
    if (known !== null) return passed("currency", "payment.currencyIsOrders");
    return notRun("currency", "payment.currencyIsOrders", { key: "payment.recordBeforeNamesNone" });
  }
  if (currency === null) {
    return failed(
      "currency",
      "payment.argumentsNameNoCurrency",
      known === null ? null : { key: "payment.orderIsInKnown", values: { known } },
    );
  }
  if (known === null) return notRun("currency", "payment.currencyIsOrders", { key: "payment.recordBeforeNamesNone" });
  if (known === currency) return passed("currency", "payment.currencyIsOrders");
  return failed("currency", "payment.currencyIsNotOrders", {
    key: "payment.currencyOrderIsInKnown",
    values: { currency, known },
  });
}

/** What is given back lies within what was paid and not given back yet; what is paid, within what was not paid yet. */
function withinOrder(amount: Money, order: OrderRecord | null, back: boolean): Check {
  const says = "payment.notMoreThanIsLeft";
  const total = back ? paidOf(order) : (order?.total ?? null);
  if (total === null) return notRun("within-order", says, { key: "payment.ordersTotalWasNotSent" });
  const before = (back ? order?.refunded : order?.paid) ?? null;
  if (before === null) {
    return notRun("within-order", says, { key: back ? "payment.whatWasRefundedBeforeWas" : "payment.whatWasPaidBeforeWas" });
  }
  const left = withMinor(total, total.minor - before.minor);
  if (!isComparable(amount, total)) {
    return notRun("within-order", says, { key: "payment.currenciesDiffer" });
  }
  if (atMost({ ...amount, currency: left.currency }, left)) return passed("within-order", says);
  return failed("within-order", "payment.moreThanIsLeftOrder", { key: "payment.leftLeft", values: { left: moneyText(left) } });
}

/** Not of another currency; an order that names none has figures of two decimals, of which those of the yen are no hundredth. */
function isComparable(amount: Money, total: Money): boolean {
  const known = amount.currency !== null && total.currency !== null;
  return amount.digits === total.digits && (!known || amount.currency === total.currency);
}

/** The total, or as much of it as the record says was paid. */
function paidOf(order: OrderRecord | null): Money | null {
  const [total, paid] = [order?.total ?? null, order?.paid ?? null];
  return total !== null && paid !== null && atMost(paid, total) ? paid : total;
}

function sameOrder(payment: PaymentArguments, order: OrderRecord | null): Check {
  const says = "payment.orderNamedIsOneShown";
  const known = order?.id ?? null;
  if (payment.order === null || known === null) return notRun("same-order", says, { key: "payment.oneThemIsNotNamed" });
  if (payment.order === known) return passed("same-order", says);
  return failed("same-order", "payment.argumentsNameAnotherOrder", {
    key: "payment.orderNotKnown",
    values: { order: visible(payment.order), known: visible(known) },
  });
}

/** An account that is not the one on record is how money goes astray: compared whole, not by its last four digits. */
function payeeCheck({ payee, payeeAccounts }: PaymentArguments, order: OrderRecord | null): Check {
  const says = "payment.payeeIsOneOnRecord";
  const [named, known] = [payee?.account ?? null, order?.party?.account ?? null];
  if (named === null || known === null) return notRun("payee", says, { key: "payment.accountIsMissingOnOne" });
  const onRecord = new Set((order?.accounts ?? []).map(canonicalAccount));
  const other = [named, ...payeeAccounts].find((account) => !onRecord.has(canonicalAccount(account)));
  if (other === undefined) return passed("payee", says);
  const [short, recorded] = [accountText(other), accountText(known)];
  // Two accounts with the same last digits would read as one: then both are written out.
  const alike = short === recorded;
  return failed("payee", "payment.payeeIsNotOneOn", {
    key: "payment.namedOnRecord",
    values: { named: visible(alike ? other : short), recorded: visible(alike ? known : recorded) },
  });
}
