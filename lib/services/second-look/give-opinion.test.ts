import { describe, expect, it } from "vitest";

import { aPerson, codeOf, ledgerTypes, type TestContext } from "../../../test/context";
import { decide, decided, doubling, REASON } from "../../../test/doubling";
import { toCardDetail, toProposalDetail } from "../../contract/card-view";
import { toQueueRow } from "../../contract/queue-view";
import type { ProposalId } from "../../domain/ids";
import type { PersonActor } from "../actor";
import { readLedger } from "../ledger/read-ledger";
import { readDisagreements } from "../measure/read-disagreements";
import { getProposal } from "../read-proposal";
import { redeem } from "../redeem";
import { setDoublePercent } from "../settings/double-share";
import { setSwitch } from "../settings/switches";
import { comment, readComments } from "../triage/comments";
import { readCard, readProposalPage } from "../triage/read-card";
import { readHistory, readQueue } from "../triage/read-queue";

const keep = (options: readonly string[]) => [...options];
const secondLook = { queue: "second_look", sort: "stake", after: null, limit: 50 } as const;

/** Everything that a person can read of it, with what is its own taken out. */
async function everythingSeen(ctx: TestContext, person: PersonActor, id: ProposalId): Promise<string> {
  const { rows, names } = await readQueue(ctx, person, secondLook);
  const history = await readHistory(ctx, person, {}, null, 50);
  const seen = {
    rows: [...rows, ...history.rows].filter((row) => row.id === id).map((row) => toQueueRow(row, names)),
    card: toCardDetail(await readCard(ctx, person, id), keep),
    page: toProposalDetail(await readProposalPage(ctx, person, id), keep),
    comments: (await readComments(ctx, person, id)).comments,
  };
  return JSON.stringify({ ...seen, page: { ...seen.page, timeline: seen.page.timeline.map(({ says }) => says) } })
    .replaceAll(id, "prp")
    .replaceAll(/agt_\w+|sha256:\w+|"alike":"\w+"/gu, "")
    .replaceAll(/"revision":\d+/gu, '"revision":0');
}

describe("a quick decision that is drawn", () => {
  it("waits for a second opinion, of which whoever is asked cannot tell how it was decided, while its agent runs it or not", async () => {
    const seen: string[] = [];
    for (const approve of [true, false]) {
      const { ctx, agent, first, second } = await doubling(2);
      const id = await decided(ctx, agent, first, approve);
      await comment(ctx, first, { proposal: id, text: "I know this customer" });
      const { record } = await getProposal(ctx, agent, id, { recordDelivery: true });
      expect(record.state.status).toBe(approve ? "approved" : "rejected");
      if (approve) await redeem(ctx, agent, id, record.receipt ?? "");
      seen.push(await everythingSeen(ctx, second, id));
      const { rows } = await readLedger(ctx, second, { before: null, limit: 100, type: null });
      expect(rows.filter((row) => !row.withheld && "type" in row && row.type === "proposal.decided")).toEqual([]);
      for (const status of ["approved", "rejected"] as const) {
        expect((await readHistory(ctx, second, { statuses: [status] }, null, 50)).rows).toEqual([]);
      }
      expect(await ctx.store.read.draw(id)).toMatchObject({ purpose: "double", rate: 1, settledAt: null });
    }
    expect(seen[0]).toBe(seen[1]);
    expect(seen[0]).toContain('"look":"double"');
    expect(seen[0]).not.toContain("this customer");
  });

  it("stays what it was to whoever decided it, who is not asked", async () => {
    const { ctx, agent, first } = await doubling(2);
    const id = await decided(ctx, agent, first, true);
    const card = toCardDetail(await readCard(ctx, first, id), keep);
    expect(card.row).toMatchObject({ status: "approved", look: null });
    expect(card.cannotSign).toContain("you have decided this");
    expect(await codeOf(decide(ctx, first, id, false))).toBe("forbidden");
  });

  it("is shown to an auditor as it is, who gives no opinion", async () => {
    const { ctx, agent, first } = await doubling(2);
    const id = await decided(ctx, agent, first, true);
    const auditor = await aPerson(ctx, "auditor");
    expect(toCardDetail(await readCard(ctx, auditor, id), keep).row).toMatchObject({ status: "approved", look: null });
    expect(await codeOf(decide(ctx, auditor, id, true))).toBe("forbidden");
  });

  it.each([
    ["where the switch is off", { off: true }],
    ["that nobody can have read", { activeMs: 200 }],
    ["where nobody else could be asked", { alone: true }],
  ])(
    "is none %s",
    async (_, { off = false, activeMs = 9_000, alone = false }: { off?: boolean; activeMs?: number; alone?: boolean }) => {
      const { ctx, admin, agent, first } = await doubling(alone ? 0 : 2);
      if (off) await setSwitch(ctx, admin, { name: "doubles", on: false });
      const id = await decided(ctx, agent, first, true, activeMs);
      expect(await ctx.store.read.draw(id)).toBeNull();
    },
  );

  it("is drawn at the share that an admin set, which only an admin sets", async () => {
    const { ctx, admin, agent, first } = await doubling(2, 50);
    const ids: ProposalId[] = [];
    for (let one = 0; one < 60; one += 1) ids.push(await decided(ctx, agent, first, true));
    const draws = await Promise.all(ids.map((id) => ctx.store.read.draw(id)));
    const drawn = draws.filter((draw) => draw !== null);
    expect(drawn.every(({ rate }) => rate === 0.5)).toBe(true);
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.length).toBeLessThan(50);
    expect(await codeOf(setDoublePercent(ctx, first, { percent: 10 }))).toBe("forbidden");
    for (const percent of [0, 101, 2.5]) expect(await codeOf(setDoublePercent(ctx, admin, { percent }))).toBe("invalid_request");
  });
});

describe("a second opinion", () => {
  it("that agrees ends it, says who was right and changes nothing", async () => {
    const { ctx, agent, first, second } = await doubling(2);
    const id = await decided(ctx, agent, first, true);
    const label = await ctx.store.read.label(id);
    const told = await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100);
    expect(await decide(ctx, second, id, true)).toMatchObject({ outcome: "looked", row: { queue: "waiting" } });
    expect(await ctx.store.read.draw(id)).toMatchObject({ verdict: "fine" });
    expect((await ledgerTypes(ctx)).slice(-3)).toEqual(["look.drawn", "look.given", "look.settled"]);
    expect(await ctx.store.read.label(id)).toEqual(label);
    expect(await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100)).toEqual(told);
    expect(toCardDetail(await readCard(ctx, second, id), keep).row).toMatchObject({ status: "approved", look: null });
  });

  it("that disagrees goes to a third person, as blind as the second", async () => {
    const { ctx, admin, agent, first, second } = await doubling(2);
    const id = await decided(ctx, agent, first, true);
    await decide(ctx, second, id, false);
    expect(await ctx.store.read.draw(id)).toMatchObject({ settledAt: null });
    expect((await readCard(ctx, second, id)).cannotSign).toContain("you have said");
    expect(await codeOf(decide(ctx, second, id, false))).toBe("forbidden");
    const seen = await everythingSeen(ctx, admin, id);
    expect(seen).not.toContain("another customer");
    expect(seen).not.toContain("would reject");
    expect(await readDisagreements(ctx, admin, { days: 30 })).toEqual([]);
    await decide(ctx, admin, id, false);
    const against = { verdict: "wrong", reason: REASON };
    expect(await readDisagreements(ctx, second, { days: 30 })).toMatchObject([
      { id, first: { verdict: "fine", reason: null }, second: against, third: against, verdict: "wrong" },
    ]);
    expect(await ctx.store.read.draw(id)).toMatchObject({ verdict: "wrong" });
    expect(await ctx.store.read.label(id)).toMatchObject({ verdict: "wrong", because: "overturned", missed: true });
    expect(await ctx.store.read.findings(id)).toMatchObject([{ kind: "second_look", text: "another customer" }]);
  });

  it("of the majority turns a rejection into the reviewer’s error, not the agent’s, and lets nothing run", async () => {
    const { ctx, admin, agent, first, second } = await doubling(2);
    const id = await decided(ctx, agent, first, false);
    expect(await ctx.store.read.label(id)).toMatchObject({ verdict: "wrong", because: "rejected" });
    await decide(ctx, second, id, true);
    await decide(ctx, admin, id, true);
    expect(await ctx.store.read.label(id)).toMatchObject({ verdict: "right", because: "reject_overturned" });
    expect(await ctx.store.read.findings(id)).toEqual([]);
    const { record } = await getProposal(ctx, agent, id, { recordDelivery: true });
    expect([record.state.status, record.receipt]).toEqual(["rejected", null]);
    const [cell] = await ctx.store.read.cells(10);
    expect(cell?.cell).toMatchObject({ checked: 1, bad: 0 });
  });

  it("stays without a majority where no third person is there, and the first decision keeps its label", async () => {
    const { ctx, admin, agent, first } = await doubling(1);
    const id = await decided(ctx, agent, first, false);
    await decide(ctx, admin, id, true);
    expect(await ctx.store.read.draw(id)).toMatchObject({ verdict: null });
    expect((await ctx.store.read.draw(id))?.settledAt).not.toBeNull();
    expect(await ctx.store.read.label(id)).toMatchObject({ verdict: "wrong", because: "rejected" });
    expect((await readQueue(ctx, admin, secondLook)).rows).toEqual([]);
  });

  it("that cannot have been read is kept, and another person is asked", async () => {
    const { ctx, admin, agent, first, second } = await doubling(2);
    const id = await decided(ctx, agent, first, true);
    await decide(ctx, second, id, false, 200);
    expect(await ctx.store.read.looks(id)).toMatchObject([{ verdict: "wrong", tooFast: true }]);
    await decide(ctx, admin, id, true);
    expect(await ctx.store.read.draw(id)).toMatchObject({ verdict: "fine" });
  });
});
