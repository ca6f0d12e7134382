import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proposalOf, recordedCall } from "../../../../scripts/replay/recorded-call";
import { AIRLINE, HAS_AIRLINE } from "../../../../test/recorded-airline";
import { predict } from "../budget";
import type { Card } from "../card";
import { readCard } from "../read-card";

const RECORD_CHANGES = 123;
const QUICK_SHARE_MIN = 0.6;

describe.skipIf(!HAS_AIRLINE)("of the recorded changes of the airline’s records (needs the recorded calls)", () => {
  it("at least 60 % fit ten seconds, and none that says so is over", () => {
    const read = recordedCards();
    expect(read).toHaveLength(RECORD_CHANGES);
    const quick = read.filter(({ lane }) => lane === "quick");
    const share = quick.length / read.length;
    process.stdout.write(`${table(read)}\nquick: ${quick.length} of ${read.length} (${(share * 100).toFixed(1)} %)\n`);
    expect(share).toBeGreaterThanOrEqual(QUICK_SHARE_MIN);
    expect(quick.filter(({ seconds, slow }) => seconds > 10 || slow > 13)).toEqual([]);
  });
});

interface Reading {
  readonly tool: string;
  readonly card: Card;
  readonly lane: string;
  readonly seconds: number;
  readonly slow: number;
}

/** One card a change of a record, as the server would read the proposal that the replay posts. */
function recordedCards(): readonly Reading[] {
  return readFileSync(AIRLINE.calls, "utf8")
    .split("\n")
    .map(recordedCall)
    .filter((call) => call?.write === true && call.before !== null)
    .flatMap((call) => {
      if (call === null) return [];
      const { action, target, before, after } = proposalOf(call);
      const history = { earlierToCounterpart: null, lastApprovedArguments: null };
      const given = { kind: "record" as const, action, target: target ?? null, before: before ?? null, after: after ?? null };
      const card = readCard({ ...given, history, at: Date.UTC(2026, 10, 23) });
      const budget = { card, treatment: "review", device: "keyboard" } as const;
      const { lane, seconds } = predict(budget);
      return [{ tool: call.tool, card, lane, seconds, slow: predict(budget, 175).seconds }];
    });
}

/** Tool by tool: how many, how many of them quick, and the longest. */
function table(read: readonly Reading[]): string {
  return [...new Set(read.map(({ tool }) => tool))]
    .map((tool) => {
      const own = read.filter((one) => one.tool === tool);
      const quick = own.filter(({ lane }) => lane === "quick").length;
      const longest = Math.max(...own.map(({ seconds }) => seconds));
      return `${tool.padEnd(34)} ${String(quick).padStart(3)} of ${String(own.length).padStart(3)} quick, longest ${longest} s`;
    })
    .join("\n");
}
