import { expect, test } from "vitest";
import { aContext, aPerson, COMMAND_LINE } from "../../../test/context";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { savePreferences } from "../preferences/preferences";
import { propose } from "../propose";
import { decideProposal } from "./decide-proposal";

test("what a person decides who asked for more time is held ten times as long, whoever else decides as usual", async () => {
  const ctx = await aContext();
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "keeper" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const agent: AgentActor = {
    ...{ type: "agent", agentId, agentName: "keeper", keyId: key.id, ownerId: null },
    scopes: new Set(["propose"]),
  };
  const [ada, ben] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
  await savePreferences(ctx, ada, { undoTimes: "ten" });
  const windowOf = async (
    person: typeof ada,
    name: string,
  ): Promise<{ readonly held: number | null; readonly usual: number }> => {
    const action = { name: "note.add", arguments: { name } };
    const { found } = await propose(ctx, agent, { action, kind: "record" }, { idempotencyKey: null, raw: null });
    const { id, version, digest, undoMs } = found.record.state;
    const given = {
      proposal: id,
      version,
      digest,
      decision: { type: "reject", reason: { code: "wrong_record", text: null } },
    } as const;
    const { releaseAt } = await decideProposal(ctx, person, { ...given, act: { type: "key" } });
    return { held: releaseAt === null ? null : releaseAt - ctx.clock(), usual: undoMs };
  };
  const [long, usual] = [await windowOf(ada, "long"), await windowOf(ben, "usual")];
  expect(usual.held).toBe(usual.usual);
  expect(usual.usual).toBeGreaterThan(0);
  expect(long.held).toBe(10 * long.usual);
});
