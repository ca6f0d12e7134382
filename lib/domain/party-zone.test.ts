import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { JsonObject } from "./json";
import { partyZone } from "./party-zone";

const payload = (given: JsonObject, before: JsonObject | null = null) => ({
  action: { name: "crm.update", arguments: given },
  before,
  after: null,
});

describe("the zone of whoever is affected", () => {
  it.each<[string, JsonObject, JsonObject | null, string | null]>([
    ["an argument", { timezone: "America/New_York" }, null, "America/New_York"],
    ["an argument spelled in another way", { time_zone: "Asia/Tokyo" }, null, "Asia/Tokyo"],
    ["a record within an argument", { customer: { timeZone: "Europe/Oslo" } }, null, "Europe/Oslo"],
    ["the record before", { level: 3 }, { tz: "Australia/Sydney" }, "Australia/Sydney"],
    ["nothing where none is named", { city: "Berlin" }, null, null],
    ["nothing where it is no place", { timezone: "CET" }, null, null],
    ["nothing where it only looks like one", { timezone: "Mars/Olympus_Mons" }, null, null],
    ["nothing where it is a number", { timezone: 2 }, null, null],
  ])("is read from %s", (_what, given, before, zone) => {
    expect(partyZone(payload(given, before))).toBe(zone);
  });

  it("is a zone or nothing, whatever the payload holds", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const zone = partyZone(payload({ timezone: text }));
        if (zone !== null) expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
      }),
    );
  });
});
