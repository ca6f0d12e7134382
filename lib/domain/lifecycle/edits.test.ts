import { describe, expect, test } from "vitest";
import { aDigest, numberedId, START } from "../../../test/builders";
import { ADA, approve, BEN, CAL, deciding, editing, outcome, OWNER, pending, carriedOut, WRONG } from "../../../test/deciding";
import { SINGLE_SIGNER_HOLD_MS } from "./sign";

describe("two people", () => {
  const on = pending({ treatment: "two_person" });
  const once = carriedOut(on, deciding(on, approve));
  const both = carriedOut(once, deciding(once, approve, { id: BEN }));

  test("must sign, one after the other", () => {
    expect(once).toMatchObject({ status: "pending", decision: null, signatures: [{ by: ADA }] });
    expect(both).toMatchObject({ status: "held", decision: { type: "approve", by: [ADA, BEN], singleSigner: false } });
  });

  test("are not one person twice", () => {
    expect(outcome(once, deciding(once, approve))).toBe("already_signed");
  });

  test("are not needed to say no", () => {
    const rejected = carriedOut(once, deciding(once, { type: "reject", reason: WRONG }, { id: BEN }));
    expect(rejected).toMatchObject({ status: "held", decision: { type: "reject", by: [BEN] } });
  });

  test.each([
    ["the first", ADA, BEN],
    ["the second", BEN, ADA],
  ])("lose the signature of the one who takes it back: %s", (_, back, stays) => {
    const undone = carriedOut(both, { type: "undo", by: back });
    expect(undone).toMatchObject({ status: "pending", decision: null, releaseAt: null, signatures: [{ by: stays }] });
    expect(outcome(undone, deciding(undone, approve, { id: stays }))).toBe("already_signed");
    const again = carriedOut(undone, deciding(undone, approve, { id: CAL }));
    expect(again).toMatchObject({ status: "held", decision: { by: [stays, CAL] } });
  });

  test("may take the first signature back while the second is missing", () => {
    expect(carriedOut(once, { type: "undo", by: ADA }).signatures).toEqual([]);
    expect(outcome(once, { type: "undo", by: BEN })).toBe("undo_closed");
  });

  test("sign the version in force: an edit voids what was signed before it", () => {
    const edited = carriedOut(once, deciding(once, editing(once, { treatment: "two_person" }), { id: BEN }));
    expect(edited).toMatchObject({
      status: "pending",
      version: 2,
      digest: aDigest("edited"),
      signatures: [{ by: BEN, version: 2 }],
    });
    const approved = carriedOut(edited, deciding(edited, approve));
    expect(approved).toMatchObject({ status: "held", decision: { type: "edit", by: [BEN, ADA] } });
  });
});

describe("one person in a workspace of one", () => {
  const on = pending({ treatment: "two_person", undoMs: 5_000 });
  const held = carriedOut(on, deciding(on, approve, { id: OWNER }, "alone"), START);

  test("signs for two, marked, and waits a minute", () => {
    expect(held).toMatchObject({ status: "held", releaseAt: START + SINGLE_SIGNER_HOLD_MS, decision: { singleSigner: true } });
  });

  test("waits no less than the undo window", () => {
    const long = pending({ treatment: "two_person", undoMs: 90_000 });
    expect(carriedOut(long, deciding(long, approve, { id: ADA }, "alone"), START).releaseAt).toBe(START + 90_000);
  });

  test("waits ten times the undo window where they asked for that, and not longer than a minute where that is less", () => {
    const times = (undoMs: number): number =>
      (carriedOut(pending({ undoMs }), deciding(pending({ undoMs }), approve, { undoTimes: "ten" }), START).releaseAt ?? 0) -
      START;
    expect([0, 3_000, 30_000].map(times)).toEqual([0, 30_000, 300_000]);
    const alone = deciding(on, approve, { id: OWNER, undoTimes: "ten" }, "alone");
    expect(carriedOut(on, alone, START).releaseAt).toBe(START + SINGLE_SIGNER_HOLD_MS);
  });

  test("is not marked when two signed after all", () => {
    const once = carriedOut(on, deciding(on, approve, { id: BEN }));
    expect(carriedOut(once, deciding(once, approve, { id: ADA }, "alone")).decision).toMatchObject({
      by: [BEN, ADA],
      singleSigner: false,
    });
  });

  test("cannot cut the minute short", () => {
    const early = { type: "release", receiptId: numberedId("receipt", 1), by: OWNER } as const;
    expect(outcome(held, early, START + SINGLE_SIGNER_HOLD_MS - 1)).toBe("too_soon");
    expect(outcome(held, early, START + SINGLE_SIGNER_HOLD_MS)).toMatchObject({ status: "approved" });
  });
});

describe("an edit", () => {
  test("is an approval of what was edited, as the next version", () => {
    const on = pending();
    const held = carriedOut(on, deciding(on, editing(on, { undoMs: 9_000 })));
    expect(held).toMatchObject({
      status: "held",
      version: 2,
      digest: aDigest("edited"),
      releaseAt: START + 1_000 + 9_000,
      decision: { type: "edit", by: [ADA], reason: WRONG },
      signatures: [{ by: ADA, version: 2, digest: aDigest("edited"), type: "edit" }],
    });
  });

  test("that its editor took back is still reported as an edit when another approves it", () => {
    const on = pending();
    const undone = carriedOut(carriedOut(on, deciding(on, editing(on))), { type: "undo", by: ADA });
    expect(undone).toMatchObject({ status: "pending", version: 2, signatures: [] });
    const approved = carriedOut(undone, deciding(undone, approve, { id: BEN }));
    expect(approved).toMatchObject({ digest: aDigest("edited"), decision: { type: "edit", by: [BEN] } });
  });

  test.each(["auto", "audit"] as const)(
    "never passes the person who is looking, though policy would let it run: %s",
    (treatment) => {
      const on = pending({ treatment: "confirm" });
      expect(carriedOut(on, deciding(on, editing(on, { treatment })))).toMatchObject({ status: "held", treatment: "review" });
    },
  );

  test("into something that needs two people waits for the second", () => {
    const on = pending();
    const edited = carriedOut(on, deciding(on, editing(on, { treatment: "two_person" })));
    expect(edited).toMatchObject({ status: "pending", treatment: "two_person", signatures: [{ by: ADA, type: "edit" }] });
    expect(outcome(on, deciding(on, editing(on, { treatment: "two_person" }), { id: OWNER }))).toBe("separation_of_duties");
    expect(outcome(on, deciding(on, editing(on, { treatment: "two_person" }), { act: "key" }))).toBe("act_required");
    expect(outcome(on, deciding(on, editing(on, { treatment: "two_person" }), { freshSignIn: false }))).toBe("stale_sign_in");
  });

  test("keeps what is regulated", () => {
    const on = pending({ regulated: true });
    expect(carriedOut(on, deciding(on, editing(on, { regulated: false }))).regulated).toBe(true);
    expect(outcome(on, deciding(on, editing(on, { regulated: false }), { freshSignIn: false }))).toBe("stale_sign_in");
  });

  test.each([
    ["policy blocks the result", { treatment: "block" }, "blocked_now"],
    ["it changes nothing", { digest: pending().digest }, "decision_not_allowed"],
    ["it was made on another version", { version: 3 }, "stale"],
    ["it would overwrite the version in force", { version: 1 }, "stale"],
  ] as const)("is refused when %s", (_, to, code) => {
    const on = pending();
    expect(outcome(on, deciding(on, editing(on, to)))).toBe(code);
  });

  test("is refused without a reason", () => {
    const on = pending();
    expect(outcome(on, deciding(on, editing(on, {}, null)))).toBe("reason_required");
  });

  test("takes the facts of its version and nothing else of a wider object", () => {
    const on = pending();
    const wide = editing(on);
    const after = carriedOut(on, deciding(on, { ...wide, to: { ...wide.to, ...{ status: "approved", expiresAt: 0 } } }));
    expect(after).toMatchObject({ status: "held", expiresAt: on.expiresAt });
  });
});
