import { expect, test } from "vitest";
import type { JsonObject } from "../../json";
import { cardInput } from "../fixtures/card-fixture";
import { spansText } from "../headline-text";
import { readCard } from "../read-card";

const LEGS = [
  { flight_number: "HAT136", date: "2024-05-20", origin: "JFK", destination: "ATL", price: 120 },
  { flight_number: "HAT137", date: "2024-05-20", origin: "ATL", destination: "SEA", price: 130 },
];
const RESERVATION: JsonObject = {
  ...{ reservation_id: "OBUT9V", user_id: "mia_li_3668", origin: "JFK", destination: "SEA", flight_type: "one_way" },
  ...{ cabin: "economy", created_at: "2024-05-13T10:00:00", insurance: "no", total_baggages: 1, nonfree_baggages: 0 },
  flights: LEGS,
  passengers: [{ first_name: "Mia", last_name: "Li", dob: "1990-04-05" }],
  payment_history: [{ payment_id: "gift_card_6941239", amount: 250 }],
};

/** What the card of a move to business with these flights says of them. */
function saidOfFlights(...numbers: readonly string[]) {
  const flights = numbers.map((flight_number) => ({ flight_number, date: "2024-05-20" }));
  const card = readCard(
    cardInput("record", {
      action: "airline.update_reservation_flights",
      arguments: { reservation_id: "OBUT9V", cabin: "business", flights, payment_id: "gift_card_6941239" },
      before: { table: "reservations", id: "OBUT9V", record: RESERVATION },
    }),
  );
  const rows = card.diff?.type === "fields" ? card.diff.rows : [];
  return {
    rows: rows
      .filter(({ path }) => path === "/flights")
      .map(({ change, before, after }) => [change, spansText(before), spansText(after)]),
    route: card.checks.find(({ id }) => id === "same-route")?.state,
  };
}

test("flights that are the same in the same order stay", () => {
  expect(saidOfFlights("HAT136", "HAT137")).toEqual({
    rows: [["kept", "HAT136, HAT137 · 20 May", "HAT136, HAT137 · 20 May"]],
    route: "passed",
  });
});

test.each([
  ["in another order", ["HAT137", "HAT136"]],
  ["one of them twice", ["HAT137", "HAT136", "HAT136"]],
  ["one of them twice beside another", ["HAT136", "HAT136", "HAT137"]],
])("flights %s are another trip: both are told whole, and the route is checked", (_, numbers) => {
  expect(saidOfFlights(...numbers)).toEqual({
    rows: [["changed", "HAT136, HAT137 · 20 May", `${numbers.join(", ")} · 20 May`]],
    route: "failed",
  });
});

test("of a trip of which one flight goes the other one stays", () => {
  expect(saidOfFlights("HAT136").rows).toEqual([
    ["changed", "HAT137 · 20 May", "none"],
    ["kept", "HAT136 · 20 May", "HAT136 · 20 May"],
  ]);
});
