import { describe, expect, test } from "vitest";
import { aDigest, START } from "../../../test/builders";
import {
  ADA,
  approve,
  BEN,
  COMPOSER,
  deciding,
  editing,
  outcome,
  OWNER,
  pending,
  carriedOut,
  WRONG,
} from "../../../test/deciding";
import type { ProposalState } from "../proposal";
import { TREATMENTS } from "../words";
import type { Command, Signer } from "./commands";
import { decide } from "./decide";

describe("a person's decision", () => {
  test("is held for the undo window of its proposal", () => {
    const after = carriedOut(pending({ undoMs: 7_000 }), deciding(pending(), approve));
    expect(after).toMatchObject({ status: "held", releaseAt: START + 1_000 + 7_000, decision: { type: "approve", by: [ADA] } });
  });

  test.each<[string, Partial<Extract<Command, { type: "decide" }>>]>([
    ["another version", { version: 2 }],
    ["another digest", { digest: aDigest("another") }],
  ])("on %s than the one in force is stale", (_, changed) => {
    expect(outcome(pending(), { ...deciding(pending(), approve), ...changed })).toBe("stale");
  });

  test("comes too late at the very millisecond of expiry", () => {
    const { expiresAt } = pending();
    expect(outcome(pending(), deciding(pending(), approve), expiresAt - 1)).toMatchObject({ status: "held" });
    expect(outcome(pending(), deciding(pending(), approve), expiresAt)).toBe("not_pending");
  });

  test("is the second, and hears who was first", () => {
    const held = carriedOut(pending(), deciding(pending(), approve));
    const answer = decide(held, deciding(held, { type: "reject", reason: WRONG }, { id: BEN }), START + 2_000);
    expect(answer).toMatchObject({ ok: false, error: { code: "already_decided", context: { by: ADA, decision: "approve" } } });
  });

  test("is one that the agent can take", () => {
    const on = pending({ allowed: ["approve", "reject"] });
    expect(outcome(on, deciding(on, { type: "answer", answer: "ask her", reason: null }))).toBe("decision_not_allowed");
    expect(outcome(on, deciding(on, editing(on)))).toBe("decision_not_allowed");
  });

  test("keeps the answer and the reason that were given", () => {
    const after = carriedOut(
      pending(),
      deciding(pending(), { type: "answer", answer: "ask her", reason: null }, { reason: WRONG }),
    );
    expect(after.decision).toMatchObject({ type: "answer", answer: "ask her", reason: WRONG, singleSigner: false });
  });
});

describe("the act behind an approval", () => {
  test.each<[ProposalState["treatment"], Partial<Signer>, string]>([
    ["review", { act: "key", dwellMs: null }, "held"],
    ["review", { act: "wrong_match" }, "wrong_match"],
    ["confirm", { act: "hold", dwellMs: 1_000 }, "held"],
    ["confirm", { act: "alternative", dwellMs: 1_000 }, "held"],
    ["confirm", { act: "key" }, "act_required"],
    ["confirm", { act: "hold", dwellMs: 999 }, "too_soon"],
    ["confirm", { act: "hold", dwellMs: null }, "too_soon"],
    ["two_person", { act: "match", dwellMs: 3_000 }, "pending"],
    ["two_person", { act: "hold" }, "act_required"],
    ["two_person", { act: "alternative" }, "act_required"],
    ["two_person", { act: "key" }, "act_required"],
    ["two_person", { act: "wrong_match" }, "wrong_match"],
    ["two_person", { act: "match", dwellMs: 2_999 }, "too_soon"],
    ["two_person", { freshSignIn: false }, "stale_sign_in"],
    ["two_person", { freshSignIn: false, act: "wrong_match" }, "stale_sign_in"],
    ["confirm", { freshSignIn: false }, "held"],
  ])("of treatment %s by %o is %s", (treatment, by, expected) => {
    const after = outcome(pending({ treatment }), deciding(pending({ treatment }), approve, by));
    expect(typeof after === "string" ? after : after.status).toBe(expected);
  });

  test.each<[Partial<Signer>, string]>([
    [{}, "held"],
    [{ reason: null }, "reason_required"],
    [{ meaningConfirmed: false }, "act_required"],
    [{ freshSignIn: false }, "stale_sign_in"],
  ])("of a regulated action by %o is %s", (by, expected) => {
    const after = outcome(pending({ regulated: true }), deciding(pending({ regulated: true }), approve, by));
    expect(typeof after === "string" ? after : after.status).toBe(expected);
  });

  test("of a regulated action may carry its reason in the choice", () => {
    const on = pending({ regulated: true });
    const rejected = carriedOut(on, deciding(on, { type: "reject", reason: WRONG }, { reason: null }));
    expect(rejected.decision?.reason).toEqual(WRONG);
    expect(outcome(on, deciding(on, { type: "reject", reason: null }, { reason: null }))).toBe("reason_required");
  });
});

describe("an edit that leaves two signatures to give", () => {
  test("is signed by sending its form, which a key press is not", () => {
    const on = pending({ treatment: "two_person" });
    const edit = editing(on, { treatment: "two_person" });
    expect(carriedOut(on, deciding(on, edit, { act: "alternative" })).signatures).toMatchObject([{ by: ADA, type: "edit" }]);
    expect(outcome(on, deciding(on, edit, { act: "key" }))).toBe("act_required");
    expect(outcome(on, deciding(on, approve, { act: "alternative" }))).toBe("act_required");
  });
});

describe("a rejection", () => {
  test("of a reviewed item counts without a reason, and says that none was given", () => {
    const on = pending({ treatment: "review" });
    const after = carriedOut(on, deciding(on, { type: "reject", reason: null }, { reason: null }));
    expect(after.decision).toMatchObject({ type: "reject", reason: { code: "unspecified", text: null } });
  });

  test.each<[string, Partial<ProposalState>]>([
    ["confirmed", { treatment: "confirm" }],
    ["signed by two", { treatment: "two_person" }],
    ["regulated", { treatment: "review", regulated: true }],
  ])("of an item that is %s counts only with a reason, and `unspecified` is none", (_, state) => {
    const on = pending(state);
    for (const reason of [null, { code: "unspecified", text: null }]) {
      expect(outcome(on, deciding(on, { type: "reject", reason }, { reason: null }))).toBe("reason_required");
    }
    expect(carriedOut(on, deciding(on, { type: "reject", reason: WRONG }, { reason: null })).decision?.reason).toEqual(WRONG);
  });
});

describe("separation of duties", () => {
  const people = { owner: OWNER, composer: COMPOSER, "someone else": ADA };
  const strict = (treatment: ProposalState["treatment"], regulated: boolean) => treatment === "two_person" || regulated;

  for (const treatment of TREATMENTS.filter((one) => one === "review" || one === "confirm" || one === "two_person")) {
    for (const regulated of [false, true]) {
      for (const [who, id] of Object.entries(people)) {
        for (const workspace of ["team", "alone"] as const) {
          const barred = strict(treatment, regulated) && (id === COMPOSER || (id === OWNER && workspace === "team"));
          const what = `${treatment}${regulated ? ", regulated" : ""}`;
          test(`${barred ? "bars" : "lets"} the ${who} of ${what} in a workspace of ${workspace} ${barred ? "from signing" : "sign"}`, () => {
            const on = pending({ treatment, regulated });
            const after = outcome(on, deciding(on, approve, { id }, workspace));
            expect(typeof after === "string" ? after : "signed").toBe(barred ? "separation_of_duties" : "signed");
          });
        }
      }
    }
  }

  test("marks a signature on one's own agent's action", () => {
    expect(carriedOut(pending(), deciding(pending(), approve, { id: OWNER })).signatures).toMatchObject([{ ownAgent: true }]);
    expect(carriedOut(pending(), deciding(pending(), approve)).signatures).toMatchObject([{ ownAgent: false }]);
  });

  test("lets everyone say no", () => {
    const on = pending({ treatment: "two_person", regulated: true });
    for (const id of [OWNER, COMPOSER, ADA]) {
      expect(outcome(on, deciding(on, { type: "reject", reason: WRONG }, { id, act: "key", dwellMs: null }))).toMatchObject({
        status: "held",
        decision: { type: "reject", by: [id] },
      });
    }
  });
});
