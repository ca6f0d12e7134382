import { isJsonObject, type Json, type JsonObject } from "../../json";
import type { CardInput } from "../card";
import { readMoney, sumOf, type Money } from "../money";
import { subjectOf } from "../record/subject";
import { CURRENCY } from "./recorded-world";

export interface Flight {
  readonly number: string;
  readonly date: string;
  readonly origin: string | null;
  readonly destination: string | null;
  readonly price: Money | null;
}

export interface Payment {
  readonly method: string;
  readonly amount: Money;
}

export interface Traveller {
  readonly name: string;
  /** ISO date, null when not given. */
  readonly born: string | null;
}

/** A reservation as the airline records it. */
export interface Reservation {
  readonly id: string;
  readonly userId: string | null;
  readonly origin: string;
  readonly destination: string;
  readonly tripType: string;
  readonly cabin: string;
  readonly flights: readonly Flight[];
  readonly passengers: readonly string[];
  readonly payments: readonly Payment[];
  readonly createdAt: string;
  readonly bags: number;
  readonly paidBags: number;
  readonly insured: boolean;
  readonly cancelled: boolean;
  readonly record: JsonObject;
}

/** The reservation in `value`, or null unless every part that a card speaks of is there and of its type. */
export function reservationOf(value: CardInput["before"]): Reservation | null {
  const record = subjectOf(value)?.record;
  if (record === undefined) return null;
  const {
    reservation_id: id,
    user_id: userId,
    origin,
    destination,
    flight_type: tripType,
    cabin,
    created_at: createdAt,
  } = record;
  const { total_baggages: bags, nonfree_baggages: paidBags, insurance, status } = record;
  const [flights, passengers] = [flightsOf(record["flights"]), travellersOf(record["passengers"])];
  const payments = paymentsOf(record["payment_history"]);
  if (typeof id !== "string" || typeof origin !== "string" || typeof destination !== "string") return null;
  if (typeof tripType !== "string" || typeof cabin !== "string" || typeof createdAt !== "string") return null;
  if (!isCount(bags) || !isCount(paidBags) || flights === null || passengers === null || payments === null) return null;
  return {
    id,
    userId: typeof userId === "string" ? userId : null,
    origin,
    destination,
    tripType,
    cabin,
    flights,
    passengers: passengers.map(({ name }) => name),
    payments,
    createdAt,
    bags,
    paidBags,
    insured: insurance === "yes",
    cancelled: status === "cancelled",
    record,
  };
}

/** Flights in the form of the record or of the arguments, null unless each names its number and date. */
export function flightsOf(value: Json | undefined): readonly Flight[] | null {
  return listOf(value, ({ flight_number: number, date, origin, destination, price }) =>
    typeof number === "string" && typeof date === "string"
      ? {
          number,
          date,
          origin: typeof origin === "string" ? origin : null,
          destination: typeof destination === "string" ? destination : null,
          price: readMoney(price, CURRENCY),
        }
      : null,
  );
}

/** Everybody who travels, null unless each has a first and a last name. */
export function travellersOf(value: Json | undefined): readonly Traveller[] | null {
  return listOf(value, ({ first_name: first, last_name: last, dob }) =>
    typeof first === "string" && typeof last === "string"
      ? { name: `${first} ${last}`, born: typeof dob === "string" ? dob : null }
      : null,
  );
}

/** Payments with exact amounts, null when one cannot be read. */
export function paymentsOf(value: Json | undefined): readonly Payment[] | null {
  return listOf(value, ({ payment_id: method, amount }) => {
    const money = readMoney(amount, CURRENCY);
    return typeof method === "string" && money !== null ? { method, amount: money } : null;
  });
}

/** What is paid and not yet given back. */
export function balanceOf(payments: readonly Payment[]): Money {
  return (
    sumOf(
      payments.map((payment) => payment.amount),
      CURRENCY,
    ) ?? dollars(0n)
  );
}

/** An amount of the airline's currency, in cents. */
export function dollars(cents: bigint): Money {
  return { minor: cents, digits: 2, currency: CURRENCY };
}

/** A whole number of things that can be counted. */
export function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function listOf<Item>(value: Json | undefined, read: (entry: JsonObject) => Item | null): readonly Item[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const items: Item[] = [];
  const entries: readonly Json[] = value;
  for (const entry of entries) {
    const item = isJsonObject(entry) ? read(entry) : null;
    if (item === null) return null;
    items.push(item);
  }
  return items;
}
