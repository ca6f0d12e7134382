import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { SAME_KIND_MAX, isFound, withoutLongRuns } from "./queue-order";
import { KINDS } from "./words";

describe("rows of one kind", () => {
  const rows = fc.array(
    fc.constantFrom(...KINDS).map((kind) => ({ kind })),
    { maxLength: 60 },
  );

  it("never stand more than eight in a row while another kind is left, and none is lost", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const ordered = withoutLongRuns(given);
        expect(new Set(ordered)).toEqual(new Set(given));
        expect(ordered).toHaveLength(given.length);
        let run = 0;
        ordered.forEach((row, index) => {
          run = row.kind === ordered[index - 1]?.kind ? run + 1 : 1;
          if (run > SAME_KIND_MAX) expect(ordered.slice(index).every(({ kind }) => kind === row.kind)).toBe(true);
        });
      }),
    );
  });

  it("keep their order among themselves", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const ordered = withoutLongRuns(given);
        for (const kind of KINDS) {
          expect(ordered.filter((row) => row.kind === kind)).toEqual(given.filter((row) => row.kind === kind));
        }
      }),
    );
  });
});

describe("searching", () => {
  const row = { id: "prp_1", headline: "Refund 48.00 EUR to Dana Wu", agentName: "support-desk", actionName: "payment.refund" };

  it.each(["dana", "EUR refund", "support", "prp_1", "payment.refund 48.00"])("finds a row by “%s”", (text) => {
    expect(isFound(row, text)).toBe(true);
  });

  it.each(["dana berg", "prp_2"])("does not find it by “%s”", (text) => {
    expect(isFound(row, text)).toBe(false);
  });
});
