import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

import { Countersign } from "../sdk/src/index";
import { recordedCall } from "./replay/recorded-call";
import { replayRun } from "./replay/replay-run";
import type { RecordedCall } from "./replay/recorded-call";
import { Tally } from "./replay/tally";

/**
 * `npm run replay -- FILE`: plays recorded tool calls against a running server as a live agent. Calls of one run keep their order, runs go side
 * by side. What was recorded for measuring (`label`, `failed`, `result`) never travels in a proposal.
 */
const { values, positionals } = parseArgs({
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

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function count(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const parsed = Number(value);
  if (!Number.isFinite(parsed) || parsed <= 0) fail(`--${name} takes a number above 0`);
  return parsed;
}

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

async function main(): Promise<void> {
  const [file] = positionals;
  if (file === undefined)
    fail("name the file: npm run replay -- FILE [--url U --key K --limit N --rate R --concurrency N --labels --no-wait]");
  const apiKey = values.key ?? fail("give an agent's key with --key: npm run admin -- key create --agent airline-support");
  const runs = await readRuns(file, count("limit", values.limit));
  const client = new Countersign({ url: values.url, apiKey, retries: 5 });
  const total = [...runs.values()].reduce((sum, calls) => sum + calls.length, 0);
  const tally = new Tally(total, process.stdout.isTTY);
  const rate = count("rate", values.rate);
  const waiting = [...runs.values()];
  const worker = async (): Promise<void> => {
    for (let calls = waiting.shift(); calls !== undefined; calls = waiting.shift()) {
      await replayRun(client, calls, {
        tally,
        labels: values.labels,
        wait: values.wait,
        pauseMs: rate === null ? 0 : 1000 / rate,
      });
    }
  };
  await Promise.all(Array.from({ length: count("concurrency", values.concurrency) ?? 20 }, worker));
  process.stdout.write(tally.report());
  process.exitCode = tally.failures > 0 ? 1 : 0;
}

await main();
