import { isJsonObject, type JsonObject } from "../../json";
import type { Card, CardInput, Check } from "../card";
import { failed, finishCard, passed } from "../finish-card";
import { counted } from "../counted";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import { keptOf } from "../record/kept-rows";
import { plain, valued } from "../spans";
import { notCancelled, sameReservation } from "./airline-checks";
import { bookedNote, departureFact, passengersFact } from "./airline-facts";
import { otherRows, shown, text } from "./other-arguments";
import { travellersOf, type Reservation } from "./reservation";

/** The card of a change of passengers, null when the arguments are not of that form. */
export function readPassengerChange(input: CardInput, reservation: Reservation): Card | null {
  const passengers = travellersOf(input.action.arguments["passengers"]);
  if (passengers === null) return null;
  const [before, sets] = [byPlace(reservation.record), byPlace(input.action.arguments)];
  const rows = rowsOf(before, sets);
  return finishCard(input, {
    headline: [...plain("Change passengers of "), ...valued(reservation.id), ...plain(`: ${counted(rows.length, "field")}`)],
    facts: [passengersFact(reservation.passengers, bookedNote(reservation)), departureFact(reservation.flights, reservation)],
    diff: fieldsDiff(
      [...rows, ...otherRows(input.action.arguments, { reservation_id: text, passengers: shown })],
      {},
      { key: "airline.reservation", values: { reservation: reservation.id } },
      [],
      keptOf(sets, before),
    ),
    checks: [
      sameCount(reservation.passengers.length, passengers.length),
      ...(rows.length === 0 ? [failed("changes", "check.nothingWouldChange")] : []),
      notCancelled(reservation),
      sameReservation(input.action.arguments, reservation),
    ],
    undo: "airline.undo.passengers",
    openQuestions: 0,
    unreadable: [],
    decisive: null,
  });
}

/** Passengers by their place, so that a corrected name reads as a change and not as somebody else. */
function byPlace(fields: JsonObject): JsonObject {
  const passengers = fields["passengers"];
  if (!Array.isArray(passengers)) return {};
  return Object.fromEntries(passengers.filter(isJsonObject).map((passenger, at) => [`passenger_${at + 1}`, passenger]));
}

function sameCount(before: number, after: number): Check {
  if (before === after) return passed("passengers", "airline.numberPassengersStays");
  return failed("passengers", "airline.numberPassengersCantChange", {
    key: "airline.beforeBookedAfterAfter",
    values: { before, after },
  });
}
