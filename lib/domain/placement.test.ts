import { expect, it } from "vitest";

import { carriedOut, deciding, approve, BEN, pending } from "../../test/deciding";
import { place } from "./placement";

const RANK = 2_100;

it("one signature of two moves an item to the second look, whichever lane it is in, and the second one on", () => {
  const asked = pending({ treatment: "two_person", tier: "T3", undoMs: 5_000 });
  expect(place(asked, "quick", RANK)).toEqual({ queue: "needs_you", rank: RANK });
  expect(place(asked, "deep", RANK)).toEqual({ queue: "deep", rank: RANK });
  const half = carriedOut(asked, deciding(asked, approve));
  for (const lane of ["quick", "deep"] as const) expect(place(half, lane, RANK)).toEqual({ queue: "second_look", rank: RANK });
  const both = carriedOut(half, deciding(half, approve, { id: BEN }));
  expect(place(both, "quick", RANK)).toEqual({ queue: "waiting", rank: both.decision?.at });
});
