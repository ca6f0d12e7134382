import type { Card, CardInput, Check, Fact, FieldChange } from "../card";
import { fact, finishCard, notRun } from "../finish-card";
import { counted } from "../counted";
import { humanValue } from "../human-value";
import { figureText, moneyText, withMinor } from "../money";
import { fieldsDiff } from "../record/fields-diff";
import { asIs, together, type SaidPart } from "../said";
import { added, plain, valued, visible } from "../spans";
import { amountFact, amountMatch, changedRow, methodText } from "./airline-facts";
import { fromToday } from "./recorded-world";
import { bagAllowance, datesInOrder } from "./airline-checks";
import { bookingOf, type Booking } from "./booking";
import { extrasCovered, partySize, paymentRules, sameCustomer, sufficientFunds, travellersKnown, userOf } from "./booking-checks";
import { flightsText } from "./change-flights";
import { FLIGHTS, otherRows, shown, text, type Spoken } from "./other-arguments";
import type { Profile } from "./profile";
import type { Traveller } from "./reservation";

const SPOKEN: Spoken = {
  user_id: text,
  ...{ origin: shown, destination: shown, flight_type: shown, cabin: shown, total_baggages: shown, nonfree_baggages: shown },
  insurance: (value) => value === "yes" || value === "no",
  flights: FLIGHTS,
  passengers: { first_name: shown, last_name: shown, dob: text },
  payment_methods: { payment_id: shown, amount: shown },
};

/** The card of a booking, null when the arguments are not of that form. */
export function readBooking(input: CardInput, profile: Profile): Card | null {
  const booking = bookingOf(input.action.arguments);
  if (booking === null) return null;
  const [first, ...others] = booking.passengers;
  const who = first !== undefined && others.length === 0 ? first.name : counted(booking.passengers.length, "person", "people");
  const route = `${booking.origin} → ${booking.destination}`;
  return finishCard(input, {
    headline: [
      ...plain("Book "),
      ...valued(route),
      ...plain(" for "),
      ...valued(who),
      ...plain(", "),
      ...valued(moneyText(booking.total)),
    ],
    facts: facts(booking, profile, userOf(input)),
    diff: fieldsDiff([...rows(booking, profile), ...otherRows(input.action.arguments, SPOKEN)], profile.record, {
      key: "airline.customer",
      values: { customer: profile.id ?? profile.name },
    }),
    checks: checks(input, booking, profile),
    undo: usesCertificate(booking) ? "airline.undo.bookCertificate" : "airline.undo.book",
    openQuestions: 0,
    unreadable: [],
    decisive: amountMatch("airline.whatTotal", booking.total),
  });
}

function facts(
  { total, payments, flights, passengers, ...booking }: Booking,
  profile: Profile,
  user: SaidPart | null,
): readonly Fact[] {
  const { bags, paidBags, tripType, cabin, insured } = booking;
  const fare = [
    tripType.replaceAll("_", " "),
    cabin.replaceAll("_", " "),
    insured ? "insured" : "no insurance",
    bags + paidBags === 0 ? "no bags" : `${counted(bags, "bag")}, ${paidBags} paid`,
  ];
  const paidWith = payments.map(({ method, amount }) => {
    const name = profile.methods.get(method)?.text ?? methodText(method);
    return payments.length === 1 ? name : `${name} ${figureText(amount)}`;
  });
  const { membership, name } = profile;
  return [
    amountFact(
      "airline.total",
      total,
      together(" · ", [{ key: "airline.member", values: { membership: visible(membership), name: visible(name) } }, user]),
    ),
    fact("airline.paidWith", valued(paidWith.join(", ")), {
      note: asIs(visible(payments.map(({ method }) => method).join(", "))),
    }),
    fact("airline.fare", valued(fare.join(", "))),
    fact("airline.flights", valued(flightsText(flights)), { note: flights[0] === undefined ? null : fromToday(flights[0].date) }),
    fact(
      passengers.length === 1 ? "airline.passenger" : "airline.passengers",
      valued(passengers.map(({ name }) => name).join(", ")),
      { note: { key: "airline.born", values: { dates: visible(passengers.map(bornText).join(", ")) } } },
    ),
  ];
}

function bornText({ born }: Traveller): string {
  return humanValue(born, "dob");
}

function usesCertificate({ payments }: Booking): boolean {
  return payments.some(({ method }) => method.startsWith("certificate_"));
}

/** The reservation that comes into being, and what the payment takes out of the customer's stored value; a certificate is used up whole. */
function rows(booking: Booking, profile: Profile): readonly FieldChange[] {
  const made = `${booking.origin} → ${booking.destination}, ${booking.cabin.replaceAll("_", " ")}`;
  const row = { field: "new reservation", path: "/reservations", change: "added", before: [], after: added(made) } as const;
  return [row, ...storedValue(booking, profile)];
}

function storedValue(booking: Booking, profile: Profile): readonly FieldChange[] {
  return booking.payments.flatMap(({ method, amount }) => {
    const known = profile.methods.get(method);
    if (known?.holds === undefined || known.holds === null) return [];
    const left = withMinor(known.holds, known.holds.minor - amount.minor);
    const lost = left.minor > 0n ? `, ${figureText(left)} lost` : "";
    return [
      changedRow(
        visible(known.text),
        `/payment_methods/${method}`,
        figureText(known.holds),
        known.type === "certificate" ? `used up${lost}` : figureText(left),
      ),
    ];
  });
}

function checks(input: CardInput, booking: Booking, profile: Profile): readonly Check[] {
  const { bags, paidBags, cabin, passengers } = booking;
  return [
    partySize(booking),
    ...paymentRules(booking),
    sufficientFunds(booking, profile),
    bagAllowance({ total: bags, paid: paidBags, passengers: passengers.length, cabin, membership: profile.membership }),
    extrasCovered(booking),
    datesInOrder(booking.flights),
    travellersKnown(passengers, profile),
    sameCustomer(input, profile),
    notRun("price", "airline.totalIsPriceFlights", { key: "airline.pricesAndSeatsWereNot" }),
  ];
}
