import { expect, it } from "vitest";

import { codeOf } from "../../../test/context";
import { decide, decided, doubling } from "../../../test/doubling";
import type { DecisionType } from "../../domain/words";
import { seedCanary } from "../canary/seed-canary";
import { propose } from "../propose";
import { setSwitch } from "../settings/switches";
import { decideProposal } from "./decide-proposal";
import { readEarlier } from "./read-earlier";
import { releaseNow } from "./release";

/** A workspace without second opinions at first; `card` proposes a note that is like the others, a second later. */
async function working() {
  const given = await doubling(2);
  const { ctx, admin, agent, first } = given;
  const doubles = (on: boolean) => setSwitch(ctx, admin, { name: "doubles", on });
  await doubles(false);
  const proposed = async (name = "crm.note") => {
    const input = { action: { name, arguments: { text: "called back" } }, decisions: ["approve" as const, "answer" as const] };
    return (await propose(ctx, agent, input, { idempotencyKey: null, raw: null })).found.record.state;
  };
  const answered = async () => {
    const { id, version, digest } = await proposed();
    const shown = { proposal: id, version, digest, act: { type: "key" } } as const;
    await decideProposal(ctx, first, { ...shown, decision: { type: "answer", answer: "ask them first" } });
    await releaseNow(ctx, first, { proposal: id });
  };
  const card = async (name?: string) => {
    ctx.pass(1_000);
    return (await proposed(name)).id;
  };
  return { ...given, doubles, proposed, answered, card };
}

const NONE = { approved: 0, edited: 0, rejected: 0, answered: 0, rows: [] };

it("tells how people decided what the same agent proposed under the same name, the newest three", async () => {
  const { ctx, agent, first, answered, card } = await working();
  for (const approve of [true, true, false]) {
    await decided(ctx, agent, first, approve);
    ctx.pass(1_000);
  }
  await answered();
  const earlier = await readEarlier(ctx, first, await card());
  expect(earlier).toMatchObject({ looked: 4, approved: 2, edited: 0, rejected: 1, answered: 1 });
  const types = earlier.rows.map(({ state }): DecisionType | undefined => state.decision?.type);
  expect(types).toEqual(["answer", "reject", "approve"]);
  expect(await readEarlier(ctx, first, await card("crm.update"))).toMatchObject(NONE);
});

it("tells nothing of what waits, can still be undone, is a test, or is judged by somebody else just now", async () => {
  const { ctx, agent, first, second, doubles, proposed, card } = await working();
  await proposed();
  const held = (await proposed()).id;
  expect((await decide(ctx, first, held, true)).outcome).toBe("held");
  await doubles(true);
  await decided(ctx, agent, first, true);
  expect(await readEarlier(ctx, second, await card())).toMatchObject({ looked: 3, ...NONE });
});

it("tells nothing of a test that was decided", async () => {
  const { ctx, agent, first, card } = await working();
  await decided(ctx, agent, first, true);
  const test = await seedCanary(ctx, 0);
  if (test === null) throw new Error("a test can be made of a note");
  ctx.pass(12_000);
  await decide(ctx, first, test.proposalId, false);
  expect(await readEarlier(ctx, first, await card())).toMatchObject({ looked: 1, approved: 1, rejected: 0 });
});

it("tells nothing of what came after the card: it may have been proposed because of how that one was decided", async () => {
  const { ctx, agent, first, card } = await working();
  const id = await card();
  ctx.pass(1_000);
  await decided(ctx, agent, first, true);
  expect(await readEarlier(ctx, first, id)).toMatchObject({ looked: 0, ...NONE });
  expect(await codeOf(readEarlier(ctx, first, "prp_none"))).toBe("not_found");
});
