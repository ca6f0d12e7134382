import { expect, test } from "vitest";
import { cardInput } from "../fixtures/card-fixture";
import { spansText } from "../headline-text";
import { readCard } from "../read-card";

const MIA = {
  ...{ name: { first_name: "Mia", last_name: "Li" }, dob: "1990-04-05", membership: "gold", email: "mia.li3818@example.com" },
  ...{ address: {}, reservations: [], saved_passengers: [] },
  payment_methods: {
    credit_card_4421486: { source: "credit_card", brand: "visa", last_four: "7447", id: "credit_card_4421486" },
  },
};

/** What was not checked, in the card’s words. */
function open(card: ReturnType<typeof readCard>): readonly string[] {
  return card.checks.filter(({ state }) => state === "not_run").map(({ says, because }) => `${says}: ${because ?? ""}`);
}

test("a certificate says that nothing tells what it is for", () => {
  const card = readCard(
    cardInput("record", {
      action: "airline.send_certificate",
      arguments: { user_id: "mia_li_3668", amount: 100 },
      before: { table: "users", id: "mia_li_3668", record: MIA },
    }),
  );
  expect(open(card)).toEqual(["A flight of theirs was delayed or cancelled: the call names no reservation"]);
});

test("a hand-over says that nothing tells whether the agent had to", () => {
  const card = readCard(
    cardInput("tool", { action: "airline.transfer_to_human_agents", arguments: { summary: "Mia Li wants a refund." } }),
  );
  expect(open(card)).toEqual(["What the customer asks for is out of the agent’s reach: the request was not sent"]);
});

test("a booking without bags says so", () => {
  const flights = [{ flight_number: "HAT136", date: "2024-05-20" }];
  const card = readCard(
    cardInput("record", {
      action: "airline.book_reservation",
      arguments: {
        ...{ user_id: "mia_li_3668", origin: "JFK", destination: "SEA", flight_type: "one_way", cabin: "economy", flights },
        ...{ passengers: [{ first_name: "Mia", last_name: "Li", dob: "1990-04-05" }], insurance: "no" },
        ...{ payment_methods: [{ payment_id: "credit_card_4421486", amount: 255 }], total_baggages: 0, nonfree_baggages: 0 },
      },
      before: { table: "users", id: "mia_li_3668", record: MIA },
    }),
  );
  expect(spansText(card.facts.find(({ label }) => label === "Fare")?.value ?? [])).toBe(
    "one way, economy, no insurance, no bags",
  );
});
