import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf } from "../../../test/context";
import { releaseNow } from "../triage/release";
import { undoDecision } from "../triage/undo-decision";
import { decideProposal } from "../triage/decide-proposal";
import { composeProposal } from "../compose";
import { insightsQuery } from "./insights-query";
import { readInsights } from "./read-insights";

async function working() {
  const ctx = await aContext();
  const [composer, reviewer, other, admin, auditor] = await Promise.all(
    (["reviewer", "reviewer", "reviewer", "admin", "auditor"] as const).map((role) => aPerson(ctx, role)),
  );
  if (composer === undefined || reviewer === undefined || other === undefined || admin === undefined || auditor === undefined) {
    throw new Error("five people were made");
  }
  const propose = async (ticket: string) => {
    const action = { name: "ticket.tag", arguments: { ticket, tag: "billing" } };
    const { found } = await composeProposal(ctx, composer, { action }, { key: null, raw: null });
    const { id, version, digest } = found.record.state;
    return { proposal: id, version, digest };
  };
  const approve = (shown: Awaited<ReturnType<typeof propose>>, by = reviewer) =>
    decideProposal(ctx, by, {
      ...{ ...shown, decision: { type: "approve" }, act: { type: "key" } },
      measured: { activeMs: 9_000, device: "keyboard" },
    });
  return { ctx, reviewer, other, admin, auditor, propose, approve };
}

describe("the figures of a window", () => {
  it("count decisions, and those that were taken back, by everybody or by one person", async () => {
    const { ctx, reviewer, other, admin, propose, approve } = await working();
    const [one, two] = [await propose("1"), await propose("2")];
    await approve(one);
    await undoDecision(ctx, reviewer, { proposal: one.proposal });
    await approve(one);
    await releaseNow(ctx, reviewer, { proposal: one.proposal });
    await approve(two, other);
    await releaseNow(ctx, other, { proposal: two.proposal });
    const outputOf = async (person?: string) => {
      const { pairs } = await readInsights(ctx, admin, insightsQuery({ person }));
      return pairs.find(({ id }) => id === "output")?.figures;
    };
    expect(await outputOf()).toMatchObject([{ value: 400 }, { count: 1, of: 3 }]);
    expect(await outputOf(reviewer.personId)).toMatchObject([{ value: 400 }, { count: 1, of: 2 }]);
    expect(await outputOf(other.personId)).toMatchObject([{ value: 400 }, { count: 0, of: 1 }]);
  });

  it("tell what all reviewers catch of tests, and how far they agree, to admins and auditors, and what one catches to that one", async () => {
    const { ctx, reviewer, other, admin, auditor, propose } = await working();
    const [source, made] = [await propose("1"), await propose("2")];
    await ctx.store.transact(function* (tx) {
      yield* tx.insertCanary({
        ...{ proposalId: made.proposal, sourceId: source.proposal, kind: "tool", mutation: "other_tag", wrong: "another tag" },
        ...{ at: ctx.clock(), decidedAt: null, decidedBy: null, outcome: null },
      });
      yield* tx.endCanary(made.proposal, { at: ctx.clock(), by: reviewer.personId, outcome: "caught" });
      return { result: null, unchanged: true };
    });
    const seen = async (actor: typeof reviewer, person?: string) => {
      const { pairs, panels, testsWithheld } = await readInsights(ctx, actor, insightsQuery({ person }));
      const caught = pairs.find(({ id }) => id === "pace")?.figures[1];
      const shown = (panel: string) => panels.some(({ id }) => id === panel);
      return { of: caught?.of, withheld: testsWithheld, minutes: shown("minutes"), agreement: shown("agreement") };
    };
    const told = { of: 1, withheld: false, minutes: true, agreement: true };
    expect(await seen(admin)).toEqual(told);
    expect(await seen(auditor)).toEqual(told);
    const withheld = { of: 0, withheld: true, minutes: false, agreement: false };
    expect(await seen(other)).toEqual(withheld);
    expect(await seen(reviewer)).toEqual(withheld);
    expect(await seen(reviewer, reviewer.personId)).toEqual(told);
    expect(await seen(other, other.personId)).toEqual({ ...told, of: 0 });
  });

  it("leave out what lies before it, and what is of another kind or agent", async () => {
    const { ctx, admin, propose, approve } = await working();
    await approve(await propose("1"));
    expect(await readInsights(ctx, admin, insightsQuery({}))).toMatchObject({ items: 1, decisions: 1 });
    expect(await readInsights(ctx, admin, insightsQuery({ kind: "email" }))).toMatchObject({ items: 0, decisions: 0 });
    ctx.pass(3 * 86_400_000);
    expect(await readInsights(ctx, admin, insightsQuery({ days: 2 }))).toMatchObject({ items: 0, decisions: 0 });
    expect(await codeOf(readInsights(ctx, admin, insightsQuery({ agent: "nobody" })))).toBe("not_found");
  });

  it("of one person are for that person and for admins", async () => {
    const { ctx, reviewer, other, admin, auditor } = await working();
    const asked = insightsQuery({ person: reviewer.personId });
    const answers = [reviewer, admin, other, auditor].map((actor) => codeOf(readInsights(ctx, actor, asked)));
    expect(await Promise.all(answers)).toEqual(["accepted", "accepted", "forbidden", "forbidden"]);
    const { checkpoints, panels } = await readInsights(ctx, reviewer, asked);
    expect([checkpoints, panels.map(({ id }) => id)]).toEqual([[], ["times", "minutes", "hours", "reading", "agreement"]]);
  });
});
