import { describe, expect, it } from "vitest";

import type { TestContext } from "../../../test/context";
import { aContext, aPerson, codeOf, ledgerTypes } from "../../../test/context";
import { emptyPostgres } from "../../../test/postgres/empty-postgres";
import { composeProposal } from "../compose";
import { isAppError } from "../app-error";
import type { PersonActor } from "../actor";
import { approveBatch, drawBatch } from "./batch";
import { decideProposal } from "./decide-proposal";
import { takeLease } from "./lease";
import { releaseNow } from "./release";

/** Six tickets to tag, composed by somebody else, as a batch of one person who has opened the two that were drawn. */
async function aDrawnBatch(
  ctx: TestContext,
): Promise<{ actor: PersonActor; sent: { batch: string; digest: string }; ids: string[] }> {
  const [composer, actor] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
  const items = [];
  for (let ticket = 0; ticket < 6; ticket += 1) {
    const action = { name: "ticket.tag", arguments: { ticket: String(ticket), tag: "billing" } };
    const { found } = await composeProposal(ctx, composer, { action }, { key: null, raw: null });
    const { id, version, digest } = found.record.state;
    items.push({ proposal: id, version, digest });
  }
  const { batch, digest, open } = await drawBatch(ctx, actor, items);
  for (const proposal of open) await takeLease(ctx, actor, { proposal, version: 1 });
  return { actor, sent: { batch, digest }, ids: items.map(({ proposal }) => proposal) };
}

describe.each([
  ["SQLite", undefined],
  ["PostgreSQL", emptyPostgres],
])("a batch on %s", (_name, open) => {
  it("is one commit: each decision and the batch itself stand in the record", async () => {
    const ctx = await aContext(open);
    const { actor, sent } = await aDrawnBatch(ctx);
    const before = (await ledgerTypes(ctx)).length;
    await approveBatch(ctx, actor, sent);
    expect((await ledgerTypes(ctx)).slice(before)).toEqual([
      "batch.approved",
      ...Array.from({ length: 6 }, () => "proposal.decided"),
    ]);
  });

  it("is approved whole or not at all, whoever decides one of its items at the same moment", async () => {
    for (let round = 0; round < 4; round += 1) {
      const ctx = await aContext(open);
      const { actor, sent, ids } = await aDrawnBatch(ctx);
      const colleague = await aPerson(ctx, "reviewer");
      const [, , third = ""] = ids;
      const found = await ctx.store.read.listRow(third as never); // eslint-disable-line @typescript-eslint/consistent-type-assertions -- an id that was just made
      const one = { proposal: third, version: 1, digest: found?.state.digest ?? "" };
      const single = decideProposal(ctx, colleague, { ...one, decision: { type: "reject" }, act: { type: "key" } });
      const [whole, other] = await Promise.all([codeOf(approveBatch(ctx, actor, sent)), codeOf(single)]);
      const counts = await ctx.store.read.queueCounts(100);
      expect([whole, other].filter((code) => code === "accepted")).toHaveLength(1);
      expect(counts.waiting).toBe(whole === "accepted" ? 6 : 1);
      expect(counts.needs_you).toBe(whole === "accepted" ? 0 : 5);
    }
  });

  it("that two people approve at once is approved once", async () => {
    const ctx = await aContext(open);
    const { actor, sent } = await aDrawnBatch(ctx);
    const codes = await Promise.all(Array.from({ length: 4 }, () => codeOf(approveBatch(ctx, actor, sent))));
    expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
  });
});

it("names the item that was decided meanwhile", async () => {
  const ctx = await aContext();
  const { actor, sent, ids } = await aDrawnBatch(ctx);
  const [first = ""] = ids;
  const colleague = await aPerson(ctx, "reviewer");
  const row = await ctx.store.read.listRow(first as never); // eslint-disable-line @typescript-eslint/consistent-type-assertions -- an id that was just made
  const shown = { proposal: first, version: 1, digest: row?.state.digest ?? "" };
  await decideProposal(ctx, colleague, { ...shown, decision: { type: "approve" }, act: { type: "key" } });
  const refused = await approveBatch(ctx, actor, sent).catch((error: unknown) => error);
  expect(isAppError(refused) && [refused.code, refused.context["proposal"]]).toEqual(["batch_refused", first]);
});

it("teaches nothing by items that were approved unopened: only a look is a label", async () => {
  const ctx = await aContext();
  const { actor, sent } = await aDrawnBatch(ctx);
  const rows = await approveBatch(ctx, actor, sent);
  for (const row of rows) await releaseNow(ctx, actor, { proposal: row.id });
  const [row] = rows;
  const observations = row === undefined ? [] : await ctx.store.read.observationsOfAgent(row.agentId);
  expect(observations.map(({ looked }) => looked)).toEqual([0]);
});
