import { describe, expect, it, vi } from "vitest";

import { aQueueRow } from "../../test/queue-rows";
import type { CardDetail, DecideInput, DecideResult, QueueRow } from "../contract/people";
import { makeSure } from "./make-sure";
import { PeopleApiError } from "./people-api";

const ME = { id: "per_1", name: "Ana" };
const INPUT: DecideInput = {
  ...{ proposal: "prp_1", version: 1, digest: "sha256:00" },
  ...{ decision: { type: "approve" as const }, act: { type: "key" as const } },
};
const LOST = new PeopleApiError({ code: "unavailable", status: 503, detail: "the server cannot be reached" });
const FIRST = new PeopleApiError({ code: "already_decided", status: 409, detail: "someone decided first" });
const HELD: QueueRow = aQueueRow("prp_1", {
  ...{ status: "held", releaseAt: 9_000, revision: 2 },
  decision: { type: "approve", source: "person", by: [ME] },
});

/** A card of which only what is asked for here matters. */
function aCard(row: QueueRow, signatures: CardDetail["signatures"] = []): CardDetail {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the rest of a card is not asked for
  return { row, signatures } as unknown as CardDetail;
}

const recorded: DecideResult = { row: HELD, outcome: "held", releaseAt: 9_000 };

function wire(answers: readonly (DecideResult | Error)[], cards: readonly (CardDetail | Error)[]) {
  const one = <Item>(list: readonly (Item | Error)[]) => {
    let place = 0;
    return vi.fn(() => {
      const next = list[place++] ?? new Error("nothing was to be asked any more");
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    });
  };
  return { decide: one<DecideResult>(answers), read: one<CardDetail>(cards) };
}

/** As the desk does: sent, and made sure of where that failed. */
const decideSurely: (input: DecideInput, me: string, by: ReturnType<typeof wire>) => Promise<DecideResult> = (input, me, by) =>
  by.decide().catch((error: unknown) => makeSure(error, input, me, by));

describe("a decision whose answer is lost", () => {
  it("counts as recorded when the server shows it as this person's own, and is not sent again", async () => {
    const lines = wire([LOST], [aCard(HELD)]);
    expect(await decideSurely(INPUT, ME.id, lines)).toEqual(recorded);
    expect(lines.decide).toHaveBeenCalledTimes(1);
  });

  it("counts as signed when it was the first of two signatures", async () => {
    const row = aQueueRow("prp_1", { signatures: 1 });
    const lines = wire([LOST], [aCard(row, [{ by: ME, at: 1, type: "approve" }])]);
    expect(await decideSurely(INPUT, ME.id, lines)).toEqual({ row, outcome: "signed", releaseAt: null });
  });

  it("is sent once more when nothing was recorded, or that cannot be read", async () => {
    for (const card of [aCard(aQueueRow("prp_1")), LOST]) {
      const lines = wire([LOST, recorded], [card]);
      expect(await decideSurely(INPUT, ME.id, lines)).toEqual(recorded);
    }
  });

  it("counts as recorded when the first attempt arrives just before the second", async () => {
    const lines = wire([LOST, FIRST], [aCard(aQueueRow("prp_1")), aCard(HELD)]);
    expect(await decideSurely(INPUT, ME.id, lines)).toEqual(recorded);
  });

  it("is refused when somebody else decided, another version was decided, or something else was", async () => {
    const other = { ...HELD, decision: { type: "approve" as const, source: "person", by: [{ id: "per_2", name: "Ben" }] } };
    const rejected = { ...HELD, decision: { type: "reject" as const, source: "person", by: [ME] } };
    for (const row of [other, { ...HELD, version: 2 }, rejected]) {
      const lines = wire([LOST, FIRST], [aCard(row), aCard(row)]);
      await expect(decideSurely(INPUT, ME.id, lines)).rejects.toBe(FIRST);
    }
  });

  it("claims nothing where no answer comes at all", async () => {
    const lines = wire([LOST, LOST], [LOST, LOST]);
    await expect(decideSurely(INPUT, ME.id, lines)).rejects.toMatchObject({
      code: "unavailable",
      message: "no answer came: look again before you decide it again",
    });
  });
});

describe("a decision that is answered", () => {
  it("is sent once, whatever the answer", async () => {
    expect(await decideSurely(INPUT, ME.id, wire([recorded], []))).toEqual(recorded);
    await expect(decideSurely(INPUT, ME.id, wire([FIRST], []))).rejects.toBe(FIRST);
  });
});
