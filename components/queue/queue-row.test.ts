import { expect, it } from "vitest";
import * as z from "zod";

import type { QueueRowFace } from "./queue-row";
import { QueueRow } from "./queue-row";

const ROW: QueueRowFace = {
  id: "prp_1",
  headline: "Pay 10.00 EUR to Acme",
  agent: { name: "billing-bot" },
  tier: "T1",
  lane: "quick",
  predictedSeconds: 6,
  expiresAt: 60_000,
};

const Item = z.object({ className: z.string(), "aria-posinset": z.number(), "aria-setsize": z.number() });

/** What the list item says of a row at a place of a list of 500, counted from 0. */
function itemAt(index: number): z.infer<typeof Item> {
  const position = { index, of: 500 };
  return Item.parse(QueueRow({ row: ROW, href: "/proposals/prp_1", selected: false, now: 0, position }).props);
}

it("has its own place in the list, wherever that is", () => {
  for (const index of [0, 99, 100, 499]) {
    expect(itemAt(index)).toMatchObject({ "aria-posinset": index + 1, "aria-setsize": 500 });
  }
});

it("is left to the browser to lay out near the screen from the hundred-and-first on, and not before", () => {
  expect(itemAt(99).className).not.toContain("content-visibility");
  expect(itemAt(100).className).toContain("content-visibility");
});
