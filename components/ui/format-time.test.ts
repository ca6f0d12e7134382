import { describe, expect, it } from "vitest";

import { clockTime, exactTime, exactTimes, formatDuration, relativeTime, tickMs } from "./format-time";

const NOW = Date.UTC(2026, 1, 3, 14, 5, 9);
const MIN = 60_000;
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("a relative time", () => {
  it.each([
    [4 * MIN, "in 4 min"],
    [4 * MIN + 59_000, "in 4 min"],
    [45_000, "in 45 s"],
    [4_000, "now"],
    [-4_000, "now"],
    [-90_000, "1 min ago"],
    [-3 * 60 * MIN, "3 h ago"],
    [30 * 60 * MIN, "in 30 h"],
    [11 * 24 * 60 * MIN, "in 11 days"],
  ])("%d ms away is %s", (distance, words) => {
    expect(plain(relativeTime(NOW + distance, NOW))).toBe(words);
  });

  it("never promises more time than is left", () => {
    expect(plain(formatDuration(59_999))).toBe("59 s");
    expect(plain(formatDuration(-1))).toBe("0 s");
  });

  it("is rewritten each second while the last two minutes run", () => {
    expect(tickMs(NOW + MIN, NOW)).toBe(1000);
    expect(tickMs(NOW + 30 * MIN, NOW)).toBe(10_000);
    expect(tickMs(NOW - 24 * 60 * MIN, NOW)).toBe(60_000);
  });
});

describe("an exact time", () => {
  it("names the month and the zone, so that no reader can swap day and month", () => {
    expect(exactTime(NOW, "UTC")).toBe("3 Feb 2026, 14:05 UTC");
  });

  it("shows seconds in a list of events", () => {
    expect(clockTime(NOW, "UTC")).toBe("14:05:09");
  });
});

describe("an instant of somebody elsewhere", () => {
  const at = Date.UTC(2026, 1, 3, 13, 5);

  it("is said in the reader's zone first, then in theirs", () => {
    const both = exactTimes(at, "Europe/Berlin", "America/New_York");
    expect(both).toMatch(/^3 Feb 2026, 14:05 \S+ · for them 3 Feb 2026, 08:05 \S+$/u);
  });

  it("is said once where both clocks show the same, or nobody knows theirs", () => {
    expect(exactTimes(at, "Europe/Berlin", "Europe/Paris")).toBe(exactTime(at, "Europe/Berlin"));
    expect(exactTimes(at, "Europe/Berlin", null)).toBe(exactTime(at, "Europe/Berlin"));
  });

  it("never has a date in figures alone, in any zone", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      expect(exactTimes(at, zone, "Asia/Tokyo"), zone).toMatch(/^\d{1,2} [A-Z][a-z]+ 2026, /u);
    }
  });
});
