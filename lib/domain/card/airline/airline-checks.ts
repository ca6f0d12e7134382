import type { JsonObject } from "../../json";
import type { Check } from "../card";
import { failed, notRun, passed } from "../finish-card";
import { counted } from "../counted";
import { moneyText, type Money } from "../money";
import { visible } from "../spans";
import { daysUntil, dayText, EXTRA_BAG_CENTS, INSURANCE_CENTS } from "./recorded-world";
import { dollars, type Flight, type Reservation } from "./reservation";

/** The arguments and the record before speak of the same reservation. */
export function sameReservation(callArguments: JsonObject, reservation: Reservation): Check {
  const named = callArguments["reservation_id"];
  if (named === reservation.id) return passed("same-record", "The arguments name the reservation shown");
  const other = typeof named === "string" ? visible(named) : "none";
  return failed("same-record", "The arguments name another reservation", `${other}, not ${visible(reservation.id)}`);
}

/** A cancelled reservation takes no more changes. */
export function notCancelled(reservation: Reservation): Check {
  return reservation.cancelled
    ? failed("not-cancelled", "The reservation is already cancelled")
    : passed("not-cancelled", "The reservation is not cancelled yet");
}

/** What was paid is what the flights, extra bags and insurance cost: records that do not add up are not refunded by arithmetic. */
export function paymentsAddUp(reservation: Reservation, paid: Money): Check {
  const price = priceOf(reservation);
  if (price === null) return notRun("payments-add-up", "Payments equal the price", "a flight of the record carries no price");
  if (price.minor === paid.minor) return passed("payments-add-up", "Payments equal the price");
  return failed("payments-add-up", "Payments differ from the price", `${moneyText(paid)} paid, price ${moneyText(price)}`);
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
  if (used) return passed("method-known", "This payment method paid for this booking before");
  return notRun("method-known", "The payment method is in the customer’s profile", "the profile was not sent");
}

/** Flights stand in the order in which they are flown, and none lies in the past. */
export function datesInOrder(flights: readonly Flight[]): Check {
  const past = flights.find(({ date }) => (daysUntil(date) ?? 0) < 0);
  if (past !== undefined) {
    return failed("dates", "A flight lies in the past", `${visible(past.number)} on ${dayText(visible(past.date))}`);
  }
  const ordered = flights.every(({ date }, at) => at === 0 || date >= (flights[at - 1]?.date ?? ""));
  if (flights.some(({ date }) => daysUntil(date) === null)) return failed("dates", "A flight has no date that exists");
  return ordered
    ? passed("dates", "Flights are ahead and in order")
    : failed("dates", "Flights are not in the order of their dates");
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
    return notRun("bag-allowance", "Paid bags follow the allowance", "the membership or cabin is not known");
  }
  if (!counts.includes(paid)) {
    const wanted = [...new Set(counts)].sort((a, b) => a - b).join(" or ");
    return failed(
      "bag-allowance",
      "Paid bags do not follow the allowance",
      `${counted(paid, "bag")} to pay, should be ${wanted}`,
    );
  }
  const certain = new Set(counts).size === 1;
  if (certain) return passed("bag-allowance", "Paid bags follow the allowance");
  return notRun("bag-allowance", "Paid bags follow the allowance", `right only for ${whoPays(memberships, due, paid)}`);
}

/** `gold (silver: 1 to pay, regular: 2)`: what a person has to know of the customer, and what follows from it. */
function whoPays(memberships: readonly string[], due: readonly (number | null)[], paid: number): string {
  const right = memberships.filter((_, at) => due[at] === paid);
  const others = memberships.flatMap((level, at) => (right.includes(level) ? [] : [`${level} pays ${String(due[at] ?? 0)}`]));
  return `${right.join(" or ")} members (${others.join(", ")}); the membership was not sent`;
}
