import { expect, it } from "vitest";

import { aPerson, type TestContext } from "../../../test/context";
import { decide, decided, doubling } from "../../../test/doubling";
import type { PersonActor } from "../actor";
import { exportLabelled } from "./export-labelled";
import { readWhatIf } from "./recount";

async function labelled(ctx: TestContext, actor: PersonActor): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const page of exportLabelled(ctx, actor, { days: 30, kind: null, agentId: null })) {
    ids.push(...page.map(({ id }) => id));
  }
  return ids;
}

it("the labelled items tell nobody who may be asked for a second opinion how it was decided", async () => {
  const { ctx, admin, agent, first, second } = await doubling(2);
  const id = await decided(ctx, agent, first, false);
  const auditor = await aPerson(ctx, "auditor");
  expect(await labelled(ctx, admin)).toEqual([]);
  expect((await readWhatIf(ctx, admin, 30)).past.items).toMatchObject([{ id, label: null }]);
  // Who is never asked sees it as it is.
  expect(await labelled(ctx, auditor)).toEqual([id]);
  await decide(ctx, second, id, false);
  expect(await labelled(ctx, admin)).toEqual([id]);
  expect((await readWhatIf(ctx, admin, 30)).past.items).toMatchObject([{ id, label: { because: "rejected" } }]);
});

it("whoever decided it has it among the labelled items at once", async () => {
  const { ctx, admin, agent } = await doubling(1);
  const id = await decided(ctx, agent, admin, true);
  expect(await ctx.store.read.draw(id)).toMatchObject({ purpose: "double", settledAt: null });
  expect(await labelled(ctx, admin)).toEqual([id]);
});
