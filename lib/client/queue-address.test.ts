import fc from "fast-check";
import { expect, it } from "vitest";

import { isQueueAddress } from "../domain/preferences";
import { QUEUES } from "../domain/words";
import { SORTS, deskHref, nextSort, queueHref, queueParameters } from "./queue-address";

const read = (href: string) => {
  const { searchParams } = new URL(href, "http://localhost");
  return queueParameters((name) => searchParams.get(name));
};

it("an address holds the whole view, and can be kept as one", () => {
  const view = fc.record({
    queue: fc.constantFrom(...QUEUES),
    agent: fc.constantFrom(null, "agt_01m81j18g0avh8vj9w1knx7cea"),
    sort: fc.constantFrom(...SORTS),
    mine: fc.boolean(),
    text: fc.oneof(fc.constant(null), fc.stringMatching(/^[a-z0-9é“<][a-z0-9 é“<]{0,20}[a-z]$/u)),
    fold: fc.boolean(),
  });
  fc.assert(
    fc.property(view, (given) => {
      const href = queueHref(given);
      expect(read(href)).toEqual(given);
      expect(isQueueAddress(href)).toBe(true);
      // One card after the other is the same view of the queue.
      const alone = deskHref("/focus", given, "prp_1");
      expect(read(alone)).toEqual(given);
      expect(new URL(alone, "http://localhost")).toMatchObject({ pathname: "/focus" });
      expect(new URL(alone, "http://localhost").searchParams.get("open")).toBe("prp_1");
    }),
  );
});

it("what an address does not say, or says wrongly, is the default", () => {
  expect(read("/queue")).toEqual({ queue: "needs_you", agent: null, sort: "stake", mine: false, text: null, fold: true });
  expect(read("/queue?section=all&sort=x&mine=no")).toMatchObject({ queue: "needs_you", sort: "stake", mine: false });
});

it("the key for the order goes through all of them", () => {
  const seen = new Set<string>();
  let sort: (typeof SORTS)[number] = "stake";
  SORTS.forEach(() => {
    seen.add(sort);
    sort = nextSort(sort);
  });
  expect([seen.size, sort]).toEqual([SORTS.length, "stake"]);
});
