import type { Card, Fact, FieldChange, Span } from "../card";
import { decisiveValue, fact } from "../finish-card";
import { counted } from "../counted";
import { capitalised } from "../human-words";
import { amountDecoys, figureText, moneyText, withMinor, type Money } from "../money";
import { asIs, together, type FaceKey, type SaidPart, type Saying } from "../said";
import { added, plain, removed, valued, visible } from "../spans";
import { dayText, fromToday } from "./recorded-world";
import type { Flight, Reservation } from "./reservation";

/**
 * `Gift card 6941239` for the airline's payment ids, the id itself for anything else. All of its digits: the last four of an id read like those of
 * a card, and a customer who named theirs was then found to contradict them.
 */
export function methodText(method: string): string {
  const [, type = "", digits = ""] = /^([a-z]+(?:_[a-z]+)*)_(\d{4,})$/u.exec(method) ?? [];
  return type === "" ? method : `${capitalised(type.replaceAll("_", " "))} ${digits}`;
}

/** The amount, first and large. */
export function amountFact(label: FaceKey, amount: Money, note: Saying | null): Fact {
  return fact(label, valued(moneyText(amount)), { hero: true, note });
}

/** A payment method, by all that its id says. */
export function methodFact(label: FaceKey, method: string, note: FaceKey, alarming = false): Fact {
  return fact(label, valued(methodText(method)), { note, alarming });
}

/** Who travels: the first by name, the others counted and named in the note. */
export function passengersFact(passengers: readonly string[], note: SaidPart | null): Fact {
  const [first = "", ...others] = passengers;
  const names = together(" · ", [
    others.length === 0 ? null : { key: "airline.with", values: { others: visible(others.join(", ")) } },
    note,
  ]);
  return fact("airline.passenger", valued(others.length === 0 ? first : `${first} + ${others.length}`), { note: names });
}

type Trip = Pick<Reservation, "origin" | "destination" | "flights">;

/** The first day of travel, how far off it is, and the route. */
export function departureFact(flights: readonly Flight[], reservation: Trip): Fact {
  const first = flights.reduce<string | null>((least, { date }) => (least === null || date < least ? date : least), null) ?? "";
  const route = visible(routeOf(flights, reservation).join(" → "));
  return fact("airline.departure", valued(dayText(first)), { note: together(" · ", [fromToday(first), asIs(route)]) });
}

/** Where the trip begins and ends; of one that ends where it began every place on its way, where each of its flights is in the record. */
function routeOf(flights: readonly Flight[], { origin, destination, flights: recorded }: Trip): readonly string[] {
  if (origin !== destination) return [origin, destination];
  const places = flights.map(({ number }) => recorded.find((flight) => flight.number === number)?.destination ?? null);
  const known = places.filter((place) => place !== null);
  return known.length === places.length && known.at(-1) === origin ? [origin, ...known] : [origin, destination];
}

/** `booked 7 May`. */
export function bookedNote(reservation: Reservation): SaidPart {
  return { key: "airline.booked", values: { day: visible(dayText(reservation.createdAt.slice(0, 10))) } };
}

/** What joins the payment history: `+ refund −412.00 to Gift card 6941239`. Money coming back is negative in the airline's books. */
export function paymentRow(entries: number, amount: Money, method: string): FieldChange {
  const back = amount.minor < 0n;
  const after = [
    ...added(`+ ${back ? "refund" : "payment"} ${figureText(amount)}`),
    ...plain(back ? " to " : " with "),
    ...added(methodText(method)),
  ];
  return row("payment history", "/payment_history", plain(counted(entries, "entry", "entries")), after);
}

/** One changed field, old → new. */
export function changedRow(field: string, path: string, before: string, after: string): FieldChange {
  return row(field, path, removed(before), added(after));
}

/** One field that stays, shown because the rules turn on it. */
export function contextRow(field: string, path: string, value: string): FieldChange {
  return { ...row(field, path, plain(value), plain(value)), change: "context" };
}

/** One field that the call sets to what the record before, which is the agent’s word, says that it was. */
export function keptRow(field: string, path: string, value: string): FieldChange {
  return { ...row(field, path, valued(value), valued(value)), change: "kept" };
}

function row(field: string, path: string, before: readonly Span[], after: readonly Span[]): FieldChange {
  return { field, path, change: "changed", before, after };
}

/** The amount among three slips of it. */
export function amountMatch(question: FaceKey, amount: Money): Card["decisive"] {
  if (amount.minor === 0n) return null;
  return decisiveValue(question, moneyText(amount), amountDecoys(amount));
}

/** The size of an amount, whichever way it moves. */
export function magnitude(amount: Money): Money {
  return amount.minor < 0n ? withMinor(amount, -amount.minor) : amount;
}
