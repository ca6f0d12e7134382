import type { JsonObject } from "../../json";
import { sumOf, type Money } from "../money";
import { CURRENCY } from "./recorded-world";
import { dollars, flightsOf, isCount, travellersOf, paymentsOf, type Flight, type Payment, type Traveller } from "./reservation";

/** A booking as the arguments ask for it. */
export interface Booking {
  readonly origin: string;
  readonly destination: string;
  readonly tripType: string;
  readonly cabin: string;
  readonly flights: readonly Flight[];
  readonly passengers: readonly Traveller[];
  readonly payments: readonly Payment[];
  readonly bags: number;
  readonly paidBags: number;
  readonly insured: boolean;
  readonly total: Money;
}

/** The booking that `fields` ask for, or null unless every part is there and of its type. */
export function bookingOf(fields: JsonObject): Booking | null {
  const { origin, destination, flight_type: tripType, cabin, insurance } = fields;
  const { total_baggages: bags, nonfree_baggages: paidBags } = fields;
  const [flights, passengers] = [flightsOf(fields["flights"]), travellersOf(fields["passengers"])];
  const payments = paymentsOf(fields["payment_methods"]);
  if (typeof origin !== "string" || typeof destination !== "string" || typeof tripType !== "string") return null;
  if (typeof cabin !== "string" || !isCount(bags) || !isCount(paidBags)) return null;
  if (flights === null || passengers === null || payments === null) return null;
  const total = sumOf(
    payments.map(({ amount }) => amount),
    CURRENCY,
  );
  return {
    origin,
    destination,
    tripType,
    cabin,
    flights,
    passengers,
    payments,
    bags,
    paidBags,
    insured: insurance === "yes",
    total: total ?? dollars(0n),
  };
}
