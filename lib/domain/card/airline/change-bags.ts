import type { Card, CardInput, Check, FieldChange, Span } from "../card";
import { fact, failed, finishCard, passed } from "../finish-card";
import { counted } from "../counted";
import { moneyText } from "../money";
import { fieldsDiff } from "../record/fields-diff";
import { asIs } from "../said";
import { saidSpan } from "../said-span";
import { plain, valued, visible } from "../spans";
import { bagAllowance, methodKnown, notCancelled, sameReservation } from "./airline-checks";
import {
  amountFact,
  amountMatch,
  changedRow,
  contextRow,
  departureFact,
  keptRow,
  methodFact,
  methodText,
  passengersFact,
  paymentRow,
} from "./airline-facts";
import { otherRows, shown, text, type Spoken } from "./other-arguments";
import { EXTRA_BAG_CENTS } from "./recorded-world";
import { dollars, isCount, type Reservation } from "./reservation";

const SPOKEN: Spoken = { reservation_id: text, total_baggages: shown, nonfree_baggages: shown, payment_id: shown };

/** The card of a change of checked bags, null when the arguments are not of that form. */
export function readBagChange(input: CardInput, reservation: Reservation): Card | null {
  const { total_baggages: total, nonfree_baggages: paid, payment_id: method } = input.action.arguments;
  if (!isCount(total) || !isCount(paid) || typeof method !== "string") return null;
  const charge = dollars(BigInt(paid - reservation.paidBags) * EXTRA_BAG_CENTS);
  const rows: FieldChange[] = [];
  if (total !== reservation.bags) rows.push(changedRow("bags", "/total_baggages", String(reservation.bags), String(total)));
  else rows.push(keptRow("bags", "/total_baggages", String(total)));
  if (paid !== reservation.paidBags) {
    rows.push(changedRow("paid bags", "/nonfree_baggages", String(reservation.paidBags), String(paid)));
  } else rows.push(keptRow("paid bags", "/nonfree_baggages", String(paid)));
  if (charge.minor > 0n) rows.push(paymentRow(reservation.payments.length, charge, method));
  rows.push(...otherRows(input.action.arguments, SPOKEN));
  return finishCard(input, {
    headline: headline(reservation, total, charge.minor > 0n ? moneyText(charge) : null),
    facts: [
      amountFact("airline.charge", charge, {
        key: "airline.paidBagsBefore",
        values: { count: paid, before: reservation.paidBags },
      }),
      charge.minor > 0n
        ? methodFact("airline.paidWith", method, "airline.chosenForThis")
        : fact("airline.paidWith", saidSpan("text", "airline.nothingToPay"), { note: asIs(visible(methodText(method))) }),
      passengersFact(reservation.passengers, asIs(reservation.cabin.replaceAll("_", " "))),
      departureFact(reservation.flights, reservation),
    ],
    diff: fieldsDiff(rows, reservation.record, { key: "airline.reservation", values: { reservation: reservation.id } }, [
      contextRow("cabin", "/cabin", reservation.cabin.replaceAll("_", " ")),
    ]),
    checks: [
      ...counts(reservation, total, paid),
      ...allowance(reservation, total, paid),
      methodKnown(method, reservation),
      notCancelled(reservation),
      sameReservation(input.action.arguments, reservation),
    ],
    undo: "airline.undo.bags",
    openQuestions: 0,
    unreadable: [],
    decisive: amountMatch("airline.howMuchCharged", charge),
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
    ...(total === bags && paid === paidBags ? [failed("changes", "check.nothingWouldChange")] : []),
    total < bags
      ? failed("bags-increase", "airline.bagsCantBeRemoved", { key: "airline.bagsBookedTotalAfter", values: { bags, total } })
      : passed("bags-increase", "airline.bagsAreOnlyAdded"),
    paid > total
      ? failed("bags-count", "airline.morePaidBagsThanBags", { key: "airline.paidTotal", values: { paid, total } })
      : passed("bags-count", "airline.paidBagsAreAmongBags"),
    ...(paid < paidBags
      ? [
          failed("paid-bags", "airline.paidBagWouldBecomeFree", {
            key: "airline.paidbagsPaidPaidAfter",
            values: { paidBags, paid },
          }),
        ]
      : []),
  ];
}

function allowance(reservation: Reservation, total: number, paid: number): readonly Check[] {
  const { passengers, cabin } = reservation;
  return [bagAllowance({ total, paid, passengers: passengers.length, cabin, membership: null })];
}
