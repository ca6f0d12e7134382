import type { CardInput, Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { atMost, moneyText, withMinor, type Money } from "../money";
import { sameJson } from "../same-json";
import { visible } from "../spans";
import type { OrderRecord } from "./order-record";
import { accountText, type PaymentArguments } from "./payment-arguments";

/** Everything about a payment that is arithmetic or comparison, so that a person need not do it. */
export function paymentChecks(
  input: CardInput,
  payment: PaymentArguments,
  amount: Money,
  order: OrderRecord | null,
): readonly Check[] {
  return [
    amount.minor > 0n
      ? passed("positive", "The amount is above zero")
      : failed("positive", "The amount is not above zero", moneyText(amount)),
    currencyCheck(payment, order),
    withinOrder(amount, order),
    sameOrder(payment, order),
    payeeCheck(payment, order),
    repeated(input),
  ];
}

function currencyCheck({ currency }: PaymentArguments, order: OrderRecord | null): Check {
  const known = order?.currency ?? null;
  if (currency === null) {
    return failed("currency", "The arguments name no currency", known === null ? null : `the order is in ${known}`);
  }
  if (known === null) return notRun("currency", "The currency is the order’s", "the record before names none");
  if (known === currency) return passed("currency", "The currency is the order’s");
  return failed("currency", "The currency is not the order’s", `${currency}, the order is in ${known}`);
}

function withinOrder(amount: Money, order: OrderRecord | null): Check {
  const says = "Not more than is left of the order";
  const total = order?.total ?? null;
  if (total === null) return notRun("within-order", says, "the order’s total was not sent");
  const refunded = order?.refunded ?? null;
  if (refunded === null) return notRun("within-order", says, "what was refunded before was not sent");
  const left = withMinor(total, total.minor - refunded.minor);
  if (amount.currency !== null && total.currency !== null && amount.currency !== total.currency) {
    return notRun("within-order", says, "the currencies differ");
  }
  if (atMost({ ...amount, currency: left.currency }, left)) return passed("within-order", says);
  return failed("within-order", "More than is left of the order", `${moneyText(left)} left`);
}

function sameOrder(payment: PaymentArguments, order: OrderRecord | null): Check {
  const says = "The order named is the one shown";
  const known = order?.id ?? null;
  if (payment.order === null || known === null) return notRun("same-order", says, "one of them is not named");
  if (payment.order === known) return passed("same-order", says);
  return failed("same-order", "The arguments name another order", `${visible(payment.order)}, not ${visible(known)}`);
}

/** An account that is not the one on record is how money goes astray: compared whole, not by its last four digits. */
function payeeCheck({ payee }: PaymentArguments, order: OrderRecord | null): Check {
  const says = "The payee is the one on record";
  const [named, known] = [payee?.account ?? null, order?.party?.account ?? null];
  if (named === null || known === null) return notRun("payee", says, "an account is missing on one side");
  if (canonical(named) === canonical(known)) return passed("payee", says);
  const [short, recorded] = [accountText(named), accountText(known)];
  // Two accounts with the same last digits would read as one: then both are written out.
  const texts = short === recorded ? [named, known] : [short, recorded];
  return failed("payee", "The payee is not the one on record", texts.map(visible).join(", on record "));
}

function canonical(account: string): string {
  return account.replaceAll(/[\s_\-]/gu, "").toLowerCase();
}

function repeated(input: CardInput): Check {
  const last = input.history.lastApprovedArguments;
  if (last !== null && sameJson(last, input.action.arguments)) {
    return failed("repeated", "The last approved payment was exactly this");
  }
  return passed("repeated", "Not a repeat of the last approved payment");
}
