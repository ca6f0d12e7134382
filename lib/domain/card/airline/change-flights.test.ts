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

type Leg = JsonObject & { readonly flight_number: string; readonly date: string };

/** The card of a change to these flights in this cabin. */
function cardOf(cabin: string, legs: readonly Leg[], record: JsonObject = RESERVATION) {
  const flights = legs.map(({ flight_number, date }) => ({ flight_number, date }));
  return readCard(
    cardInput("record", {
      action: "airline.update_reservation_flights",
      arguments: { reservation_id: "OBUT9V", cabin, flights, payment_id: "gift_card_6941239" },
      before: { table: "reservations", id: "OBUT9V", record },
    }),
  );
}

/** What the card of a move to business with these flights says of them. */
function saidOfFlights(...numbers: readonly string[]) {
  const card = cardOf(
    "business",
    numbers.map((flight_number) => ({ flight_number, date: "2024-05-20" })),
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
    rows: [["kept", "20 May: HAT136, HAT137", "20 May: HAT136, HAT137"]],
    route: "passed",
  });
});

test.each([
  ["in another order", ["HAT137", "HAT136"]],
  ["one of them twice", ["HAT137", "HAT136", "HAT136"]],
  ["one of them twice beside another", ["HAT136", "HAT136", "HAT137"]],
])("flights %s are another trip: both are told whole, and the route is checked", (_, numbers) => {
  expect(saidOfFlights(...numbers)).toEqual({
    rows: [["changed", "20 May: HAT136, HAT137", `20 May: ${numbers.join(", ")}`]],
    route: "failed",
  });
});

test("of a trip of which one flight goes the other one stays", () => {
  expect(saidOfFlights("HAT136").rows).toEqual([
    ["changed", "20 May: HAT137", "none"],
    ["kept", "20 May: HAT136", "20 May: HAT136"],
  ]);
});

test("a change of both says both in its headline, and of one that one", () => {
  const other = [{ flight_number: "HAT290", date: "2024-05-21" }];
  expect(spansText(cardOf("business", other).headline)).toBe("Change flights of OBUT9V and move it to business");
  expect(spansText(cardOf("economy", other).headline)).toBe("Change flights of OBUT9V");
  expect(spansText(cardOf("business", LEGS).headline)).toBe("Move OBUT9V to business");
});

test("each day of flights is told from the next", () => {
  const rows = cardOf("business", [...LEGS, { flight_number: "HAT290", date: "2024-05-23" }]).diff;
  expect(rows?.type === "fields" ? rows.rows.map(({ after }) => spansText(after)) : []).toContain("23 May: HAT290");
  expect(saidOfFlights("HAT136", "HAT137").rows).toEqual([["kept", "20 May: HAT136, HAT137", "20 May: HAT136, HAT137"]]);
});

test("a trip that ends where it began names every place on its way", () => {
  const flights = [
    { flight_number: "HAT136", date: "2024-05-20", origin: "JFK", destination: "ATL", price: 120 },
    { flight_number: "HAT140", date: "2024-05-23", origin: "ATL", destination: "JFK", price: 130 },
  ];
  const card = cardOf("business", flights, { ...RESERVATION, destination: "JFK", flight_type: "round_trip", flights });
  const departure = card.facts.find(({ label }) => label === "Departure");
  expect(departure?.note).toContain("JFK → ATL → JFK");
  expect(cardOf("business", LEGS).facts.find(({ label }) => label === "Departure")?.note).toContain("JFK → SEA");
});
