import { expect, test } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE } from "../../../test/context";
import { toQueueRow } from "../../contract/queue-view";
import { FETCHED_WITHIN_MS, isOverdue } from "../../domain/undelivered";
import type { AgentActor, PersonActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import type { ProposeInput } from "../propose-input";
import { runDueWork } from "../run-due-work";
import type { DecideInput } from "./decide-proposal";
import { decideProposal } from "./decide-proposal";
import { takeLease } from "./lease";
import { releaseNow, renewApproval } from "./release";

const OPEN_MS = 10_000;
const FIVE_MINUTES_MS = 300_000;
const DAY_MS = 86_400_000;

const DELETION: ProposeInput = { action: { name: "file.delete", arguments: { path: "exports/may.csv" } }, kind: "file" };
const PICKED = { type: "match", value: "exports/may.csv" } as const;
const SWITCH: ProposeInput = { action: { name: "billing.plan.switch", arguments: { plan: "pro" } }, kind: "record" };

/** What was approved by these people and fetched by nobody for a day. */
async function lapsed(input: ProposeInput, act: DecideInput["act"], signers: number) {
  const ctx = await aContext();
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "tidier" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const agent: AgentActor = {
    ...{ type: "agent", agentId, agentName: "tidier", keyId: key.id },
    ...{ scopes: new Set(["propose"]), ownerId: null },
  };
  const { found } = await propose(ctx, agent, input, { idempotencyKey: null, raw: null });
  const { id, version, digest, treatment } = found.record.state;
  const people: PersonActor[] = [];
  for (let signer = 0; signer < signers; signer += 1) {
    const person = await aPerson(ctx, "reviewer");
    await takeLease(ctx, person, { proposal: id, version });
    ctx.pass(OPEN_MS);
    await decideProposal(ctx, person, { proposal: id, version, digest, decision: { type: "approve" }, act });
    people.push(person);
  }
  const [person] = people;
  if (person === undefined) throw new Error("somebody signed it");
  await releaseNow(ctx, people.at(-1) ?? person, { proposal: id });
  ctx.pass(DAY_MS);
  await runDueWork(ctx);
  const signedIn = (msAgo: number): PersonActor => ({ ...person, authenticatedAt: ctx.clock() - msAgo });
  const renewals = async (): Promise<number> =>
    (await ctx.store.read.ledgerOf(id)).filter(({ type }) => type === "proposal.renewed").length;
  return { ctx, id, treatment, person, signedIn, renewals };
}

test("what two people signed is renewed with a sign-in of five minutes and no longer, and nothing is written without one", async () => {
  const { ctx, id, treatment, person, signedIn, renewals } = await lapsed(DELETION, PICKED, 2);
  expect(treatment).toBe("two_person");
  for (const by of [person, signedIn(FIVE_MINUTES_MS + 1)]) {
    expect(await codeOf(renewApproval(ctx, by, { proposal: id }))).toBe("stale_sign_in");
    expect(await renewals()).toBe(0);
  }
  expect(await codeOf(renewApproval(ctx, signedIn(FIVE_MINUTES_MS), { proposal: id }))).toBe("accepted");
  expect(await renewals()).toBe(1);
});

test("what one person approved is renewed with the session that is open", async () => {
  const { ctx, id, treatment, person } = await lapsed(SWITCH, { type: "hold" }, 1);
  expect(treatment).not.toBe("two_person");
  expect(await codeOf(renewApproval(ctx, person, { proposal: id }))).toBe("accepted");
});

test("what was renewed is overdue a minute after that, however long ago it was released", async () => {
  const { ctx, id, person } = await lapsed(SWITCH, { type: "hold" }, 1);
  const { row } = await renewApproval(ctx, person, { proposal: id });
  const overdue = async () => [
    isOverdue(toQueueRow(row, new Map()), ctx.clock()),
    (await ctx.store.read.undelivered(ctx.clock() - FETCHED_WITHIN_MS, 10)) === 1,
  ];
  ctx.pass(FETCHED_WITHIN_MS - 1);
  expect(await overdue()).toEqual([false, false]);
  ctx.pass(1);
  expect(await overdue()).toEqual([true, true]);
});
