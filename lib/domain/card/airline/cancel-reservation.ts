import type { Card, CardInput, Check, Fact, FieldChange } from "../card";
import { failed, finishCard, fact, notRun, passed } from "../finish-card";
import { fieldsDiff } from "../record/fields-diff";
import { moneyText, figureText, sumOf, type Money, withMinor } from "../money";
import { added, plain, valued, visible } from "../spans";
import {
  amountFact,
  amountMatch,
  bookedNote,
  contextRow,
  departureFact,
  methodFact,
  methodText,
  passengersFact,
  paymentRow,
} from "./airline-facts";
import { notCancelled, paymentsAddUp, sameReservation } from "./airline-checks";
import { CURRENCY, daysUntil, dayText, hoursSince } from "./recorded-world";
import { balanceOf, dollars, type Payment, type Reservation } from "./reservation";

/** The card of a cancellation: what goes back, to where, and whether the airline's rules allow it. */
export function readCancellation(input: CardInput, reservation: Reservation): Card {
  const refund = balanceOf(reservation.payments);
  const paid =
    sumOf(
      reservation.payments.map(({ amount }) => amount).filter(({ minor }) => minor > 0n),
      CURRENCY,
    ) ?? dollars(0n);
  const back = refundsOf(reservation.payments);
  const refundable = refundableCheck(reservation);
  return finishCard(input, {
    headline: [...plain("Cancel "), ...valued(reservation.id), ...plain(", refund "), ...valued(moneyText(refund))],
    facts: [
      amountFact(
        "Refund",
        refund,
        `of ${figureText(paid)} paid, ${figureText(withMinor(paid, paid.minor - refund.minor))} before`,
      ),
      destinationFact(back),
      passengersFact(reservation.passengers, bookedNote(reservation)),
      departureFact(reservation.flights, reservation),
    ],
    diff: fieldsDiff(rows(reservation, back), reservation.record, `reservation ${reservation.id}`, [
      contextRow("cabin", "/cabin", reservation.cabin.replaceAll("_", " ")),
      contextRow("insurance", "/insurance", reservation.insured ? "yes" : "no"),
    ]),
    checks: [
      refundable,
      ...(refundable.state === "failed"
        ? [notRun("airline-cancelled", "The airline cancelled a flight", "the state of the flights was not sent")]
        : []),
      notFlown(reservation),
      notCancelled(reservation),
      sameReservation(input.action.arguments, reservation),
      paymentsAddUp(reservation, refund),
      passed("original-method", "The refund goes to the original payment method"),
    ],
    undo: "Made good only by booking the trip again, at the price of that day",
    openQuestions: refundable.state === "not_run" ? 1 : 0,
    unreadable: [],
    decisive: amountMatch("How much is refunded?", refund),
  });
}

/** What each payment method gets back: what it paid, less what it already got. */
function refundsOf(payments: readonly Payment[]): readonly Payment[] {
  const balances = new Map<string, Money>();
  for (const { method, amount } of payments) {
    balances.set(method, withMinor(amount, (balances.get(method)?.minor ?? 0n) + amount.minor));
  }
  return [...balances].flatMap(([method, amount]) => (amount.minor === 0n ? [] : [{ method, amount }]));
}

function destinationFact(back: readonly Payment[]): Fact {
  const [only, ...others] = back;
  if (only === undefined) return fact("To", plain("nothing to refund"));
  if (others.length === 0) return methodFact("To", only.method, "original payment method");
  return fact("To", valued(back.map(({ method, amount }) => `${methodText(method)} ${figureText(amount)}`).join(", ")), {
    note: "original payment methods",
  });
}

function rows(reservation: Reservation, back: readonly Payment[]): readonly FieldChange[] {
  const status: FieldChange = {
    field: "status",
    path: "/status",
    change: "changed",
    before: plain("none"),
    after: added("cancelled"),
  };
  const entries = reservation.payments.length;
  return [status, ...back.map(({ method, amount }) => paymentRow(entries, withMinor(amount, -amount.minor), method))];
}

/** Within 24 hours of booking, business, or insured for the reason given; the rules are strict regardless of membership. */
function refundableCheck(reservation: Reservation): Check {
  const hours = hoursSince(reservation.createdAt);
  if (hours === null) return notRun("refundable", "Refundable under the airline’s rules", "the time of booking cannot be read");
  if (hours < 24) return passed("refundable", "Refundable: booked within 24 hours");
  if (reservation.cabin === "business") return passed("refundable", "Refundable: business class");
  if (reservation.insured) {
    return notRun(
      "refundable",
      "Insurance covers the reason",
      "right only for health or weather; the customer’s reason was not sent",
    );
  }
  const age = hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
  const cabin = reservation.cabin.replaceAll("_", " ");
  return failed("refundable", "Not refundable", `booked ${age} ago, ${visible(cabin)}, no insurance`);
}

function notFlown(reservation: Reservation): Check {
  const flown = reservation.flights.find(({ date }) => (daysUntil(date) ?? 1) < 0);
  if (flown !== undefined) {
    return failed("not-flown", "Already flown", `${visible(flown.number)} on ${visible(dayText(flown.date))}`);
  }
  const today = reservation.flights.find(({ date }) => daysUntil(date) === 0);
  if (today === undefined) return passed("not-flown", "No flight has departed");
  return notRun(
    "not-flown",
    "No flight has departed",
    `${visible(today.number)} departs today, at a time the record does not give`,
  );
}
