import fc from "fast-check";
import { expect, test } from "vitest";

import { dayBegan, dayOf, nextDay, startOfDay } from "./calendar-day";

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "America/Sao_Paulo", "Asia/Beirut"];
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });

test.each([
  ["2026-11-22", "UTC", "2026-11-22T00:00:00.000Z"],
  ["2026-11-22", "Europe/Berlin", "2026-11-21T23:00:00.000Z"],
  ["2026-07-01", "Europe/Berlin", "2026-06-30T22:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-11-22", "America/New_York", "2026-11-22T05:00:00.000Z"],
  // Midnight does not exist on this day: clocks went from 23:59:59 to 01:00.
  ["2024-03-31", "Asia/Beirut", "2024-03-30T22:00:00.000Z"],
])("%s in %s begins at %s", (day, zone, instant) => {
  expect(new Date(startOfDay(day, zone) ?? NaN).toISOString()).toBe(instant);
});

test("every instant lies between the start of its day and the start of the next", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
      const day = dayOf(at, zone);
      const start = startOfDay(day, zone) ?? NaN;
      expect(dayBegan(at, zone)).toBe(start);
      expect(start).toBeLessThanOrEqual(at);
      expect(dayOf(start, zone)).toBe(day);
      expect(dayOf(start - 1, zone)).not.toBe(day);
    }),
    { numRuns: 300 },
  );
});

test.each(["", "22 Nov", "2026-13-01", "2026-02-30", "1969-12-31", "2026-1-1", "20261-01-01", "2026-11-22 "])(
  "`%s` is no day",
  (text) => {
    expect(startOfDay(text, "UTC")).toBeNull();
    expect(nextDay(text)).toBeNull();
  },
);

test("the day after the last of February is the first of March", () => {
  expect(nextDay("2027-02-28")).toBe("2027-03-01");
  expect(nextDay("2028-02-28")).toBe("2028-02-29");
});
