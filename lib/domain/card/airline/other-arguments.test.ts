import { describe, expect, it } from "vitest";
import { isJsonObject, type Json, type JsonObject } from "../../json";
import type { CardInput } from "../card";
import { predict } from "../budget";
import { cardInput } from "../fixtures/card-fixture";
import { hides, leaves, TEXT } from "../fixtures/needles";
import { onCard } from "../fixtures/on-card";
import { leftToRead } from "../long-payload";
import { readCard } from "../read-card";

const RESERVATION: JsonObject = {
  ...{ reservation_id: "OBUT9V", user_id: "mia_li_3668", origin: "JFK", destination: "SEA", flight_type: "one_way" },
  ...{ cabin: "economy", created_at: "2024-05-13T10:00:00", insurance: "no", total_baggages: 1, nonfree_baggages: 0 },
  flights: [{ flight_number: "HAT136", date: "2024-05-20", origin: "JFK", destination: "SEA", price: 120 }],
  passengers: [{ first_name: "Mia", last_name: "Li", dob: "1990-04-05" }],
  payment_history: [{ payment_id: "gift_card_6941239", amount: 120 }],
};
const PROFILE: JsonObject = {
  ...{ name: { first_name: "Mia", last_name: "Li" }, membership: "gold", dob: "1990-04-05", email: "mia@a.example" },
  payment_methods: { gift_card_6941239: { source: "gift_card", amount: 500 } },
  saved_passengers: [{ first_name: "Bo", last_name: "Li", dob: "1991-01-02" }],
};
const NAMED: JsonObject = { reservation_id: "OBUT9V" };
const PAID: JsonObject = { payment_id: "gift_card_6941239" };

const CALLS: readonly (readonly [string, JsonObject, JsonObject])[] = [
  ["cancel_reservation", RESERVATION, NAMED],
  ["update_reservation_baggages", RESERVATION, { ...NAMED, total_baggages: 3, nonfree_baggages: 1, ...PAID }],
  ["update_reservation_baggages", RESERVATION, { ...NAMED, total_baggages: 2, nonfree_baggages: 0, ...PAID }],
  ["update_reservation_passengers", RESERVATION, { ...NAMED, passengers: [{ first_name: "Mia", last_name: "Lin" }] }],
  [
    "update_reservation_flights",
    RESERVATION,
    { ...NAMED, cabin: "business", flights: [{ flight_number: "HAT136", date: "2024-05-21" }], ...PAID },
  ],
  [
    "book_reservation",
    PROFILE,
    {
      ...{ user_id: "mia_li_3668", origin: "JFK", destination: "SEA", flight_type: "one_way", cabin: "economy" },
      flights: [{ flight_number: "HAT136", date: "2024-05-20" }],
      passengers: [{ first_name: "Mia", last_name: "Li", dob: "1990-04-05" }],
      payment_methods: [{ payment_id: "gift_card_6941239", amount: 120 }],
      ...{ total_baggages: 1, nonfree_baggages: 0, insurance: "no" },
    },
  ],
  ["send_certificate", PROFILE, { user_id: "mia_li_3668", amount: 100 }],
];

function inputOf(tool: string, record: JsonObject, fields: JsonObject, id: string | null = "mia_li_3668"): CardInput {
  const before = { table: "records", ...(id === null ? {} : { id }), record };
  return cardInput("record", { action: `airline.${tool}`, arguments: fields, before });
}

describe.each(CALLS)("of airline.%s", (tool, record, called) => {
  it("every leaf is on the card, or it says that not all of it is read, also where the record before repeats it", () => {
    let tried = 0;
    const hidden: string[] = [];
    for (const fields of [called, ...leaves(called).filter(isJsonObject)].flatMap(besides)) {
      if (!JSON.stringify(fields).includes(TEXT) && !JSON.stringify(fields).includes("918000000")) continue;
      for (const [held, id] of [
        [record, "mia_li_3668"],
        [record, null],
        [{ ...record, ...fields }, "mia_li_3668"],
        [knows(record, fields), null],
      ] as const) {
        tried += 1;
        if (hides(inputOf(tool, held, fields, id), fields)) hidden.push(JSON.stringify(fields));
      }
    }
    process.stdout.write(`airline.${tool}: ${String(tried)} needles, ${String(hidden.length)} hidden\n`);
    expect(hidden).toEqual([]);
  });

  it("an argument that nobody knows is a row, and many of them lock the card", () => {
    const one = readCard(inputOf(tool, record, { ...called, waive_fee: "zq" }));
    expect(onCard(one)).toContain("waive fee\n\nzq");
    expect(one.headline).toEqual(readCard(inputOf(tool, record, called)).headline);
    const many = { ...called, ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`other_${String(at)}`, at])) };
    const card = readCard(inputOf(tool, record, many));
    expect(predict({ card, treatment: "review", device: "keyboard" }).lane).toBe("deep");
    expect(leftToRead(card, many, { end: false, payload: false })).toBe("payload");
  });
});

/** The call, and the same with an argument beside it that nobody knows, in several shapes. */
function besides(fields: JsonObject): readonly JsonObject[] {
  const shapes: readonly Json[] = [TEXT, [1, TEXT], { deeper: TEXT }, [{ deeper: { TEXT } }]];
  return [fields, ...shapes.map((shape) => ({ ...fields, unknown: shape }))];
}

/** A profile that knows who travels exactly as the call says. */
function knows(record: JsonObject, { passengers }: JsonObject): JsonObject {
  return passengers === undefined ? record : { ...record, saved_passengers: passengers };
}
