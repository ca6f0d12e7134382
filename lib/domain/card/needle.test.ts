import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { KINDS } from "../words";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { HAYSTACKS, NEEDLE, saidBefore, type Haystack } from "./fixtures/haystacks";
import { announces, onCard } from "./fixtures/on-card";
import { readCard } from "./read-card";

const RUNS = 16;

describe.each(KINDS)("a card of kind %s", (kind) => {
  it.each(Object.entries<Haystack>(HAYSTACKS))(
    "shows a needle %s, or says that parts are not shown and is never quick",
    (_, hide) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...ALL_FIXTURES[kind].filter(({ of }) => of === "typical" || of === "worst")),
          // With nothing beside it, it may be another name for a table, which changes nothing and which no card spells out.
          fc.integer({ min: 1, max: 400 }),
          fc.nat({ max: 400 }),
          fc.nat({ max: 20 }),
          ({ input }, size, place, pick) => {
            const changed = hide(input, Math.min(size, place), size, pick);
            const called = { ...input, action: { ...input.action, arguments: changed } };
            // Deep records are cut to what a body may nest: then there may be nothing to find.
            fc.pre(JSON.stringify(changed).includes(NEEDLE));
            for (const card of [called, saidBefore(called)].map(readCard)) {
              expect(onCard(card).includes(NEEDLE) || announces(card), JSON.stringify(changed).slice(0, 300)).toBe(true);
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
  );
});
