import { expect, test } from "vitest";
import { aContext, aPerson, codeOf, COMMAND_LINE } from "../../../test/context";
import type { AgentActor, PersonActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import type { DecideInput } from "./decide-proposal";
import { decideProposal } from "./decide-proposal";
import { takeLease } from "./lease";

const OPEN_MS = 10_000;
const FIVE_MINUTES_MS = 300_000;
const REASON = { code: "wrong_record", text: null };

/** A deletion that two people sign by picking a value, and somebody who signs what they were shown. */
async function aDeletion() {
  const ctx = await aContext();
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "tidier" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const scopes = new Set(["propose"]);
  const agent: AgentActor = { type: "agent", agentId, agentName: "tidier", keyId: key.id, scopes, ownerId: null };
  const action = { name: "file.delete", arguments: { path: "exports/may.csv" } };
  const { found } = await propose(ctx, agent, { action, kind: "file" }, { idempotencyKey: null, raw: null });
  const { id, version, digest, treatment } = found.record.state;
  expect(treatment).toBe("two_person");
  const decide = async (person: PersonActor, decision: DecideInput["decision"], act: DecideInput["act"]): Promise<string> => {
    await takeLease(ctx, person, { proposal: id, version }).catch(() => undefined);
    ctx.pass(OPEN_MS);
    return codeOf(decideProposal(ctx, person, { proposal: id, version, digest, decision, act }));
  };
  const slips = async (): Promise<number> =>
    (await ctx.store.read.ledgerOf(id)).filter(({ type }) => type === "review.slip_caught").length;
  return { ctx, id, decide, slips };
}

test("each wrong pick is refused, recorded and closes the card, however often the same person picks wrong", async () => {
  const { ctx, id, decide, slips } = await aDeletion();
  const ada = await aPerson(ctx, "reviewer");
  for (let pick = 1; pick <= 3; pick += 1) {
    expect(await decide(ada, { type: "approve" }, { type: "match", value: "exports/june.csv" })).toBe("wrong_match");
    expect(await slips()).toBe(pick);
    expect(await ctx.store.read.leases([id], ctx.clock())).toEqual([]);
  }
});

test("a pick that an edit has overtaken is stale, and no slip of whoever picked it", async () => {
  const { ctx, decide, slips } = await aDeletion();
  const [ada, ben] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
  const edit = { type: "edit", arguments: { path: "exports/june.csv" }, reason: REASON } as const;
  expect(await decide(ben, edit, { type: "alternative" })).toBe("accepted");
  expect(await decide(ada, { type: "approve" }, { type: "match", value: "exports/may.csv" })).toBe("stale");
  expect(await slips()).toBe(0);
});

test("a signature takes a sign-in of five minutes and no longer, whatever was picked, and too old a one is no slip", async () => {
  const { ctx, decide, slips } = await aDeletion();
  const [ada, ben] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
  const signedIn = ctx.clock();
  ctx.pass(FIVE_MINUTES_MS - OPEN_MS);
  expect(await decide(ada, { type: "approve" }, { type: "match", value: "exports/may.csv" })).toBe("accepted");
  expect(ctx.clock() - signedIn).toBe(FIVE_MINUTES_MS);
  for (const value of ["exports/may.csv", "exports/june.csv"])
    expect(await decide(ben, { type: "approve" }, { type: "match", value })).toBe("stale_sign_in");
  expect(await slips()).toBe(0);
  const again = { ...ben, authenticatedAt: ctx.clock() };
  expect(await decide(again, { type: "approve" }, { type: "match", value: "exports/may.csv" })).toBe("accepted");
});
