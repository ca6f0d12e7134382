import type { Card, CardInput, Check, Fact, FieldChange } from "../card";
import { failed, finishCard, fact, notRun, passed } from "../finish-card";
import { fieldsDiff } from "../record/fields-diff";
import { moneyText, figureText, sumOf, type Money, withMinor } from "../money";
import { saidSpan } from "../said-span";
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
import { otherRows, text } from "./other-arguments";
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
      amountFact("airline.refund", refund, {
        key: "airline.ofPaidBefore",
        values: { paid: figureText(paid), before: figureText(withMinor(paid, paid.minor - refund.minor)) },
      }),
      destinationFact(back),
      passengersFact(reservation.passengers, bookedNote(reservation)),
      departureFact(reservation.flights, reservation),
    ],
    diff: fieldsDiff(
      [...rows(reservation, back), ...otherRows(input.action.arguments, { reservation_id: text })],
      reservation.record,
      { key: "airline.reservation", values: { reservation: reservation.id } },
      [
        contextRow("cabin", "/cabin", reservation.cabin.replaceAll("_", " ")),
        contextRow("insurance", "/insurance", reservation.insured ? "yes" : "no"),
      ],
    ),
    checks: [
      refundable,
      ...(refundable.state === "failed"
        ? [notRun("airline-cancelled", "airline.airlineCancelledFlight", { key: "airline.stateFlightsWasNotSent" })]
        : []),
      notFlown(reservation),
      notCancelled(reservation),
      sameReservation(input.action.arguments, reservation),
      paymentsAddUp(reservation, refund),
      passed("original-method", "airline.refundGoesToOriginalPayment"),
    ],
    undo: "airline.undo.cancel",
    openQuestions: refundable.state === "not_run" ? 1 : 0,
    unreadable: [],
    decisive: amountMatch("airline.howMuchRefunded", refund),
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
  if (only === undefined) return fact("face.to", saidSpan("text", "airline.nothingToRefund"));
  if (others.length === 0) return methodFact("face.to", only.method, "airline.originalMethod");
  return fact("face.to", valued(back.map(({ method, amount }) => `${methodText(method)} ${figureText(amount)}`).join(", ")), {
    note: "airline.originalMethods",
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
  if (hours === null)
    return notRun("refundable", "airline.refundableUnderAirlinesRules", { key: "airline.timeBookingCannotBeRead" });
  if (hours < 24) return passed("refundable", "airline.refundableBookedWithin24Hours");
  if (reservation.cabin === "business") return passed("refundable", "airline.refundableBusinessClass");
  if (reservation.insured) {
    return notRun("refundable", "airline.insuranceCoversReason", { key: "airline.rightOnlyForHealthOr" });
  }
  const cabin = visible(reservation.cabin.replaceAll("_", " "));
  return failed("refundable", "airline.notRefundable", {
    key: hours < 48 ? "airline.bookedHoursAgo" : "airline.bookedDaysAgo",
    values: { count: hours < 48 ? hours : Math.floor(hours / 24), cabin },
  });
}

function notFlown(reservation: Reservation): Check {
  const flown = reservation.flights.find(({ date }) => (daysUntil(date) ?? 1) < 0);
  if (flown !== undefined) {
    return failed("not-flown", "airline.alreadyFlown", {
      key: "airline.flownOnDate",
      values: { flown: visible(flown.number), date: visible(dayText(flown.date)) },
    });
  }
  const today = reservation.flights.find(({ date }) => daysUntil(date) === 0);
  if (today === undefined) return passed("not-flown", "airline.noFlightHasDeparted");
  return notRun("not-flown", "airline.noFlightHasDeparted", {
    key: "airline.todayDepartsTodayAtTime",
    values: { today: visible(today.number) },
  });
}
