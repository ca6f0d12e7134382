import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { readCount, readFlags } from "./command-line";
import { runAgents } from "./demo/agents";
import type { Seeded } from "./demo/seed";
import { DEMO_PASSWORD, DEMO_PEOPLE, seed } from "./demo/seed";
import { SERVER_FLAGS } from "./server-flags.mjs";

/** `npm run demo`, once installed and built: seeds what is not there, starts the server and six agents, and stops all of it on Ctrl-C. */
const { values } = readFlags({
  options: {
    reset: { type: "boolean", default: false },
    port: { type: "string", default: process.env["PORT"] ?? "3000" },
    days: { type: "string", default: "30" },
    agents: { type: "boolean", default: true },
  },
  allowNegative: true,
});

const DAYS = readCount("days", values.days) ?? 30;
const DATA = path.resolve("data/demo");
const KEYS = path.join(DATA, "demo-keys.json");
const DATABASE = `file:${path.join(DATA, "countersign.db")}`;
const URL_ = `http://127.0.0.1:${values.port}`;
const stop = new AbortController();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function progress(done: number, total: number): void {
  const percent = Math.round((100 * done) / total);
  if (process.stdout.isTTY)
    process.stdout.write(`\r  ${String(DAYS)} days of history … ${String(percent)} %${done === total ? "\n" : ""}`);
  else if (done % 100 === 0 || done === total) say(`  history: ${String(percent)} %`);
}

async function seeded(): Promise<Seeded> {
  if (values.reset) rmSync(DATA, { recursive: true, force: true });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written below, by this program
  if (existsSync(KEYS)) return JSON.parse(readFileSync(KEYS, "utf8")) as Seeded; // written below, by this program
  // Half a seed, from a run that was interrupted, is no seed.
  rmSync(DATA, { recursive: true, force: true });
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  say("Seeding people, agents and a past …");
  const made = await seed({
    databaseUrl: DATABASE,
    dataDir: DATA,
    baseUrl: URL_,
    days: DAYS,
    onProgress: progress,
  });
  writeFileSync(KEYS, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

function startServer(): ReturnType<typeof spawn> {
  const server = spawn(process.execPath, [...SERVER_FLAGS, "dist/server.js"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      PORT: values.port,
      HOST: "127.0.0.1",
      COUNTERSIGN_DATABASE_URL: DATABASE,
      COUNTERSIGN_DATA_DIR: DATA,
      COUNTERSIGN_LOG_LEVEL: "error",
      NEXTAUTH_URL: URL_,
      NODE_ENV: "production",
    },
  });
  server.once("exit", (code) => {
    if (!stop.signal.aborted) say(`The server ended (${String(code)}): see above.`);
    stop.abort();
  });
  return server;
}

async function ready(): Promise<void> {
  for (let attempt = 0; attempt < 240 && !stop.signal.aborted; attempt += 1) {
    const answer = await fetch(`${URL_}/api/v1/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await pause(250);
  }
  throw new Error("the server did not become ready: see above");
}

async function main(): Promise<void> {
  const { keys } = await seeded();
  const server = startServer();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop.abort();
      server.kill("SIGTERM");
    });
  }
  await ready();
  say(`\n  Countersign is running at ${URL_}\n`);
  for (const person of DEMO_PEOPLE) say(`    ${person.role.padEnd(9)} ${person.email.padEnd(24)} ${DEMO_PASSWORD}`);
  const busy = values.agents ? "Six agents propose, wait, redeem and report over the HTTP API. " : "";
  say(`\n  ${busy}Ctrl-C stops everything; --reset starts over.\n`);
  if (values.agents)
    await runAgents({
      url: URL_,
      keys,
      signal: stop.signal,
      say: (line) => {
        say(`  ${line}`);
      },
    });
  else await new Promise((resolve) => stop.signal.addEventListener("abort", resolve));
  server.kill("SIGTERM");
}

await main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
  stop.abort();
});
