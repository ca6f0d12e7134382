import { expect } from "vitest";

import type { ProposalId } from "../lib/domain/ids";
import { DEFAULT_POLICY } from "../lib/domain/policy/default-policy";
import type { PolicyDocument } from "../lib/domain/policy/policy-document";
import type { AgentActor, PersonActor } from "../lib/services/actor";
import { createAgent } from "../lib/services/agents/create-agent";
import type { Context } from "../lib/services/context";
import { createKey } from "../lib/services/keys/create-key";
import { savePolicy } from "../lib/services/policy/save-policy";
import { propose } from "../lib/services/propose";
import { aContext, aPerson, COMMAND_LINE, type TestContext } from "./context";

/** Items that are archived to see who judges which. */
export const MANY = 60;

/** Archiving is S0 × R0, which no observation looks at: the version before asks a person, the looser one lets it run. */
export const withCell = (start: "review" | "auto"): PolicyDocument => {
  const { matrix } = DEFAULT_POLICY;
  const catalogue = [
    ...DEFAULT_POLICY.catalogue,
    { match: "desk.archive", kind: "record", stakes: "S0", reversibility: "R0" } as const,
  ];
  return { ...DEFAULT_POLICY, catalogue, matrix: { ...matrix, S0: { ...matrix.S0, R0: { start, loosest: "auto" } } } };
};
export const STRICT = JSON.stringify(withCell("review"));
export const LOOSE = JSON.stringify(withCell("auto"));

/** A roll-out under way, and how it is looked at. */
export interface RollingOut {
  readonly ctx: TestContext;
  readonly ada: PersonActor;
  readonly agent: AgentActor;
  readonly archive: (item: number) => Promise<{ readonly id: ProposalId; readonly treatment: string; readonly version: number }>;
  readonly versions: () => Promise<readonly number[]>;
}

/** Version 2 looks at every archiving; version 3 lets it run, in steps of a day. */
export async function rollingOut(open?: Parameters<typeof aContext>[0]): Promise<RollingOut> {
  const ctx = await aContext(open);
  const ada = await aPerson(ctx, "admin", "Ada");
  await savePolicy(ctx, COMMAND_LINE, { text: STRICT, basedOn: 1, note: "strict" });
  const saved = await savePolicy(ctx, ada, { text: LOOSE, basedOn: 2, note: "loose", confirmName: "Countersign", stepDays: 1 });
  expect(saved).toEqual({ outcome: "saved", version: 3 });
  const agent = await anArchivist(ctx);
  const archive = (item: number) => archived(ctx, agent, item);
  const versions = () => Promise.all(Array.from({ length: MANY }, async (_, item) => (await archive(item)).version));
  return { ctx, ada, agent, archive, versions };
}

/** Proposes to archive one item: what became of it, and which version said so. */
export async function archived(ctx: Context, agent: AgentActor, item: number): ReturnType<RollingOut["archive"]> {
  const input = { action: { name: "desk.archive", arguments: { item } }, redeem: true };
  const { record, version } = (await propose(ctx, agent, input, { idempotencyKey: null, raw: null })).found;
  return { id: record.state.id, treatment: version.assessment.treatment, version: version.assessment.policyVersion };
}

/** An agent that archives. */
export async function anArchivist(ctx: Context): Promise<AgentActor> {
  const { id } = await createAgent(ctx, COMMAND_LINE, { name: "archivist" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: id, label: "test" });
  const scopes = new Set(["propose", "read", "redeem", "findings"]);
  return { type: "agent", agentId: id, agentName: "archivist", keyId: key.id, scopes, ownerId: null };
}

/** Those of the items that the new version judged. */
export const drawnBy = (versions: readonly number[]): ReadonlySet<number> =>
  new Set(versions.flatMap((version, item) => (version === 3 ? [item] : [])));

/** Something that the new version let run. */
export async function ranByNew({ archive }: RollingOut): Promise<ProposalId> {
  for (let item = 0; item < 1_000; item += 1) {
    const { id, treatment, version } = await archive(item);
    if (version === 3) {
      expect(treatment).toBe("auto");
      return id;
    }
    expect(treatment).toBe("review");
  }
  throw new Error("of a thousand about a hundred are drawn");
}
