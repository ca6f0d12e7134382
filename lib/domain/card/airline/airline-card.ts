import type { Card, CardInput } from "../card";
import type { DomainCard } from "../domain-card";
import { readBooking } from "./book-reservation";
import { readCancellation } from "./cancel-reservation";
import { readBagChange } from "./change-bags";
import { readFlightChange } from "./change-flights";
import { readPassengerChange } from "./change-passengers";
import { readHandOver } from "./hand-over";
import { profileOf, type Profile } from "./profile";
import { reservationOf, type Reservation } from "./reservation";
import { readCertificate } from "./send-certificate";

const PREFIX = "airline.";

/** What each of the airline's writes does to a reservation. */
const RESERVATION_CARDS: ReadonlyMap<string, (input: CardInput, reservation: Reservation) => Card | null> = new Map([
  ["cancel_reservation", readCancellation],
  ["update_reservation_flights", readFlightChange],
  ["update_reservation_baggages", readBagChange],
  ["update_reservation_passengers", readPassengerChange],
]);

/** What each of them does with a customer. */
const CUSTOMER_CARDS: ReadonlyMap<string, (input: CardInput, profile: Profile) => Card | null> = new Map([
  ["book_reservation", readBooking],
  ["send_certificate", readCertificate],
]);

/** Cards for the recorded airline: its own words, and its rules as checks. See README.md in this folder. */
export const airlineCard: DomainCard = {
  prefix: PREFIX,
  read(input) {
    const name = input.action.name.slice(PREFIX.length);
    if (name === "transfer_to_human_agents") return readHandOver(input);
    const reservation = RESERVATION_CARDS.has(name) ? reservationOf(input.before) : null;
    if (reservation !== null) return RESERVATION_CARDS.get(name)?.(input, reservation) ?? null;
    const profile = CUSTOMER_CARDS.has(name) ? profileOf(input.before) : null;
    return profile === null ? null : (CUSTOMER_CARDS.get(name)?.(input, profile) ?? null);
  },
};
