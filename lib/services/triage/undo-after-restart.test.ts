import { expect, test } from "vitest";

import { openStore } from "../../../db/open";
import { aContext, aPerson, COMMAND_LINE } from "../../../test/context";
import { temporaryFiles } from "../../../test/database-files";
import { migrationsFolder } from "../../../test/migrations-folder";
import { sha256 } from "../../create-context";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { getProposal } from "../read-proposal";
import { runDueWork } from "../run-due-work";
import { decideProposal } from "./decide-proposal";
import { undoDecision } from "./undo-decision";

const file = temporaryFiles();

test("a decision held when the server stops is taken back after it has started again, and its agent never knew", async () => {
  const url = `file:${file()}`;
  const open = () => openStore({ url, migrationsFolder, sha256 });
  const before = await aContext(open);
  const { id: agentId } = await createAgent(before, COMMAND_LINE, { name: "keeper" });
  const { key } = await createKey(before, COMMAND_LINE, { agentId, label: "test" });
  const scopes = new Set(["propose", "read"]);
  const agent: AgentActor = { type: "agent", agentId, agentName: "keeper", keyId: key.id, scopes, ownerId: null };
  const ada = await aPerson(before, "reviewer");
  const input = { action: { name: "note.add", arguments: { name: "held" } }, kind: "record" } as const;
  const { id, version, digest } = (await propose(before, agent, input, { idempotencyKey: null, raw: null })).found.record.state;
  const given = { proposal: id, version, digest, act: { type: "key" } } as const;
  const held = await decideProposal(before, ada, { ...given, decision: { type: "approve" } });
  const window = (held.releaseAt ?? 0) - before.clock();
  expect([held.outcome, window > 1_000]).toEqual(["held", true]);
  await before.store.close();

  const after = await aContext(open);
  after.pass(window - 1);
  // Due work is done as soon as a server starts.
  await runDueWork(after);
  expect((await undoDecision(after, ada, { proposal: id })).row).toMatchObject({
    queue: "needs_you",
    state: { status: "pending" },
  });
  after.pass(window);
  await runDueWork(after);
  const { state, receipt } = (await getProposal(after, agent, id, { recordDelivery: true })).record;
  expect([state.status, state.delivery, state.decision, receipt]).toEqual(["pending", "waiting", null, null]);
  expect((await after.store.read.ledgerOf(id)).map(({ type }) => type)).toEqual([
    "proposal.proposed",
    "proposal.decided",
    "proposal.undone",
  ]);
});
