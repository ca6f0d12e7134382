import { expect, test } from "vitest";

import { numberedId } from "../../../test/builders";
import { ADA, approve, BEN, carriedOut, deciding, outcome, OWNER, pending } from "../../../test/deciding";
import type { ProposalState } from "../proposal";

const [RECEIPT, RENEWED] = [numberedId("receipt", 1), numberedId("receipt", 2)];

test.each<[string, Partial<ProposalState>, string]>([
  ["two people signed", { treatment: "two_person" }, "stale_sign_in"],
  ["is regulated", { regulated: true }, "stale_sign_in"],
  ["one person confirmed", { treatment: "confirm" }, "renewed"],
])("what %s and nobody used is renewed with a sign-in as fresh as its signature took", (_, what, stale) => {
  const on = pending(what);
  const signed = carriedOut(on, deciding(on, approve));
  const held = signed.status === "held" ? signed : carriedOut(signed, deciding(signed, approve, { id: BEN }));
  const out = carriedOut(held, { type: "release", receiptId: RECEIPT, by: null }, held.releaseAt ?? 0);
  const lapsed = carriedOut(out, { type: "lapse" }, out.receiptExpiresAt ?? 0);
  const renewed = (by: typeof ADA, freshSignIn: boolean): string => {
    const after = outcome(lapsed, { type: "renew", by, freshSignIn, receiptId: RENEWED }, out.receiptExpiresAt ?? 0);
    return typeof after === "string" ? after : "renewed";
  };
  expect([renewed(ADA, true), renewed(ADA, false)]).toEqual(["renewed", stale]);
  // Whoever may not renew it hears that, and is asked for no password.
  expect(renewed(OWNER, false)).toBe("forbidden");
});
