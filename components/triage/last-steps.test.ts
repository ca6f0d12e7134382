import { describe, expect, it } from "vitest";

import type { QueueRow } from "../../lib/contract/people";
import { aQueueRow } from "../../test/queue-rows";
import { wordsOf } from "../../test/words";
import { freshest, lastDecisions, lastOpen } from "./last-steps";
import type { Decided } from "./decided";

const NOW = 1_000_000;
const held = (id: string, more: Partial<QueueRow> = {}): QueueRow =>
  aQueueRow(id, {
    status: "held",
    releaseAt: NOW + 8_000,
    decision: { type: "approve", source: "person", by: [{ id: "per_1", name: "Ana" }] },
    ...more,
  });
const made = (id: string, row: QueueRow | null, refused: string | null = null): Decided => ({
  ...{ id, headline: id, type: "approve" as const },
  ...{ row, refused, at: NOW },
});

describe("the decision that the undo key takes back", () => {
  it("is the newest one still held, also after a reload, when only the server remembers it", () => {
    expect(lastOpen("undo", [], [held("a"), held("b")], NOW)).toBe("a");
    expect(lastOpen("release", [], [held("a"), held("b")], NOW)).toBe("a");
  });

  it("is this page's own before an earlier one, also while it is on its way", () => {
    expect(lastOpen("undo", [made("new", null)], [held("old")], NOW)).toBe("new");
    expect(lastOpen("undo", [made("new", held("new"))], [held("old")], NOW)).toBe("new");
  });

  it("is none that came back, is over, or was let go meanwhile", () => {
    const over = held("over", { releaseAt: NOW });
    const gone = held("gone", { status: "approved", revision: 3 });
    expect(lastOpen("undo", [made("back", held("back"), "too late")], [held("old")], NOW)).toBe("old");
    expect(lastOpen("undo", [made("gone", held("gone"))], [gone, over], NOW)).toBeNull();
  });

  it("can be a first signature, which is taken back and never let go", () => {
    const signed = aQueueRow("one", { signatures: 1 });
    expect(lastOpen("undo", [made("one", signed)], [], NOW)).toBe("one");
    expect(lastOpen("release", [made("one", signed)], [], NOW)).toBeNull();
  });
});

describe("what is said of a decision where it is seen at once", () => {
  const saidAt = (now: number, decided: readonly Decided[], remembered: readonly QueueRow[] = []) =>
    freshest(lastDecisions(wordsOf("desk"), decided, remembered, now))?.id ?? null;

  it("is that it is on its way, however long that takes, and that it is held, until it runs", () => {
    expect(saidAt(NOW + 60_000, [made("sent", null)])).toBe("sent");
    expect(saidAt(NOW + 7_999, [made("held", held("held"))])).toBe("held");
    expect(saidAt(NOW + 8_000, [made("held", held("held"))])).toBeNull();
  });

  it("is for a quarter of a minute that it came back, or that a second signature is needed", () => {
    const [back, signed] = [made("back", held("back"), "too late"), made("one", aQueueRow("one", { signatures: 1 }))];
    for (const one of [back, signed]) {
      expect(saidAt(NOW + 14_999, [one])).toBe(one.id);
      expect(saidAt(NOW + 15_000, [one])).toBeNull();
    }
  });

  it("is of an earlier one what can still be taken back, where the latest is no news, also after a reload", () => {
    const test = { caught: true, wrong: "another payee" };
    expect(saidAt(NOW, [{ ...made("test", aQueueRow("test")), test }, made("held", held("held"))])).toBe("held");
    expect(saidAt(NOW, [], [held("old")])).toBe("old");
    expect(saidAt(NOW, [], [held("old", { status: "approved", releaseAt: null })])).toBeNull();
  });
});

it("a decision says when its agent has not fetched it for a minute", () => {
  const row = held("a", { status: "approved", releaseAt: null, releasedAt: NOW });
  const stepsAt = (now: number) => lastDecisions(wordsOf("desk"), [], [row], now)[0]?.steps;
  expect(stepsAt(NOW + 59_999)).toEqual(["released", "agent has not fetched it yet"]);
  expect(stepsAt(NOW + 60_000)).toEqual(["released", "agent has not fetched it for over a minute"]);
});
