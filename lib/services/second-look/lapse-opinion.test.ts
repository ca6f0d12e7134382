import { describe, expect, it } from "vitest";

import { codeOf } from "../../../test/context";
import { decide, decided, doubling } from "../../../test/doubling";
import { toCardDetail } from "../../contract/card-view";
import { DOUBLE_OPEN_MS } from "../../domain/second-opinion";
import { readDisagreements } from "../measure/read-disagreements";
import { runDueWork } from "../run-due-work";
import { readCard } from "../triage/read-card";
import { readQueue } from "../triage/read-queue";
import { lapseOpinion } from "./lapse-opinion";

const keep = (options: readonly string[]) => [...options];
const secondLook = { queue: "second_look", sort: "stake", after: null, limit: 50 } as const;

describe("a second opinion that nobody gives in its time", () => {
  it("ends: the decision keeps its label, everybody sees what became of it, and a later one is refused", async () => {
    const { ctx, agent, first, second } = await doubling(2);
    const id = await decided(ctx, agent, first, true);
    const label = await ctx.store.read.label(id);
    ctx.pass(DOUBLE_OPEN_MS - 1);
    const { nextAt } = await runDueWork(ctx);
    const told = await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100);
    expect([nextAt, (await ctx.store.read.draw(id))?.settledAt]).toEqual([ctx.clock() + 1, null]);
    ctx.pass(1);
    expect(await runDueWork(ctx)).toEqual({ nextAt: null });
    expect(await ctx.store.read.draw(id)).toMatchObject({ settledAt: ctx.clock(), verdict: null });
    expect(await ctx.store.read.label(id)).toEqual(label);
    expect(await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100)).toEqual(told);
    expect(toCardDetail(await readCard(ctx, second, id), keep).row).toMatchObject({ status: "approved", look: null });
    expect((await readQueue(ctx, second, secondLook)).rows).toEqual([]);
    expect(await codeOf(decide(ctx, second, id, false))).toBe("already_decided");
    const [settled] = (await ctx.store.read.ledgerBefore(null, 1, "look.settled")).map(({ entry }) => entry);
    expect(settled).toContain('"lapsed":true');
  });

  it("by a third person leaves the disagreement without a majority", async () => {
    const { ctx, admin, agent, first, second } = await doubling(2);
    const id = await decided(ctx, agent, first, false);
    await decide(ctx, second, id, true);
    ctx.pass(DOUBLE_OPEN_MS);
    await runDueWork(ctx);
    expect(await ctx.store.read.label(id)).toMatchObject({ verdict: "wrong", because: "rejected" });
    expect(await readDisagreements(ctx, admin, { days: 30 })).toMatchObject([{ id, third: null, verdict: null }]);
  });

  it("is ended once, however many processes find it due", async () => {
    const { ctx, agent, first } = await doubling(2);
    const id = await decided(ctx, agent, first, true);
    ctx.pass(DOUBLE_OPEN_MS);
    await Promise.all([lapseOpinion(ctx, id), lapseOpinion(ctx, id), runDueWork(ctx)]);
    expect(await ctx.store.read.ledgerBefore(null, 9, "look.settled")).toHaveLength(1);
  });
});
