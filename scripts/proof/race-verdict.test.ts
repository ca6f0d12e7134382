import { describe, expect, test } from "vitest";
import type { LedgerRow } from "../../db/store/types";
import { aContext } from "../../test/context";
import { History } from "./linearizable";
import type { Asked, Told } from "./proposal-register";
import type { Arena } from "./race-arena";
import { decide, look } from "./race-arena";
import { approvalsOf, faultsOf } from "./race-verdict";
import { Random } from "../demo/random";
import { propose } from "../../lib/services/propose";
import { runDueWork } from "../../lib/services/run-due-work";
import { agentNamed, reviewer } from "./workspace";

const UNDO_MS = 60_000;

/** A deletion that two people signed and that reached its agent, with what they were told and what was recorded. */
async function signedByTwo() {
  const ctx = await aContext();
  const [ada, ben, owner] = [await reviewer(ctx), await reviewer(ctx), await reviewer(ctx)];
  const agent = { ...(await agentNamed(ctx, "races")), ownerId: owner.personId };
  const arena: Arena = {
    servers: [ctx],
    agent,
    owner,
    people: [ada, ben],
    random: new Random(1),
    turn: () => Promise.resolve(),
    pass: ctx.pass,
  };
  const action = { name: "file.delete", arguments: { path: "exports/may.csv" } };
  const { found } = await propose(ctx, agent, { action, kind: "file" }, { idempotencyKey: null, raw: null });
  const { state } = found.record;
  const history = new History<Asked, Told>();
  for (const person of [ada, ben])
    await decide(arena, history, person, { shown: state, type: "approve", edited: { type: "approve" } });
  ctx.pass(UNDO_MS);
  await history.record({ type: "due" }, () => runDueWork(ctx).then(() => ({ code: "accepted" })));
  await look(ctx, history, state.id);
  const rules = { signatures: 2 as const, owner: owner.personId };
  return { rules, calls: history.calls, rows: await ctx.store.read.ledgerOf(state.id), ada, ben, owner };
}

/** The record as a fault would have left it: one id in the place of another. */
function forged(rows: readonly LedgerRow[], type: string, from: string, to: string): readonly LedgerRow[] {
  return rows.map((row) => (row.type === type ? { ...row, entry: row.entry.replaceAll(from, to) } : row));
}

describe("the verdict on a proposal", () => {
  test("finds nothing wrong where the record and the answers agree", async () => {
    const { rules, calls, rows, ada, ben } = await signedByTwo();
    expect(faultsOf(calls, rows, rules)).toEqual([]);
    expect(approvalsOf(rows)).toEqual([{ signers: [ada.personId, ben.personId] }]);
  });

  test("finds an approval that one person signed twice, that its agent's owner signed, or whose signature is of another version", async () => {
    const { rules, calls, rows, ada, ben, owner } = await signedByTwo();
    const fault = "approved without the people it needs";
    expect(faultsOf(calls, forged(rows, "proposal.decided", ben.personId, ada.personId), rules)).toContain(fault);
    expect(faultsOf(calls, forged(rows, "proposal.decided", ben.personId, owner.personId), rules)).toContain(fault);
    expect(faultsOf(calls, forged(rows, "proposal.signed", '"version":1', '"version":2'), rules)).toContain(fault);
  });

  test("finds what is recorded twice, what is not recorded, and answers that no order explains", async () => {
    const { rules, calls, rows } = await signedByTwo();
    const decided = "the decisions that people were told of are not those recorded";
    expect(faultsOf(calls, [...rows, ...rows], rules)).toEqual(expect.arrayContaining(["ended 2 times", decided]));
    expect(
      faultsOf(
        calls,
        rows.filter(({ type }) => type !== "proposal.decided"),
        rules,
      ),
    ).toContain(decided);
    expect(faultsOf(calls.slice(1), rows, rules)).toContain("no order of the calls explains what they were told");
  });
});
