import { expect, test } from "vitest";

import { aContext, aPerson, COMMAND_LINE } from "../../test/context";
import type { AgentActor } from "./actor";
import { createAgent } from "./agents/create-agent";
import { createKey } from "./keys/create-key";
import { propose } from "./propose";
import { decideProposal, type DecideInput } from "./triage/decide-proposal";
import { takeLease } from "./triage/lease";
import { readCard } from "./triage/read-card";
import { releaseNow } from "./triage/release";

const MINUTE = 60_000;
/** A failed check asks for a deliberate act, and that for a second of looking. */
const READING_MS = 2_000;
const REJECT = { type: "reject", reason: { code: "wrong_value", text: null } } as const;
const APPROVE = { type: "approve" } as const;

/** One run that tries the same change again and again, and what its card says of the tries before. */
async function aRun() {
  const ctx = await aContext();
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "biller" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const agent: AgentActor = {
    ...{ type: "agent", agentId, agentName: "biller", keyId: key.id, scopes: new Set(["propose"]), ownerId: null },
  };
  const reviewer = await aPerson(ctx, "reviewer");
  const attempt = async (run = "run-1") => {
    ctx.pass(MINUTE);
    const action = { name: "billing.plan.switch", arguments: { plan: "pro" } };
    const input = { action, kind: "record", target: { resource: "account 7" }, run: { id: run } } as const;
    const { id, version, digest } = (await propose(ctx, agent, input, { idempotencyKey: null, raw: null })).found.record.state;
    const check = (await readCard(ctx, reviewer, id)).card.checks.find((one) => one.id === "same-run");
    const says = check === undefined ? null : `${check.says}; ${check.because ?? ""}`;
    const decide = async (decision: DecideInput["decision"]): Promise<void> => {
      await takeLease(ctx, reviewer, { proposal: id, version });
      ctx.pass(READING_MS);
      await decideProposal(ctx, reviewer, { proposal: id, version, digest, decision, act: { type: "alternative" } });
      await releaseNow(ctx, reviewer, { proposal: id });
    };
    return { says, decide };
  };
  return { attempt };
}

test("a run that was refused is named on its next try, and a later approved try silences that", async () => {
  const { attempt } = await aRun();
  const first = await attempt();
  expect(first.says).toBeNull();
  await first.decide(REJECT);
  const second = await attempt();
  expect(second.says).toBe("Second try in this run; the last was rejected 1 min before");
  await second.decide(APPROVE);
  expect((await attempt()).says).toBeNull();
});

test("an approved try that was rejected again afterwards is named again, and another run is not", async () => {
  const { attempt } = await aRun();
  for (const decision of [REJECT, APPROVE, REJECT]) await (await attempt()).decide(decision);
  expect((await attempt()).says).toBe("Fourth try in this run; the last was rejected 1 min before");
  expect((await attempt("run-2")).says).toBeNull();
});

test("a run that was asked something is not reproached with trying again", async () => {
  const { attempt } = await aRun();
  await (await attempt()).decide({ type: "reject", reason: { code: "ask_agent", text: "For which account?" } });
  expect((await attempt()).says).toBeNull();
});
