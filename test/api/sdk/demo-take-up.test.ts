import { expect, test } from "vitest";

import { leftBehind, takeUp, withMemory } from "../../../scripts/demo/take-up";
import type { JsonObject, Proposal } from "../../../sdk/src/index";
import { anApi } from "../api-under-test";
import { clientOf } from "./client-of";
import { REFUND } from "./refund-desk";

const INPUT = withMemory({
  action: { name: "payment.refund", arguments: REFUND },
  kind: "payment",
  target: { system: "Stripe", environment: "production" },
});
const going = new AbortController().signal;

/** An agent of the demo that has proposed and stopped, its successor, and the person both wait for. */
async function aRestart() {
  const api = await anApi("the server's door");
  // Receipts are verified by the agent's own clock.
  api.ctx.pass(Date.now() - api.ctx.clock());
  const [agent, person] = [await api.agent(), await api.person("reviewer")];
  const [before, after] = [clientOf(api, agent), clientOf(api, agent)];
  const proposed = await before.propose(INPUT);
  const approve = async ({ id, version, digest }: Proposal): Promise<void> => {
    const json = { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" } };
    for (const [path, sent] of [
      ["/people/decide", json],
      ["/people/release", { proposal: id }],
    ] as const) {
      const answer = await api.send(path, { person, json: sent });
      if (!answer.ok) throw new Error(await answer.text());
    }
  };
  const ran: JsonObject[] = [];
  const run = (args: JsonObject): Promise<void> => {
    ran.push(args);
    return Promise.resolve();
  };
  const left = () => leftBehind(after, Date.now());
  return { before, after, proposed, approve, ran, run, left };
}

test("after a restart an agent waits for what it had proposed, runs it once and reports it", async () => {
  const { after, proposed, approve, ran, run, left } = await aRestart();
  const [waiting] = await left();
  expect(waiting?.id).toBe(proposed.id);
  const over = takeUp(after, waiting ?? proposed, run, going);
  await approve(proposed);
  expect(await over).toBe("ran");
  expect(ran).toEqual([REFUND]);
  expect(await after.get(proposed.id)).toMatchObject({ delivery: "succeeded" });
  expect(await left()).toEqual([]);
});

test("what was approved while it was away is taken up too", async () => {
  const { after, proposed, approve, ran, run, left } = await aRestart();
  await approve(proposed);
  const [approved] = await left();
  expect(approved).toMatchObject({ status: "approved", delivery: "waiting" });
  expect(await takeUp(after, approved ?? proposed, run, going)).toBe("ran");
  expect(ran).toEqual([REFUND]);
});

test("what it had redeemed is not run again, and its outcome is reported as unknown", async () => {
  const { before, after, proposed, approve, ran, run, left } = await aRestart();
  await approve(proposed);
  await before.redeem(proposed.id, (await before.get(proposed.id)).receipt ?? "");
  const [redeemed] = await left();
  expect(await takeUp(after, redeemed ?? proposed, run, going)).toBe("unknown");
  expect(ran).toEqual([]);
  expect(await after.get(proposed.id)).toMatchObject({ outcome: { status: "unknown" } });
});
