import { describe, expect, it } from "vitest";

import { aQueueRow } from "../../test/queue-rows";
import { linesInAll } from "./queue-size";

const WHOLE = { agent: null, mine: false, text: null };
/** A section of 500, with one that has arrived. */
const VIEW = {
  queue: "needs_you" as const,
  arrivals: [aQueueRow("new")],
  next: "more",
  counts: { needs_you: 500 },
  countCap: 1000,
};
const SHOWN = { lines: 3, fold: false };

describe("how many lines a list has, for whoever hears it", () => {
  it("is what its section has, without what has arrived and is not let in", () => {
    expect(linesInAll(VIEW, WHOLE, SHOWN)).toBe(499);
    // Counted a moment before the others were let in.
    expect(linesInAll({ ...VIEW, counts: { needs_you: 1 } }, WHOLE, SHOWN)).toBe(3);
  });

  it("is what is shown where nothing is left to load, also of a part of the section and of folded lines", () => {
    expect(linesInAll({ ...VIEW, next: null }, { ...WHOLE, agent: "agt_1" }, { lines: 2, fold: true })).toBe(2);
  });

  it("is not known of a part of a section, of lines that fold, or past what is counted", () => {
    for (const part of [{ agent: "agt_1" }, { mine: true }, { text: "invoice" }])
      expect(linesInAll(VIEW, { ...WHOLE, ...part }, SHOWN)).toBe(-1);
    expect(linesInAll(VIEW, WHOLE, { ...SHOWN, fold: true })).toBe(-1);
    expect(linesInAll({ ...VIEW, counts: { needs_you: 1000 } }, WHOLE, SHOWN)).toBe(-1);
    expect(linesInAll({ ...VIEW, counts: {} }, WHOLE, SHOWN)).toBe(-1);
  });
});
