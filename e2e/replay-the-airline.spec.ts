import { readFileSync } from "node:fs";

import type { APIRequestContext } from "@playwright/test";

import { CardDetail, ProposalDetail, QueuePage } from "../lib/contract/people";
import { adminSocketPath } from "../lib/auth/admin-socket";
import { askServer } from "../scripts/admin/ask-server";
import { Pacer } from "../scripts/replay/pacer";
import type { RecordedCall } from "../scripts/replay/recorded-call";
import { proposalOf, recordedCall } from "../scripts/replay/recorded-call";
import { replayRun } from "../scripts/replay/replay-run";
import { Tally } from "../scripts/replay/tally";
import type { Proposal } from "../sdk/src/index";
import { Countersign } from "../sdk/src/index";
import { AIRLINE, HAS_AIRLINE } from "../test/recorded-airline";
import { DETECTED, countsOf, expectedTreatments } from "./airline-expectations";
import { releaseByKey } from "./desk";
import type { TestServer } from "./fixtures";
import { approveByKey, expect, test } from "./fixtures";

const DECIDED = 10;
const SIDE_BY_SIDE = 20;

test.skip(!HAS_AIRLINE, "the recorded airline calls are not beside this checkout");

test("every recorded call gets the treatment that the airline’s policy names for it, reads and writes alike", async ({
  server,
}) => {
  test.setTimeout(240_000);
  const all = calls();
  const { client: agent } = await newAgent(server, "replays-everything");
  const tally = await replay(agent, all, { labels: false, wait: false });
  expect(tally.failures, tally.report()).toBe(0);
  // Read back from the server, oldest first: nothing here rests on what the replay says of itself.
  const found = await everyProposal(agent);
  expect(found).toHaveLength(all.length);
  inTheirOrder(found);
  const byStep = new Map(all.map((call) => [`${call.run} ${String(call.step)}`, call]));
  const judged = found.map((proposal) => {
    const call = byStep.get(stepOf(proposal));
    if (call === undefined) throw new Error(`nobody recorded ${stepOf(proposal)}`);
    expect(proposal.action).toEqual({ name: `airline.${call.tool}`, arguments: call.args });
    const detectors = proposal.risk.reasons.flatMap(({ source, id }) => (source === "detector" && id !== undefined ? [id] : []));
    return { call, treatment: proposal.treatment, createdAt: proposal.createdAt, detectors, proposal };
  });
  expect(new Set(judged.map(({ call }) => call)).size).toBe(all.length);
  expect(countsOf(judged.flatMap(({ call, detectors }) => detectors.map((id) => [call.tool, id] as const)))).toEqual(DETECTED);
  const expected = expectedTreatments(judged);
  expect(countsOf(judged.map(({ call, treatment }) => [call.tool, treatment]))).toEqual(
    countsOf(judged.map(({ call }, index) => [call.tool, expected[index] ?? ""])),
  );
  for (const [index, { treatment, proposal }] of judged.entries()) {
    expect(treatment, stepOf(proposal)).toBe(expected[index]);
    const { status, delivery } = proposal;
    const end = treatment === "auto" ? "approved succeeded" : treatment === "block" ? "blocked delivered" : "pending waiting";
    expect(`${status} ${delivery}`, stepOf(proposal)).toBe(end);
  }
});

test("with labels a finding is filed on each call that ran and was labelled wrong, and on no other", async ({
  server,
  signedInAs,
}) => {
  test.setTimeout(240_000);
  const writes = calls().filter(({ write }) => write);
  const { client: agent, agentId } = await newAgent(server, "replays-labels");
  const people = (await signedInAs("reviewer")).request;
  const playing = { over: false };
  const replayed = replay(agent, writes, { labels: true, wait: true }).finally(() => {
    playing.over = true;
  });
  // Refuses whole tools, whatever was labelled: what does not run is wrong about nothing. Every recorded booking is wrong and four of the five
  // certificates are right; which cancellations the hourly limit stops depends on which came first, so the claim below does not rest on them.
  const refused = new Set(["airline.book_reservation", "airline.send_certificate"]);
  while (!playing.over) await decideEverything(people, server.url, agentId, (name) => !refused.has(name));
  const tally = await replayed;
  expect(tally.failures, tally.report()).toBe(0);

  const labels = new Map(writes.map((call) => [`${call.run} ${String(call.step)}`, call.label]));
  const verdicts: { readonly ran: boolean; readonly wrong: boolean; readonly findings: readonly string[] }[] = [];
  for (const proposal of await everyProposal(agent)) {
    const answer = await people.get(`${server.url}/api/v1/people/proposals/${proposal.id}`);
    const { findings } = ProposalDetail.parse(await answer.json());
    const ran = proposal.delivery === "succeeded" || proposal.delivery === "failed";
    const wrong = labels.get(stepOf(proposal)) === "wrong";
    verdicts.push({ ran, wrong, findings: findings.map(({ kind }) => kind) });
  }
  expect(verdicts).toHaveLength(writes.length);
  for (const { ran, wrong, findings } of verdicts) expect(findings).toEqual(ran && wrong ? ["label"] : []);
  const ofThose = (ran: boolean, wrong: boolean): number =>
    verdicts.filter((each) => each.ran === ran && each.wrong === wrong).length;
  // Each of the four happens, or the claim above would be about nothing.
  expect(Math.min(ofThose(true, true), ofThose(true, false), ofThose(false, true), ofThose(false, false))).toBeGreaterThan(0);
});

test("a reviewer decides ten of its writes by keyboard, and the agent receives, redeems and reports each", async ({
  agent,
  signedInAs,
}) => {
  test.setTimeout(180_000);
  const page = await signedInAs("reviewer");
  const bags = calls().filter((call) => call.write && call.before !== null && !call.failed);
  const decided: string[] = [];
  for (const call of bags) {
    if (decided.length === DECIDED) break;
    const proposed = await agent.propose({ ...proposalOf(call), redeem: false });
    if (proposed.treatment !== "review" && proposed.treatment !== "confirm") continue;
    await page.goto(`/queue?open=${proposed.id}`);
    await approveByKey(page);
    await releaseByKey(page);
    const answer = await agent.wait(proposed.id);
    expect(answer.status).toBe("approved");
    const { target } = proposalOf(call);
    expect(await agent.approvedArguments(answer, target ?? null)).toEqual(call.args);
    const { redemption } = await agent.redeem(answer.id, answer.receipt ?? "");
    const done = await agent.report(answer.id, redemption, "succeeded");
    expect(done.delivery).toBe("succeeded");
    decided.push(answer.id);
  }
  expect(decided).toHaveLength(DECIDED);
});

function calls(): readonly RecordedCall[] {
  return readFileSync(AIRLINE.calls, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const call = recordedCall(line);
      if (call === null) throw new Error("not a recorded call");
      return call;
    });
}

/** The client of an agent that this server has never heard of: no limit is used up, and nothing of it has been observed. */
async function newAgent(server: TestServer, name: string): Promise<{ readonly client: Countersign; readonly agentId: string }> {
  const input = { agent: name, label: "replay" };
  const made = await askServer(adminSocketPath(server.dataDir), { command: "key.create", input });
  if (made?.command !== "key.create") throw new Error("the server makes a key");
  return { client: new Countersign({ url: server.url, apiKey: made.key }), agentId: made.agentId };
}

async function replay(
  agent: Countersign,
  all: readonly RecordedCall[],
  how: { readonly labels: boolean; readonly wait: boolean },
): Promise<Tally> {
  const [tally, pacer] = [new Tally(all.length, false), new Pacer(null)];
  const runs = new Map<string, RecordedCall[]>();
  for (const call of all) runs.set(call.run, [...(runs.get(call.run) ?? []), call]);
  const waiting = [...runs.values()];
  const work = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      await replayRun(agent, run, { tally, ...how, pacer });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return tally;
}

async function everyProposal(agent: Countersign): Promise<readonly Proposal[]> {
  const found: Proposal[] = [];
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: Awaited<ReturnType<Countersign["list"]>> = await agent.list(cursor === undefined ? {} : { cursor });
    found.push(...page.items);
    cursor = page.next;
  }
  return found.reverse();
}

/** Twenty runs were played side by side, and each came in its own order. */
function inTheirOrder(found: readonly Proposal[]): void {
  const steps = found.map(({ run, createdAt }) => {
    const { id = null, step = null } = run ?? {};
    if (id === null || step === null) throw new Error("every recorded call has its run and its step");
    return { run: id, step, at: Date.parse(createdAt) };
  });
  const before = new Map<string, number>();
  for (const { run, step, at } of steps.toSorted((a, b) => a.step - b.step)) {
    expect(at, `step ${String(step)} of ${run}`).toBeGreaterThanOrEqual(before.get(run) ?? 0);
    before.set(run, at);
  }
}

function stepOf({ run }: Proposal): string {
  return `${run?.id ?? "no run"} ${String(run?.step ?? "no step")}`;
}

/** One pass over an agent's queue: opens each card, decides it and ends its undo window. What is not ripe yet is left for the next pass. */
async function decideEverything(
  people: APIRequestContext,
  origin: string,
  agentId: string,
  approves: (name: string) => boolean,
): Promise<void> {
  const root = `${origin}/api/v1/people`;
  const post = (path: string, data: unknown) => people.post(`${root}/${path}`, { data, headers: { origin } });
  const section = async (queue: string) =>
    QueuePage.parse(await (await people.get(`${root}/queue?agent=${agentId}&queue=${queue}`)).json()).items;
  for (const { id, version, actionName } of [...(await section("needs_you")), ...(await section("deep"))]) {
    const { digest } = CardDetail.parse(await (await people.get(`${root}/cards/${id}`)).json());
    const decision = approves(actionName)
      ? { type: "approve" }
      : { type: "reject", reason: { code: "other", text: "not this time" } };
    await post("lease", { proposal: id, version });
    const decided = await post("decide", { proposal: id, version, digest, decision, act: { type: "hold" } });
    // Too soon after the card was opened: decided in a later pass.
    if (decided.status() === 428) continue;
    expect(decided.status(), await decided.text()).toBe(200);
    expect((await post("release", { proposal: id })).status()).toBe(200);
  }
}
