import { compilePolicy } from "../lib/domain/policy/compile-policy";
import type { ProposalId } from "../lib/domain/ids";
import type { AgentActor, PersonActor } from "../lib/services/actor";
import { createAgent } from "../lib/services/agents/create-agent";
import { createKey } from "../lib/services/keys/create-key";
import { propose } from "../lib/services/propose";
import { setDoublePercent } from "../lib/services/settings/double-share";
import { setSwitch } from "../lib/services/settings/switches";
import { decideProposal } from "../lib/services/triage/decide-proposal";
import { releaseNow } from "../lib/services/triage/release";
import { aContext, aPerson, COMMAND_LINE, type TestContext } from "./context";
import { matrixOf, policyWith } from "./policy-builders";

const NOTE = { action: { name: "crm.note", arguments: { text: "called back" } } };

/** A workspace where people look at everything and every quick decision gets a second opinion; with so many reviewers beside the admin. */
export async function doubling(reviewers: number, percent = 100) {
  const ctx = await aContext();
  ctx.live.policy = compilePolicy(policyWith({ matrix: matrixOf("review") }), 1);
  const admin = await aPerson(ctx, "admin");
  await setSwitch(ctx, admin, { name: "doubles", on: true });
  await setDoublePercent(ctx, admin, { percent });
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "crm-agent" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose", "read", "redeem", "report", "findings"]);
  const actor: AgentActor = {
    ...{ type: "agent", agentId: agent.id, agentName: "crm-agent", keyId: key.id, scopes, ownerId: null },
  };
  const first = reviewers === 0 ? admin : await aPerson(ctx, "reviewer");
  const second = reviewers < 2 ? admin : await aPerson(ctx, "reviewer");
  return { ctx, admin, agent: actor, first, second };
}

/** Why the first person, or a later one, would reject it. */
export const REASON = { code: "wrong_value", text: "another customer" };

/** What one person says of it, by its card: a decision, or an opinion while a second look is open. */
export function decide(ctx: TestContext, person: PersonActor, id: ProposalId, approve: boolean, activeMs = 9_000) {
  return ctx.store.read.proposal(id).then((found) => {
    if (found === null) throw new Error("no such proposal");
    const { version, digest } = found.record.state;
    return decideProposal(ctx, person, {
      ...{ proposal: id, version, digest, act: { type: "key" } },
      decision: approve ? { type: "approve" } : { type: "reject", reason: REASON },
      measured: { activeMs, device: "keyboard" },
    });
  });
}

/** Something that a person decided and the agent was told. */
export async function decided(ctx: TestContext, agent: AgentActor, first: PersonActor, approve: boolean, activeMs = 9_000) {
  const { found } = await propose(ctx, agent, NOTE, { idempotencyKey: null, raw: null });
  const { id } = found.record.state;
  const { outcome } = await decide(ctx, first, id, approve, activeMs);
  if (outcome === "held") await releaseNow(ctx, first, { proposal: id });
  return id;
}
