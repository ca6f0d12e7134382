import { expect, it } from "vitest";

import type { JsonObject } from "../../json";
import { cardInput } from "../fixtures/card-fixture";
import { leftToRead } from "../long-payload";
import { readCard } from "../read-card";

function kept(fields: JsonObject) {
  const record = { id: "U1", ...fields };
  return readCard(cardInput("record", { action: "crm.update", arguments: record, before: record }));
}

it("what an action sets to what it was is counted as kept, and as no change, where it has no row, and locks", () => {
  const long = Object.fromEntries(["a", "b", "c", "d", "e"].map((key) => [key, `${key} is longer than a short value`]));
  const card = kept(long);
  expect(card.diff?.more).toEqual({ count: 0, unlike: 1, kept: 1 });
  expect(leftToRead(card, long, { end: false, payload: false })).toBe("payload");
  const short = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`k${String(at)}`, at]));
  expect(kept(short).diff?.more).toEqual({ count: 0, unlike: 2, kept: 2 });
  expect(kept({ a: 1 }).diff?.more).toEqual({ count: 0, unlike: 0 });
});
