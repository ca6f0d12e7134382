import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

import autocannon from "autocannon";

import { seed } from "./demo/seed";

/**
 * `npm run bench`: throughput of the hot path, as a ratio against an empty `node:http` server measured in the same run on the same machine.
 * Needs a build. Absolute figures are noisy; the ratio is what counts.
 */
const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "string" }, seconds: { type: "string", default: "8" } },
});

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: string;
  readonly ratio: number;
  readonly bar: number;
  readonly holds: boolean;
}

const SECONDS = Number(values.seconds);
const CONNECTIONS = 32;

async function rate(url: string, options: Partial<autocannon.Options>): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, ...options });
  if (result.non2xx > 0) throw new Error(`${String(result.non2xx)} answers of ${url} were not 2xx`);
  return result.requests.average;
}

async function emptyServer(): Promise<number> {
  const server = createServer((_request, response) => response.end("{}")).listen(0, "127.0.0.1");
  await once(server, "listening");
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a TCP server's address is not a path
  const { port } = server.address() as AddressInfo;
  const measured = await rate(`http://127.0.0.1:${String(port)}/`, { method: "POST", body: body("get") });
  server.close();
  return measured;
}

/** About 0.9 kB, as agents send. */
function body(verb: "get" | "update"): string {
  const record = {
    name: "Acme Ltd",
    owner: "A. Silva",
    stage: "trial",
    phone: "+49 30 1234",
    city: "Berlin",
    notes: "x".repeat(240),
  };
  return JSON.stringify({
    action: { name: `crm.${verb}`, arguments: { name: "Acme Ltd", phone: "+49 30 2222" } },
    before: record,
    rationale: "From the signature of their latest e-mail.",
    run: { id: "bench", step: 1 },
    ...(verb === "get" ? { redeem: true } : {}),
  });
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "countersign-bench-"));
  const port = 20_000 + (process.pid % 20_000);
  const url = `http://127.0.0.1:${String(port)}`;
  const databaseUrl = `file:${path.join(dataDir, "bench.db")}`;
  const { keys } = await seed({ databaseUrl, dataDir, baseUrl: url, days: 0, onProgress: () => undefined });
  const server = spawn(process.execPath, ["dist/server.js"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      COUNTERSIGN_DATABASE_URL: databaseUrl,
      COUNTERSIGN_DATA_DIR: dataDir,
      COUNTERSIGN_LOG_LEVEL: "error",
      NEXTAUTH_URL: url,
    },
  });
  for (let attempt = 0; (await fetch(`${url}/api/v1/health/ready`).catch(() => null))?.ok !== true; attempt += 1) {
    if (attempt > 120) throw new Error("the server did not become ready: run `npm run build` first");
    await pause(250);
  }
  const reference = await emptyServer();
  const headers = { authorization: `Bearer ${keys["crm-sync"] ?? ""}`, "content-type": "application/json" };
  const auto = await rate(`${url}/api/v1/proposals`, { method: "POST", headers, body: body("get") });
  const row = (name: string, value: number, bar: number): Row => {
    const ratio = value / reference;
    return {
      name,
      value: Math.round(value),
      unit: "requests/s",
      reference: `empty node:http, ${String(Math.round(reference))}/s`,
      ratio,
      bar,
      holds: ratio >= bar,
    };
  };
  const rows = [row("propose_auto", auto, 0.07)].filter((one) => values.only === undefined || one.name === values.only);
  for (const one of rows) {
    process.stdout.write(
      `${one.holds ? "✓" : "✗"} ${one.name.padEnd(14)} ${String(one.value).padStart(7)} ${one.unit}  ${one.ratio.toFixed(3)}× ${one.reference} (bar ${String(one.bar)}×)\n`,
    );
  }
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 2));
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
  process.exitCode = rows.every((one) => one.holds) ? 0 : 1;
}

await main();
