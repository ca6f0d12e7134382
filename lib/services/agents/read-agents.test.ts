import { expect, test } from "vitest";

import { aContext, aPerson, codeOf } from "../../../test/context";
import { createKey } from "../keys/create-key";
import { rotateKey } from "../keys/rotate-key";
import { setStop } from "../stops/set-stop";
import { createAgent } from "./create-agent";
import { readAgent, readAgents } from "./read-agents";

test("everybody sees every agent with its keys, who made them, and never a hash", async () => {
  const ctx = await aContext();
  const admin = await aPerson(ctx, "admin", "Ada");
  const agent = await createAgent(ctx, admin, { name: "refunds" });
  const { key } = await createKey(ctx, admin, { agentId: agent.id, label: "production" });
  await rotateKey(ctx, admin, { keyId: key.id });
  for (const role of ["reviewer", "auditor", "admin"] as const) {
    const agents = await readAgents(ctx, await aPerson(ctx, role));
    expect(agents.map((reading) => reading.agent.name)).toEqual(["manual", "refunds"]);
    const [, refunds] = agents;
    expect(refunds?.ownerName).toBe("Ada");
    expect(refunds?.keys.map(({ createdByName, replaces }) => [createdByName, replaces])).toEqual([
      ["Ada", null],
      ["Ada", key.id],
    ]);
    // As a key of the answer: an id is made of letters too and may spell the word.
    expect(JSON.stringify(agents)).not.toMatch(/"[^"]*hash[^"]*":/iu);
  }
});

test("an agent's own kill switch stands with it, another's does not", async () => {
  const ctx = await aContext();
  const reviewer = await aPerson(ctx, "reviewer", "Rea");
  const admin = await aPerson(ctx, "admin");
  const refunds = await createAgent(ctx, admin, { name: "refunds" });
  const studio = await createAgent(ctx, admin, { name: "studio" });
  await setStop(ctx, reviewer, { scope: `agent:${refunds.id}`, reason: "it pays twice" });
  await setStop(ctx, reviewer, { scope: "all", reason: "and so does everything" });
  expect((await readAgent(ctx, reviewer, { agentId: refunds.id })).stop).toMatchObject({
    reason: "it pays twice",
    byName: "Rea",
  });
  expect((await readAgent(ctx, reviewer, { agentId: studio.id })).stop).toBeNull();
});

test("an agent that does not exist is not found", async () => {
  const ctx = await aContext();
  const admin = await aPerson(ctx, "admin");
  expect(await codeOf(readAgent(ctx, admin, { agentId: "agt_none" }))).toBe("not_found");
  expect(await codeOf(readAgent(ctx, admin, { agentId: ctx.newId("agent") }))).toBe("not_found");
});
