import { describe, expect, test } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE } from "../../../test/context";
import { toProposalDetail } from "../../contract/card-view";
import { toQueueRow } from "../../contract/queue-view";
import type { AgentActor, PersonActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { comment, readComments } from "./comments";
import { decideProposal } from "./decide-proposal";
import { takeLease } from "./lease";
import { readProposalPage } from "./read-card";

const OPEN_MS = 10_000;
const keep = (options: readonly string[]) => [...options];

/** A deletion that two people sign, and two who could. */
async function aDeletion() {
  const ctx = await aContext();
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "tidier" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const agent: AgentActor = {
    ...{ type: "agent", agentId, agentName: "tidier", keyId: key.id, scopes: new Set(["propose"]), ownerId: null },
  };
  const action = { name: "file.delete", arguments: { path: "exports/may.csv" } };
  const { found } = await propose(ctx, agent, { action, kind: "file" }, { idempotencyKey: null, raw: null });
  const { id, version, digest } = found.record.state;
  const [first, second] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
  const sign = async (person: PersonActor): Promise<string> => {
    await takeLease(ctx, person, { proposal: id, version });
    ctx.pass(OPEN_MS);
    const act = { type: "match", value: "exports/may.csv" } as const;
    return codeOf(decideProposal(ctx, person, { proposal: id, version, digest, decision: { type: "approve" }, act }));
  };
  const say = (person: PersonActor, text: string) => {
    // One after another: what is said in the same millisecond stands in no order.
    ctx.pass(1);
    return comment(ctx, person, { proposal: id, text });
  };
  const heard = async (person: PersonActor) => {
    const { comments, sealed } = await readComments(ctx, person, id);
    const { timeline, detail } = toProposalDetail(await readProposalPage(ctx, person, id), keep);
    const recorded = timeline.filter(({ type }) => type === "proposal.commented").length;
    return { texts: comments.map(({ text }) => text), sealed, recorded, counted: detail.row.comments };
  };
  /** What the event stream tells everybody alike. */
  const told = async () => {
    const row = await ctx.store.read.listRow(id);
    return row === null ? null : toQueueRow(row, new Map()).comments;
  };
  return { ctx, told, first, second, sign, say, heard };
}

describe("what is said about something that two people sign", () => {
  test("is open to everybody until one of them has signed", async () => {
    const { first, second, say, heard, told } = await aDeletion();
    await say(first, "May is archived");
    expect(await heard(second)).toEqual({ texts: ["May is archived"], sealed: false, recorded: 1, counted: 1 });
    expect(await told()).toBe(1);
  });

  test("reaches whoever may still sign only once they have: neither what it says nor that anything was said", async () => {
    const { ctx, first, second, sign, say, heard, told } = await aDeletion();
    const bystander = await aPerson(ctx, "reviewer");
    await say(first, "May is archived");
    expect(await sign(first)).toBe("accepted");
    await say(first, "I checked it twice");
    await say(bystander, "Ask Ops");
    expect(await heard(second)).toEqual({ texts: [], sealed: true, recorded: 0, counted: 0 });
    expect(await told()).toBe(0);
    // Of those who have not signed each reads only themselves: a gap where the first signer had spoken would name them.
    expect(await heard(bystander)).toEqual({ texts: ["Ask Ops"], sealed: true, recorded: 0, counted: 0 });
    const all = { texts: ["May is archived", "I checked it twice", "Ask Ops"], sealed: false, recorded: 3, counted: 3 };
    expect(await heard(first)).toEqual(all);
    expect(await heard(await aPerson(ctx, "auditor"))).toEqual(all);
    expect(await sign(second)).toBe("accepted");
    expect(await heard(second)).toEqual(all);
    expect(await told()).toBe(3);
  });
});
