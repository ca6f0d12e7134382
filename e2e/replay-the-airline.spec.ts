import { existsSync, readFileSync } from "node:fs";

import { proposalOf, recordedCall } from "../scripts/replay/recorded-call";
import { replayRun } from "../scripts/replay/replay-run";
import { Tally } from "../scripts/replay/tally";
import { expect, test } from "./fixtures";

const FILE = "../shared/data/airline/tool-calls.jsonl";
const DECIDED = 10;

test.skip(!existsSync(FILE), "the recorded airline calls are not beside this checkout");

function calls() {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const call = recordedCall(line);
      if (call === null) throw new Error("not a recorded call");
      return call;
    });
}

test("what was recorded for measuring never travels in a proposal", () => {
  for (const call of calls()) {
    const sent = JSON.stringify(proposalOf({ ...call, label: "LABEL-CANARY", failed: true, result: "RESULT-CANARY" }));
    expect(sent).not.toContain("CANARY");
    expect(Object.keys(proposalOf(call))).not.toEqual(expect.arrayContaining(["label", "failed", "result"]));
  }
});

test("the recorded agent's reads run by themselves, and its writes come before people", async ({ agent }) => {
  test.setTimeout(240_000);
  const all = calls();
  const reads = all.filter((call) => !call.write).length;
  const tally = new Tally(all.length, false);
  const runs = groups(all);
  const waiting = [...runs.values()];
  const work = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      await replayRun(agent, run, { tally, labels: false, wait: false, pauseMs: 0 });
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
  const report = tally.report();
  expect(tally.failures, report).toBe(0);
  expect(report).toContain(`${String(reads)}  read: auto`);
  expect(report).not.toMatch(/write: auto/);
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
    const approve = page.getByRole("button", { name: /^A? ?(Hold to approve|Approve)/ });
    await expect(approve).toHaveAttribute("aria-disabled", "false");
    await page.keyboard.press(proposed.treatment === "confirm" ? "Shift+A" : "a");
    await expect(page.getByText("held for undo").first()).toBeVisible();
    await page.keyboard.press("g");
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

function groups(all: ReturnType<typeof calls>): Map<string, ReturnType<typeof calls>> {
  const runs = new Map<string, ReturnType<typeof calls>>();
  for (const call of all) runs.set(call.run, [...(runs.get(call.run) ?? []), call]);
  return runs;
}
