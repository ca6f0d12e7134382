import type { Card, CardInput, Check, FieldChange, Span } from "../card";
import { fact, failed, finishCard, passed } from "../finish-card";
import { counted } from "../counted";
import { moneyText } from "../money";
import { fieldsDiff } from "../record/fields-diff";
import { plain, valued } from "../spans";
import { bagAllowance, methodKnown, notCancelled, sameReservation } from "./airline-checks";
import {
  amountFact,
  amountMatch,
  changedRow,
  contextRow,
  departureFact,
  methodFact,
  passengersFact,
  paymentRow,
} from "./airline-facts";
import { EXTRA_BAG_CENTS } from "./recorded-world";
import { dollars, isCount, type Reservation } from "./reservation";

/** The card of a change of checked bags, null when the arguments are not of that form. */
export function readBagChange(input: CardInput, reservation: Reservation): Card | null {
  const { total_baggages: total, nonfree_baggages: paid, payment_id: method } = input.action.arguments;
  if (!isCount(total) || !isCount(paid) || typeof method !== "string") return null;
  const charge = dollars(BigInt(paid - reservation.paidBags) * EXTRA_BAG_CENTS);
  const rows: FieldChange[] = [];
  if (total !== reservation.bags) rows.push(changedRow("bags", "/total_baggages", String(reservation.bags), String(total)));
  if (paid !== reservation.paidBags) {
    rows.push(changedRow("paid bags", "/nonfree_baggages", String(reservation.paidBags), String(paid)));
  }
  if (charge.minor > 0n) rows.push(paymentRow(reservation.payments.length, charge, method));
  return finishCard(input, {
    headline: headline(reservation, total, charge.minor > 0n ? moneyText(charge) : null),
    facts: [
      amountFact("Charge", charge, `${counted(paid, "paid bag")}, ${reservation.paidBags} before`),
      charge.minor > 0n ? methodFact("Paid with", method, "chosen for this change") : fact("Paid with", plain("nothing to pay")),
      passengersFact(reservation.passengers, reservation.cabin.replaceAll("_", " ")),
      departureFact(reservation.flights, reservation),
    ],
    diff: fieldsDiff(rows, reservation.record, `reservation ${reservation.id}`, [
      contextRow("cabin", "/cabin", reservation.cabin.replaceAll("_", " ")),
    ]),
    checks: [
      ...counts(reservation, total, paid),
      ...allowance(reservation, total, paid),
      methodKnown(method, reservation),
      notCancelled(reservation),
      sameReservation(input.action.arguments, reservation),
    ],
    undo: "The airline never takes bags off again: a charge can only be refunded",
    openQuestions: 0,
    unreadable: [],
    decisive: amountMatch("How much is charged?", charge),
  });
}

function headline(reservation: Reservation, total: number, charge: string | null): readonly Span[] {
  const more = total - reservation.bags;
  const verb =
    more < 0 ? `Remove ${counted(-more, "bag")} from ` : more === 0 ? "Change bags of " : `Add ${counted(more, "bag")} to `;
  const money = charge === null ? plain(more > 0 ? ", free" : "") : [...plain(", charge "), ...valued(charge)];
  return [...plain(verb), ...valued(reservation.id), ...money];
}

function counts(reservation: Reservation, total: number, paid: number): readonly Check[] {
  const { bags, paidBags } = reservation;
  return [
    ...(total === bags && paid === paidBags ? [failed("changes", "Nothing would change")] : []),
    total < bags
      ? failed("bags-increase", "Bags can’t be removed", `${bags} booked, ${total} after`)
      : passed("bags-increase", "Bags are only added"),
    paid > total
      ? failed("bags-count", "More paid bags than bags", `${paid} of ${total}`)
      : passed("bags-count", "Paid bags are among the bags"),
    ...(paid < paidBags ? [failed("paid-bags", "A paid bag would become free", `${paidBags} paid, ${paid} after`)] : []),
  ];
}

function allowance(reservation: Reservation, total: number, paid: number): readonly Check[] {
  const { passengers, cabin } = reservation;
  return [bagAllowance({ total, paid, passengers: passengers.length, cabin, membership: null })];
}
