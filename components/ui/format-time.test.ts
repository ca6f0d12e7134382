import { describe, expect, it } from "vitest";

import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { clockTime, exactTime, exactTimes, formatDuration, relativeTime, stillTime, tickMs } from "./format-time";

const NOW = Date.UTC(2026, 1, 3, 14, 5, 9);
const MIN = 60_000;
const t = makeWords<"ui">("en", compileArea("en", "ui"));
const de = makeWords<"ui">("de", compileArea("de", "ui"));
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
    expect(plain(relativeTime(t, NOW + distance, NOW))).toBe(words);
  });

  it("is said in the language of whoever reads", () => {
    expect(plain(relativeTime(de, NOW + 4 * MIN, NOW))).toBe("in 4 min");
    expect(plain(relativeTime(de, NOW - 11 * 24 * 60 * MIN, NOW))).toBe("vor 11 Tagen");
    expect(exactTime(de, NOW, "UTC")).toBe("3. Feb. 2026, 14:05 UTC");
  });

  it("never promises more time than is left", () => {
    expect(plain(formatDuration(t, 59_999))).toBe("59 s");
    expect(plain(formatDuration(t, -1))).toBe("0 s");
  });

  it("is rewritten each second while the last two minutes run", () => {
    expect(tickMs(NOW + MIN, NOW)).toBe(1000);
    expect(tickMs(NOW + 30 * MIN, NOW)).toBe(10_000);
    expect(tickMs(NOW - 24 * 60 * MIN, NOW)).toBe(60_000);
  });
});

describe("an exact time", () => {
  it("names the month and the zone, so that no reader can swap day and month", () => {
    expect(exactTime(t, NOW, "UTC")).toBe("3 Feb 2026, 14:05 UTC");
  });

  it("shows seconds in a list of events", () => {
    expect(clockTime(t, NOW, "UTC")).toBe("14:05:09");
  });
});

describe("an instant of somebody elsewhere", () => {
  const at = Date.UTC(2026, 1, 3, 13, 5);

  it("is said in the reader's zone first, then in theirs", () => {
    const both = exactTimes(t, at, "Europe/Berlin", "America/New_York");
    expect(both).toMatch(/^3 Feb 2026, 14:05 \S+ · for them 3 Feb 2026, 08:05 \S+$/u);
  });

  it("is said once where both clocks show the same, or nobody knows theirs", () => {
    expect(exactTimes(t, at, "Europe/Berlin", "Europe/Paris")).toBe(exactTime(t, at, "Europe/Berlin"));
    expect(exactTimes(t, at, "Europe/Berlin", null)).toBe(exactTime(t, at, "Europe/Berlin"));
  });

  it("never has a date in figures alone, in any zone", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      expect(exactTimes(t, at, zone, "Asia/Tokyo"), zone).toMatch(/^\d{1,2} [A-Z][a-z]+ 2026, /u);
    }
  });
});

describe("a time that stands still", () => {
  it("is the time of day where it is near, and gives way to other words where the day could be in doubt", () => {
    expect(stillTime(t, NOW + 4 * MIN, NOW, "UTC")).toBe("14:09:09");
    expect(stillTime(t, NOW - 3 * 60 * MIN, NOW, "UTC")).toBe("11:05:09");
    expect(stillTime(de, NOW + 4 * MIN, NOW, "UTC")).toBe("14:09:09");
    expect(stillTime(t, NOW - 13 * 60 * MIN, NOW, "UTC")).toBeNull();
    expect(stillTime(t, NOW + 11 * 24 * 60 * MIN, NOW, "UTC")).toBeNull();
  });
});
