import { createReadStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

import { PolicyVersion } from "../lib/contract/proposal";
import { printable } from "../lib/domain/printable";
import { processEnv } from "../lib/env";
import { Countersign } from "../sdk/src/index";
import { fail, readCount, readFlags, requireFile } from "./command-line";
import { findKey } from "./replay/find-key";
import { Pacer } from "./replay/pacer";
import type { RecordedCall } from "./replay/recorded-call";
import { recordedCall } from "./replay/recorded-call";
import { replayRun } from "./replay/replay-run";
import { Tally } from "./replay/tally";
import { unnamedActions } from "./replay/unnamed-actions";

/**
 * `npm run replay -- FILE`: plays recorded tool calls against a running server as a live agent. Calls of one run keep their order, runs go side
 * by side. What was recorded for measuring (`label`, `failed`, `result`) never travels in a proposal.
 */
const { values, positionals } = readFlags({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "http://127.0.0.1:3000" },
    key: { type: "string" },
    limit: { type: "string" },
    rate: { type: "string" },
    concurrency: { type: "string", default: "20" },
    labels: { type: "boolean", default: false },
    wait: { type: "boolean", default: true },
  },
  allowNegative: true,
});

/** Where `npm run demo` keeps its data. */
const DEMO_DATA = "data/demo";

async function readRuns(file: string, limit: number | null): Promise<ReadonlyMap<string, readonly RecordedCall[]>> {
  const runs = new Map<string, RecordedCall[]>();
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (text.trim() === "") continue;
    line += 1;
    if (limit !== null && line > limit) break;
    const call = recordedCall(text);
    if (call === null) fail(`${file}:${String(line)}: this line is not a recorded call`);
    const calls = runs.get(call.run) ?? [];
    runs.set(call.run, calls);
    calls.push(call);
  }
  return runs;
}

/** Which key, and under which policy: what comes of the calls depends on both. */
async function introduce(client: Countersign, apiKey: string, from: string, calls: readonly RecordedCall[]): Promise<void> {
  const answer = await fetch(new URL("/api/v1/policy/version", values.url), { headers: { authorization: `Bearer ${apiKey}` } });
  const policy = answer.ok ? PolicyVersion.parse(await answer.json()) : null;
  if (policy !== null) process.stdout.write(`${from}; version ${String(policy.version)} of the policy is in force\n`);
  const unnamed = await unnamedActions(client, calls);
  if (unnamed.length === 0) return;
  process.stdout.write(`no catalogue entry names ${unnamed.map(printable).join(", ")}: a person is asked each time\n`);
  if (unnamed.some((name) => name.startsWith("airline."))) {
    process.stdout.write(
      "examples/airline-policy.json has entries for the airline’s actions, in place of those in force: an admin can take it up on the policy screen, or npm run admin -- policy set examples/airline-policy.json\n",
    );
  }
}

async function main(): Promise<void> {
  const [file] = positionals;
  if (file === undefined)
    fail("name the file: npm run replay -- FILE [--url U --key K --limit N --rate R --concurrency N --labels --no-wait]");
  if (!URL.canParse(values.url)) fail("--url takes the address of a server, such as http://127.0.0.1:3000");
  const [limit, rate] = [readCount("limit", values.limit), readCount("rate", values.rate)];
  const concurrency = readCount("concurrency", values.concurrency) ?? 20;
  requireFile(file);
  const runs = await readRuns(file, limit);
  const calls = [...runs.values()].flat();
  const found = await findKey({
    ...{ given: values.key, environment: process.env["COUNTERSIGN_KEY"], url: values.url },
    dataDirs: [processEnv().dataDir, path.resolve(DEMO_DATA)],
    agent: calls[0]?.agent ?? "replay",
  });
  if (found === null) fail("give an agent's key with --key: npm run admin -- key create --agent airline-support");
  const client = new Countersign({ url: values.url, apiKey: found.key, retries: 5 });
  await introduce(client, found.key, found.from, calls);
  const tally = new Tally(calls.length, process.stdout.isTTY);
  const options = { tally, labels: values.labels, wait: values.wait, pacer: new Pacer(rate) };
  const waiting = [...runs.values()];
  const worker = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) await replayRun(client, run, options);
  };
  await Promise.all(Array.from({ length: Math.ceil(concurrency) }, worker));
  process.stdout.write(tally.report());
  process.exitCode = tally.failures > 0 ? 1 : 0;
}

await main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
