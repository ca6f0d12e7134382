import type { Card, Fact, FieldChange, Span } from "../card";
import { fact } from "../finish-card";
import { counted } from "../counted";
import { capitalised } from "../human-words";
import { amountDecoys, figureText, moneyText, withMinor, type Money } from "../money";
import { added, plain, removed, valued, visible } from "../spans";
import { dayText, fromToday } from "./recorded-world";
import type { Flight, Reservation } from "./reservation";

/** `Gift card ··1239` for the airline's payment ids, the id itself for anything else. */
export function methodText(method: string): string {
  const [, type = "", digits = ""] = /^([a-z]+(?:_[a-z]+)*)_(\d{4,})$/u.exec(method) ?? [];
  return type === "" ? method : `${capitalised(type.replaceAll("_", " "))} ··${digits.slice(-4)}`;
}

/** The amount, first and large. */
export function amountFact(label: string, amount: Money, note: string | null): Fact {
  return fact(label, valued(moneyText(amount)), { hero: true, note });
}

/** A payment method, with its full id beneath: four digits are easy to read, all of them tell two cards apart. */
export function methodFact(label: string, method: string, note: string, alarming = false): Fact {
  return fact(label, valued(methodText(method)), { note: `${note} · ${visible(method)}`, alarming });
}

/** Who travels: the first by name, the others counted and named in the note. */
export function passengersFact(passengers: readonly string[], note: string | null): Fact {
  const [first = "", ...others] = passengers;
  const names =
    others.length === 0 ? note : [`with ${visible(others.join(", "))}`, note].filter((part) => part !== null).join(" · ");
  return fact("Passenger", valued(others.length === 0 ? first : `${first} + ${others.length}`), { note: names });
}

/** The first day of travel, how far off it is, and the route. */
export function departureFact(flights: readonly Flight[], reservation: Pick<Reservation, "origin" | "destination">): Fact {
  const first = flights.reduce<string | null>((least, { date }) => (least === null || date < least ? date : least), null) ?? "";
  const route = visible(`${reservation.origin} → ${reservation.destination}`);
  return fact("Departure", valued(dayText(first)), { note: `${fromToday(first)} · ${route}` });
}

/** `booked 7 May`. */
export function bookedNote(reservation: Reservation): string {
  return `booked ${visible(dayText(reservation.createdAt.slice(0, 10)))}`;
}

/** What joins the payment history: `+ refund −412.00 to Gift card ··1239`. Money coming back is negative in the airline's books. */
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

function row(field: string, path: string, before: readonly Span[], after: readonly Span[]): FieldChange {
  return { field, path, change: "changed", before, after };
}

/** The amount among three slips of it. */
export function amountMatch(question: string, amount: Money): Card["decisive"] {
  if (amount.minor === 0n) return null;
  return { question, value: moneyText(amount), decoys: amountDecoys(amount) };
}

/** The size of an amount, whichever way it moves. */
export function magnitude(amount: Money): Money {
  return amount.minor < 0n ? withMinor(amount, -amount.minor) : amount;
}
