import { expect, test } from "vitest";

import { codeOf } from "../../../test/context";
import { decide, doubling } from "../../../test/doubling";
import { ASK_AGENT } from "../../domain/question";
import { propose } from "../propose";
import { getProposal } from "../read-proposal";
import { decideProposal } from "./decide-proposal";
import { giveReason } from "./give-reason";
import { releaseNow } from "./release";

const NOTE = { action: { name: "crm.note", arguments: { text: "called back" } } };
const QUESTION = { code: ASK_AGENT, text: "Which of the two customers?" };
const WRONG = { code: "wrong_value", text: null };

/** Everybody looks at everything, and every quick decision would get a second opinion. */
async function aNote() {
  const { ctx, agent, first, second } = await doubling(2);
  const { record, version } = (await propose(ctx, agent, NOTE, { idempotencyKey: null, raw: null })).found;
  const { id, digest, agentId, actionName } = record.state;
  const reject = (reason: typeof QUESTION | typeof WRONG) =>
    decideProposal(ctx, first, {
      ...{ proposal: id, version: version.version, digest, act: { type: "key" } },
      decision: { type: "reject", reason },
      measured: { activeMs: 9_000, device: "keyboard" },
    });
  const counted = async () => ({
    label: await ctx.store.read.label(id),
    cells: (await ctx.store.read.cells(10)).map(({ cell }) => [cell.checked, cell.bad]),
    draw: await ctx.store.read.draw(id),
    observations: await ctx.store.read.observation(agentId, actionName, (await ctx.store.read.label(id))?.fingerprint ?? ""),
  });
  return { ctx, agent, first, second, id, reject, counted };
}

test("a question reaches its agent with the person's words, and counts for nothing and against nobody", async () => {
  const { ctx, agent, first, id, reject, counted } = await aNote();
  await reject(QUESTION);
  await releaseNow(ctx, first, { proposal: id });
  const { record } = await getProposal(ctx, agent, id, { recordDelivery: true });
  expect(record.state).toMatchObject({ status: "rejected", decision: { type: "reject", reason: QUESTION } });
  const { label, cells, draw, observations } = await counted();
  expect(label).toMatchObject({ verdict: "unknown", because: "asked" });
  expect(cells).toEqual([[0, 0]]);
  expect(draw).toBeNull();
  expect(observations).toMatchObject({ looked: 0, wrong: 0 });
});

test("a rejection becomes a question, or a question a rejection, while it can be undone", async () => {
  const { ctx, first, id, reject, counted } = await aNote();
  await reject(QUESTION);
  await giveReason(ctx, first, { proposal: id, reason: WRONG });
  await giveReason(ctx, first, { proposal: id, reason: QUESTION });
  await releaseNow(ctx, first, { proposal: id });
  expect((await counted()).label).toMatchObject({ verdict: "unknown", because: "asked" });
});

test("a second opinion asks nobody: what is to be said of it is said without the agent", async () => {
  const { ctx, first, second, id, reject } = await aNote();
  await reject(WRONG);
  await releaseNow(ctx, first, { proposal: id });
  const found = await ctx.store.read.proposal(id);
  const { version = 0, digest = "" } = found?.record.state ?? {};
  const look = decideProposal(ctx, second, {
    ...{ proposal: id, version, digest, act: { type: "key" } },
    decision: { type: "reject", reason: QUESTION },
  });
  expect(await codeOf(look)).toBe("decision_not_allowed");
  expect(await codeOf(decide(ctx, second, id, false))).toBe("accepted");
});
