import type { Card, CardInput, Check, Fact, FieldChange, Span } from "../card";
import { fact, failed, finishCard, notRun, passed } from "../finish-card";
import { figureText, moneyText, withMinor, type Money } from "../money";
import { fieldsDiff } from "../record/fields-diff";
import type { FaceKey, Saying } from "../said";
import { saidSpan } from "../said-span";
import { plain, valued, visible } from "../spans";
import { datesInOrder, methodKnown, notCancelled, sameReservation } from "./airline-checks";
import {
  amountFact,
  amountMatch,
  changedRow,
  departureFact,
  keptRow,
  magnitude,
  methodFact,
  passengersFact,
  paymentRow,
} from "./airline-facts";
import { FLIGHTS, otherRows, shown, text, type Spoken } from "./other-arguments";
import { dayText } from "./recorded-world";
import { flightsOf, reservationOf, type Flight, type Reservation } from "./reservation";

interface FlightChange {
  readonly reservation: Reservation;
  readonly cabin: string;
  readonly flights: readonly Flight[];
  readonly removed: readonly Flight[];
  readonly added: readonly Flight[];
  readonly method: string;
  /** What the customer pays more (positive) or gets back (negative); null when the proposal does not say. */
  readonly difference: Money | null;
  /** What the flights cost everybody together, before and after; null when a price is missing. */
  readonly fares: { readonly before: Money; readonly after: Money } | null;
}

const SPOKEN: Spoken = { reservation_id: text, cabin: shown, payment_id: shown, flights: FLIGHTS };

/** The card of a change of flights or cabin, null when the arguments are not of that form. */
export function readFlightChange(input: CardInput, reservation: Reservation): Card | null {
  const { cabin, payment_id: method } = input.action.arguments;
  const flights = flightsOf(input.action.arguments["flights"]);
  if (typeof cabin !== "string" || typeof method !== "string" || flights === null) return null;
  const difference = statedDifference(input, reservation);
  const change: FlightChange = {
    reservation,
    cabin,
    flights,
    ...differenceOf(reservation.flights, flights),
    method,
    difference,
    fares: difference === null ? null : faresOf(input, reservation, flights, difference),
  };
  return finishCard(input, {
    headline: headline(change),
    facts: facts(change),
    diff: fieldsDiff(
      [...rows(change), ...otherRows(input.action.arguments, SPOKEN)],
      reservation.record,
      { key: "airline.reservation", values: { reservation: reservation.id } },
      keptRows(change),
    ),
    checks: checks(input, change),
    undo: "airline.undo.flights",
    openQuestions: 0,
    unreadable: [],
    decisive: change.difference === null ? null : amountMatch("airline.whatDifference", magnitude(change.difference)),
  });
}

/** What goes and what comes. Of flights that stay in another order or number both sides are told whole: nothing of such a trip stays. */
function differenceOf(before: readonly Flight[], now: readonly Flight[]): Pick<FlightChange, "removed" | "added"> {
  const isIn = (flights: readonly Flight[]) => (flight: Flight) => flights.some((other) => isSameFlight(flight, other));
  const [left, right] = [before.filter(isIn(now)), now.filter(isIn(before))];
  const stay = left.length === right.length && left.every((flight, at) => isIn(right.slice(at, at + 1))(flight));
  if (!stay) return { removed: before, added: now };
  return { removed: before.filter((flight) => !left.includes(flight)), added: now.filter((flight) => !right.includes(flight)) };
}

function isSameFlight(a: Flight, b: Flight): boolean {
  return a.number === b.number && a.date === b.date;
}

/** The entry that the record after has more than the record before. The new price stands nowhere else in the proposal. */
function statedDifference(input: CardInput, reservation: Reservation): Money | null {
  const after = reservationOf(input.after)?.payments ?? [];
  const last = after.at(-1);
  return last !== undefined && after.length === reservation.payments.length + 1 ? last.amount : null;
}

function headline({ reservation, cabin, removed, added, difference }: FlightChange): readonly Span[] {
  const flightsChange = removed.length + added.length > 0;
  const towards = [...plain(" to "), ...valued(cabinText(cabin))];
  const start = [
    ...plain(flightsChange ? "Change flights of " : "Move "),
    ...valued(reservation.id),
    ...(flightsChange ? [] : towards),
    ...(flightsChange && cabin !== reservation.cabin ? [...plain(" and move it"), ...towards] : []),
  ];
  if (difference === null) return start;
  return [...start, ...plain(difference.minor < 0n ? ", refund " : ", charge "), ...valued(moneyText(magnitude(difference)))];
}

function facts({ reservation, flights, method, difference, fares }: FlightChange): readonly Fact[] {
  const back = difference !== null && difference.minor < 0n;
  const [label, towards]: readonly [FaceKey, FaceKey] = back
    ? ["airline.refund", "face.to"]
    : ["airline.charge", "airline.paidWith"];
  const known = reservation.payments.some((payment) => payment.method === method);
  return [
    difference === null
      ? fact("airline.priceDifference", saidSpan("text", "airline.notStated"), { hero: true, note: "airline.newPriceNotSent" })
      : amountFact(label, magnitude(difference), fares === null ? "airline.asRecordAfter" : fareText(fares)),
    methodFact(towards, method, known ? "airline.paidForBookingBefore" : "airline.newToBooking", back && !known),
    passengersFact(reservation.passengers, null),
    departureFact(flights, reservation),
  ];
}

function rows({ reservation, cabin, removed, added, method, difference }: FlightChange): readonly FieldChange[] {
  const rows: FieldChange[] = [];
  if (cabin !== reservation.cabin) rows.push(changedRow("cabin", "/cabin", cabinText(reservation.cabin), cabinText(cabin)));
  if (removed.length + added.length > 0) rows.push(changedRow("flights", "/flights", flightsText(removed), flightsText(added)));
  // How much it is stands in the record after alone.
  if (difference !== null) rows.push({ ...paymentRow(reservation.payments.length, difference, method), expected: true });
  return rows;
}

/** `19 May: HAT284, HAT152; 23 May: HAT290`: flights of a day together, each day told from the next. */
export function flightsText(flights: readonly Flight[]): string {
  const days = [...new Set(flights.map(({ date }) => date))].map((date) => {
    const numbers = flights.filter((flight) => flight.date === date).map(({ number }) => number);
    return `${dayText(date)}: ${numbers.join(", ")}`;
  });
  return days.length === 0 ? "none" : days.join("; ");
}

/** What of the call stays as it was: it is set all the same. */
function keptRows({ reservation, cabin, flights, added }: FlightChange): readonly FieldChange[] {
  const kept = flights.filter((flight) => !added.includes(flight));
  return [
    ...(cabin === reservation.cabin ? [keptRow("cabin", "/cabin", cabinText(cabin))] : []),
    ...(kept.length === 0 ? [] : [keptRow("flights", "/flights", flightsText(kept))]),
  ];
}

function cabinText(cabin: string): string {
  return cabin.replaceAll("_", " ");
}

function checks(input: CardInput, change: FlightChange): readonly Check[] {
  const { reservation, cabin, flights, removed, added, method } = change;
  const flightsChange = removed.length + added.length > 0;
  return [
    ...(flightsChange || cabin !== reservation.cabin ? [] : [failed("changes", "check.nothingWouldChange")]),
    changeable(reservation, flightsChange),
    ...(flightsChange ? [sameRoute(change)] : [passed("same-route", "airline.sameFlightsRouteAndTrip")]),
    datesInOrder(flights),
    passed("passengers", "airline.numberPassengersStays"),
    passed("one-cabin", "airline.oneCabinForWholeTrip"),
    method.startsWith("certificate_")
      ? failed("method-type", "airline.flightChangesCantBePaid")
      : passed("method-type", "airline.paidOrRefundedByGift"),
    methodKnown(method, reservation),
    notCancelled(reservation),
    sameReservation(input.action.arguments, reservation),
    differenceAddsUp(change),
  ];
}

function changeable(reservation: Reservation, flightsChange: boolean): Check {
  if (!flightsChange) return passed("changeable", "airline.cabinMayChangeWithoutFlights");
  if (reservation.cabin === "basic_economy") return failed("changeable", "airline.basicEconomyFlightsCantBe");
  return passed("changeable", "airline.fareAllowsOtherFlights");
}

/** Origin, destination and trip type stay, as far as the record knows the route of each flight number. */
function sameRoute({ reservation, flights }: FlightChange): Check {
  const known = flights.map((flight) => reservation.flights.find(({ number }) => number === flight.number));
  const unknown = flights.find((_, at) => known[at] === undefined);
  if (unknown !== undefined) {
    return notRun("same-route", "airline.originDestinationAndTripStay", {
      key: "airline.routeUnknownIsNotIn",
      values: { unknown: visible(unknown.number) },
    });
  }
  const end = reservation.tripType === "round_trip" ? reservation.origin : reservation.destination;
  const joined = known.every((flight, at) => at === 0 || flight?.origin === known[at - 1]?.destination);
  const reached = known.some((flight) => flight?.destination === reservation.destination);
  const stays = joined && reached && known[0]?.origin === reservation.origin && known.at(-1)?.destination === end;
  return stays
    ? passed("same-route", "airline.originDestinationAndTripStay")
    : failed("same-route", "airline.originDestinationOrTripWould", {
        key: "airline.countFlightFlights",
        values: { count: flights.length, flights: visible(flightsText(flights)) },
      });
}

function faresOf(input: CardInput, reservation: Reservation, flights: readonly Flight[], unit: Money): FlightChange["fares"] {
  const after = reservationOf(input.after)?.flights ?? [];
  const prices = flights.map((flight) => after.find((other) => isSameFlight(other, flight))?.price ?? null);
  if (prices.includes(null)) return null;
  const people = BigInt(reservation.passengers.length);
  const total = (list: readonly (Money | null)[]): Money =>
    withMinor(unit, list.reduce((sum, price) => sum + (price?.minor ?? 0n), 0n) * people);
  return { before: total(reservation.flights.map(({ price }) => price)), after: total(prices) };
}

function fareText({ before, after }: NonNullable<FlightChange["fares"]>): Saying {
  return { key: "airline.faresBeforeAfter", values: { before: figureText(before), after: figureText(after) } };
}

/** New prices less old prices, for everybody, where the record after carries them. */
function differenceAddsUp({ difference, fares }: FlightChange): Check {
  const says = "airline.differenceFollowsFromPrices";
  if (difference === null || fares === null) return notRun("difference", says, { key: "airline.newPriceWasNotSent" });
  const due = withMinor(difference, fares.after.minor - fares.before.minor);
  if (due.minor === difference.minor) return passed("difference", says);
  return failed("difference", "airline.differenceDoesNotFollowFrom", {
    key: "airline.differenceShouldBeDue",
    values: { difference: moneyText(difference), due: moneyText(due) },
  });
}
