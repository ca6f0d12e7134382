import { describe, expect, it } from "vitest";

import { DECISIONS } from "../../lib/domain/words";
import { offersOf } from "./offers";

function offered(more: Partial<Parameters<typeof offersOf>[0]>): readonly string[] {
  const offers = offersOf({ row: { status: "pending", look: null }, allowed: [...DECISIONS], cannotSign: null, ...more });
  return DECISIONS.filter((type) => offers[type]);
}

describe("what is offered on a card", () => {
  it.each([[["approve", "edit", "reject"]], [["reject", "answer"]], [["approve", "reject"]]] as const)(
    "is what its agent can take: %j",
    (allowed) => {
      expect(offered({ allowed: [...allowed] })).toEqual(allowed);
    },
  );

  it("is no edit for whoever may not sign it: a changed one would be signed too", () => {
    expect(offered({ cannotSign: "you composed this: another person must sign it" })).toEqual(["approve", "reject", "answer"]);
  });

  it("is only whether it was fine, once it has run", () => {
    expect(offered({ row: { status: "approved", look: "audit" }, allowed: ["reject", "answer"] })).toEqual(["approve", "reject"]);
  });

  it("is nothing of what is decided", () => {
    expect(offered({ row: { status: "held", look: null } })).toEqual([]);
  });
});
