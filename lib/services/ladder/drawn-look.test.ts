import { expect, it } from "vitest";

import { aCell } from "../../../test/ladder-cell";
import { decideProposal } from "../triage/decide-proposal";
import { releaseNow } from "../triage/release";

it("a look at what the ladder drew stands for all five that one was drawn of", async () => {
  const { ctx, admin, proposed } = await aCell({ checked: 700, level: "L2" });
  const weights = new Set<number | undefined>();
  for (let id = 2; id < 42; id += 1) {
    const { state } = (await proposed(id)).record;
    if (state.status !== "pending") continue;
    const decision = { decision: { type: "approve" }, act: { type: "key" } } as const;
    await decideProposal(ctx, admin, { proposal: state.id, version: state.version, digest: state.digest, ...decision });
    await releaseNow(ctx, admin, { proposal: state.id });
    weights.add((await ctx.store.read.label(state.id))?.weight);
  }
  expect([...weights]).toEqual([5]);
});
