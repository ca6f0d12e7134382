import type { JsonObject } from "../../json";
import type { Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { moneyText, type Money } from "../money";
import { visible } from "../spans";
import { daysUntil, dayText, EXTRA_BAG_CENTS, INSURANCE_CENTS } from "./recorded-world";
import { dollars, type Flight, type Reservation } from "./reservation";

/** The arguments and the record before speak of the same reservation. */
export function sameReservation(callArguments: JsonObject, reservation: Reservation): Check {
  const named = callArguments["reservation_id"];
  if (named === reservation.id) return passed("same-record", "airline.argumentsNameReservationShown");
  const other = typeof named === "string" ? visible(named) : "none";
  return failed("same-record", "airline.argumentsNameAnotherReservation", {
    key: "airline.otherNotReservation",
    values: { other, reservation: visible(reservation.id) },
  });
}

/** A cancelled reservation takes no more changes. */
export function notCancelled(reservation: Reservation): Check {
  return reservation.cancelled
    ? failed("not-cancelled", "airline.reservationIsAlreadyCancelled")
    : passed("not-cancelled", "airline.reservationIsNotCancelledYet");
}

/** What was paid is what the flights, extra bags and insurance cost: records that do not add up are not refunded by arithmetic. */
export function paymentsAddUp(reservation: Reservation, paid: Money): Check {
  const price = priceOf(reservation);
  if (price === null)
    return notRun("payments-add-up", "airline.paymentsEqualPrice", { key: "airline.flightRecordCarriesNoPrice" });
  if (price.minor === paid.minor) return passed("payments-add-up", "airline.paymentsEqualPrice");
  return failed("payments-add-up", "airline.paymentsDifferFromPrice", {
    key: "airline.paidPaidPricePrice",
    values: { paid: moneyText(paid), price: moneyText(price) },
  });
}

/** Flights for everybody, extra bags and insurance; null when a price is missing. */
export function priceOf(reservation: Reservation): Money | null {
  const people = BigInt(reservation.passengers.length);
  let cents = BigInt(reservation.paidBags) * EXTRA_BAG_CENTS + (reservation.insured ? people * INSURANCE_CENTS : 0n);
  for (const { price } of reservation.flights) {
    if (price === null) return null;
    cents += price.minor * people;
  }
  return dollars(cents);
}

/** A payment id that this booking was paid with before is the customer's own; another may be, but the profile is not in the payload. */
export function methodKnown(method: string, reservation: Reservation): Check {
  const used = reservation.payments.some((payment) => payment.method === method);
  if (used) return passed("method-known", "airline.thisPaymentMethodPaidFor");
  return notRun("method-known", "airline.paymentMethodIsInCustomers", { key: "airline.profileWasNotSent" });
}

/** Flights stand in the order in which they are flown, and none lies in the past. */
export function datesInOrder(flights: readonly Flight[]): Check {
  const past = flights.find(({ date }) => (daysUntil(date) ?? 0) < 0);
  if (past !== undefined) {
    return failed("dates", "airline.flightLiesInPast", {
      key: "airline.pastOnDate",
      values: { past: visible(past.number), date: dayText(visible(past.date)) },
    });
  }
  const ordered = flights.every(({ date }, at) => at === 0 || date >= (flights[at - 1]?.date ?? ""));
  if (flights.some(({ date }) => daysUntil(date) === null)) return failed("dates", "airline.flightHasNoDateThat");
  return ordered ? passed("dates", "airline.flightsAreAheadAndIn") : failed("dates", "airline.flightsAreNotInOrder");
}

/** Bags that fly free for each passenger, by membership and cabin (the airline’s policy, "Checked bag allowance"). */
const FREE_BAGS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  regular: { basic_economy: 0, economy: 1, business: 2 },
  silver: { basic_economy: 1, economy: 2, business: 3 },
  gold: { basic_economy: 2, economy: 3, business: 3 },
};

/** Whether the bags said to be paid are those that membership and cabin leave to pay; without a membership, whether any would. */
export function bagAllowance(order: {
  readonly total: number;
  readonly paid: number;
  readonly passengers: number;
  readonly cabin: string;
  readonly membership: string | null;
}): Check {
  const { total, paid, passengers, cabin, membership } = order;
  const memberships = membership === null ? Object.keys(FREE_BAGS) : [membership];
  const due = memberships.map((level) => {
    const free = Object.hasOwn(FREE_BAGS, level) ? FREE_BAGS[level]?.[cabin] : undefined;
    return free === undefined ? null : Math.max(0, total - free * passengers);
  });
  const counts = due.filter((count) => count !== null);
  if (counts.length === 0) {
    return notRun("bag-allowance", "airline.paidBagsFollowAllowance", { key: "airline.membershipOrCabinIsNot" });
  }
  if (!counts.includes(paid)) {
    const wanted = [...new Set(counts)].sort((a, b) => a - b).join(" or ");
    return failed("bag-allowance", "airline.paidBagsDoNotFollow", {
      key: "airline.countBagToPayShould",
      values: { count: paid, wanted },
    });
  }
  const certain = new Set(counts).size === 1;
  if (certain) return passed("bag-allowance", "airline.paidBagsFollowAllowance");
  return notRun("bag-allowance", "airline.paidBagsFollowAllowance", {
    key: "airline.rightOnlyForMemberships",
    values: { memberships: whoPays(memberships, due, paid) },
  });
}

/** `gold (silver: 1 to pay, regular: 2)`: what a person has to know of the customer, and what follows from it. */
function whoPays(memberships: readonly string[], due: readonly (number | null)[], paid: number): string {
  const right = memberships.filter((_, at) => due[at] === paid);
  const others = memberships.flatMap((level, at) => (right.includes(level) ? [] : [`${level} pays ${String(due[at] ?? 0)}`]));
  return `${right.join(" or ")} members (${others.join(", ")}); the membership was not sent`;
}
