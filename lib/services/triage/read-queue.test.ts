import { describe, expect, it } from "vitest";

import { aContext, aPerson, COMMAND_LINE, type TestContext } from "../../../test/context";
import { matrixOf, policyWith } from "../../../test/policy-builders";
import { toCardDetail } from "../../contract/card-view";
import type { ProposalId } from "../../domain/ids";
import { SAME_KIND_MAX } from "../../domain/queue-order";
import { compilePolicy } from "../../domain/policy/compile-policy";
import type { Kind, Queue } from "../../domain/words";
import type { AgentActor, PersonActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { decideProposal } from "./decide-proposal";
import { takeLease } from "./lease";
import { readCard } from "./read-card";
import { readQueue } from "./read-queue";

async function proposing(treatment: "review" | "two_person") {
  const ctx = await aContext();
  ctx.live.policy = compilePolicy(policyWith({ matrix: matrixOf(treatment) }), 1);
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "teller" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const scopes = new Set(["propose"]);
  const agent: AgentActor = { type: "agent", agentId, agentName: "teller", keyId: key.id, scopes, ownerId: null };
  const add = async (kind: Kind, name: string, more: object = {}): Promise<ProposalId> => {
    ctx.pass(1);
    const input = { action: { name: "desk.note", arguments: { name } }, kind, ...more };
    return (await propose(ctx, agent, input, { idempotencyKey: null, raw: null })).found.record.state.id;
  };
  return { ctx, add };
}

/** The list of one section, from its beginning or from where a page ended. */
async function listed(
  ctx: TestContext,
  person: PersonActor,
  given: Partial<Parameters<typeof readQueue>[2]> = {},
): Promise<readonly ProposalId[]> {
  const { rows } = await readQueue(ctx, person, { queue: "needs_you", sort: "stake", after: null, limit: 50, ...given });
  return rows.map(({ id }) => id);
}

describe("the list", () => {
  it("has what expires within two minutes above its order, once, and only on its first page", async () => {
    const { ctx, add } = await proposing("review");
    const person = await aPerson(ctx, "reviewer");
    const first = await add("record", "first");
    const second = await add("record", "second");
    const brief = await add("record", "brief", { expiresIn: 300 });
    expect(await listed(ctx, person)).toEqual([first, second, brief]);
    ctx.pass(180_000);
    expect(await listed(ctx, person)).toEqual([brief, first, second]);
    // It stands there however far down its page is.
    expect(await listed(ctx, person, { limit: 1 })).toEqual([brief, first]);
    expect(await listed(ctx, person, { kind: "record" })).toEqual([brief, first, second]);
    expect(await listed(ctx, person, { kind: "email" })).toEqual([]);
    expect(await listed(ctx, person, { sort: "age" })).toEqual([first, second, brief]);
    const { next } = await readQueue(ctx, person, { queue: "needs_you", sort: "stake", after: null, limit: 1 });
    expect(await listed(ctx, person, { after: next })).toEqual([second, brief]);
  });

  it("has no more than eight of a kind in a row while there is another", async () => {
    const { ctx, add } = await proposing("review");
    const person = await aPerson(ctx, "reviewer");
    const records: ProposalId[] = [];
    for (let number = 0; number < SAME_KIND_MAX + 2; number += 1) records.push(await add("record", `Note ${String(number)}`));
    const other = await add("tool", "another");
    expect(await listed(ctx, person)).toEqual([...records.slice(0, SAME_KIND_MAX), other, ...records.slice(SAME_KIND_MAX)]);
    // Whoever asked for another order has it as it is.
    expect(await listed(ctx, person, { sort: "age" })).toEqual([...records, other]);
  });
});

it("what one of two has signed stands in the second look, for another to sign and not for whoever signed", async () => {
  const { ctx, add } = await proposing("two_person");
  const [ada, ben] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
  const id = await add("file", "", { action: { name: "file.delete", arguments: { path: "exports/may.csv" } } });
  const card = async (person: PersonActor) => toCardDetail(await readCard(ctx, person, id), (options) => [...options]);
  const { row, digest } = await card(ada);
  const where = async (person: PersonActor) => {
    const queues: readonly Queue[] = ["needs_you", "deep", "second_look"];
    const found = await Promise.all(
      queues.map(async (queue) => ((await listed(ctx, person, { queue })).includes(id) ? [queue] : [])),
    );
    return found.flat();
  };
  expect(await where(ben)).not.toContain("second_look");
  await takeLease(ctx, ada, { proposal: id, version: row.version });
  ctx.pass(10_000);
  const { outcome } = await decideProposal(ctx, ada, {
    ...{ proposal: id, version: row.version, digest, decision: { type: "approve" } },
    act: { type: "match", value: "exports/may.csv" },
  });
  expect(outcome).toBe("signed");
  expect([await where(ada), await where(ben)]).toEqual([["second_look"], ["second_look"]]);
  expect((await card(ben)).cannotSign).toBeNull();
  expect((await card(ada)).cannotSign).toBe("you have signed this: a second person must");
});
