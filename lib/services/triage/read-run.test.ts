import { expect, it } from "vitest";

import { codeOf } from "../../../test/context";
import { decide, doubling } from "../../../test/doubling";
import { toRunSteps } from "../../contract/queue-view";
import { seedCanary } from "../canary/seed-canary";
import { propose } from "../propose";
import { setSwitch } from "../settings/switches";
import { readCard } from "./read-card";
import { readRun } from "./read-run";
import { releaseNow } from "./release";

/** A workspace without second opinions at first; `step` proposes one note of a run, a second after the last. */
async function running() {
  const given = await doubling(2);
  const { ctx, admin, agent, first } = given;
  const doubles = (on: boolean) => setSwitch(ctx, admin, { name: "doubles", on });
  await doubles(false);
  const step = async (id: string | null) => {
    ctx.pass(1_000);
    // Each of its own: what was tried before and refused takes more than a key.
    const action = { name: "crm.note", arguments: { text: `called back, note ${String(ctx.clock())}` } };
    const run = id === null ? {} : { run: { id } };
    return (await propose(ctx, agent, { action, ...run }, { idempotencyKey: null, raw: null })).found.record.state.id;
  };
  const decided = async (id: Awaited<ReturnType<typeof step>>, approve: boolean) => {
    await decide(ctx, first, id, approve);
    await releaseNow(ctx, first, { proposal: id });
    return id;
  };
  const told = async (id: string, by = first) => toRunSteps(await readRun(ctx, by, id));
  return { ...given, doubles, step, decided, told };
}

it("tells what the run asked for before, in that order, and what became of each", async () => {
  const { ctx, first, step, decided, told } = await running();
  const [rejected, held, waiting] = [await decided(await step("one"), false), await step("one"), await step("one")];
  await decide(ctx, first, held, true);
  await step("another");
  const last = await step("one");
  await step("one");
  const { steps, more } = await told(last);
  expect(steps.map(({ id, outcome }) => [id, outcome])).toEqual([
    [rejected, "rejected"],
    [held, "held"],
    [waiting, "waiting"],
  ]);
  expect(more).toBe(false);
  expect((await readCard(ctx, first, last)).stepsBefore).toBe(3);
});

it("tells the last five of a long run, and that there are more", async () => {
  const { ctx, first, step, told } = await running();
  const all = [];
  for (let number = 0; number < 8; number += 1) all.push(await step("long"));
  const last = all.at(-1) ?? "";
  expect((await told(last)).steps.map(({ id }) => id)).toEqual(all.slice(2, 7));
  expect(await told(last)).toMatchObject({ more: true });
  expect((await readCard(ctx, first, last)).stepsBefore).toBe(6);
});

it("tells nothing of what names no run, and knows no proposal that is none", async () => {
  const { ctx, first, step, told } = await running();
  await step(null);
  expect(await told(await step(null))).toEqual({ steps: [], more: false });
  expect(await codeOf(readRun(ctx, first, "prp_none"))).toBe("not_found");
});

it("keeps how a step was decided from whoever is still to judge it for themselves", async () => {
  const { first, second, doubles, step, decided, told } = await running();
  await doubles(true);
  await decided(await step("blind"), false);
  const last = await step("blind");
  const [own, others] = [await told(last, first), await told(last, second)];
  expect(own.steps.map(({ outcome }) => outcome)).toEqual(["rejected"]);
  expect(others.steps.map(({ outcome }) => outcome)).not.toContain("rejected");
});

it("a test of the reviewers stands in its run where what it was made from stood, and in nobody’s way", async () => {
  const { ctx, first, step, decided, told } = await running();
  const earlier = await step("run");
  await decided(await step("run"), true);
  ctx.pass(1_000);
  const test = await seedCanary(ctx, 0);
  if (test === null) throw new Error("a test can be made of a note");
  expect((await told(test.proposalId)).steps.map(({ id }) => id)).toEqual([earlier]);
  ctx.pass(12_000);
  expect((await told(await step("run"))).steps.map(({ id }) => id)).not.toContain(test.proposalId);
  expect((await readCard(ctx, first, test.proposalId)).stepsBefore).toBe(1);
});
