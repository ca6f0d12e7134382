import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "../test/free-port";
import type { Load } from "./throughput";
import { load } from "./throughput";

const BIN = path.resolve("node_modules/.bin/next");
const ENV = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * An empty Next.js route handler in its own production server: what the same stack answers without our door. Built in a copy that is thrown
 * away: a build writes types and a configuration beside its sources, which every later check of this repository would read.
 */
export async function emptyNext(seconds: number, body: string): Promise<Load> {
  return inCopy(async (folder, started) => {
    const build = started(spawn(BIN, ["build", folder], { stdio: ["ignore", "ignore", "inherit"], env: ENV }));
    await once(build, "exit");
    if (build.exitCode !== 0) throw new Error("the empty Next.js app could not be built");
    const port = await freePort();
    const server = started(spawn(BIN, ["start", folder, "-p", String(port), "-H", "127.0.0.1"], { stdio: "ignore", env: ENV }));
    const ended = once(server, "exit");
    try {
      const url = `http://127.0.0.1:${String(port)}/empty`;
      await isReady(url);
      await load(1, { url, method: "POST", body });
      return await load(seconds, { url, method: "POST", body });
    } finally {
      server.kill("SIGTERM");
      await ended;
    }
  });
}

async function isReady(url: string): Promise<void> {
  for (let attempt = 0; (await fetch(url, { method: "POST" }).catch(() => null))?.ok !== true; attempt += 1) {
    if (attempt > 120) throw new Error("the empty Next.js server did not become ready");
    await pause(250);
  }
}

type Work<Value> = (folder: string, started: (child: ChildProcess) => ChildProcess) => Promise<Value>;

/** Works in a copy of the app, below this repository so that its packages are found; gone afterwards, and when the run is interrupted. */
async function inCopy<Value>(work: Work<Value>): Promise<Value> {
  const cache = path.resolve(".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, "empty-next-"));
  const children: ChildProcess[] = [];
  const interrupted = (signal: NodeJS.Signals): void => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
    // Nobody listens any more: now it ends this process.
    for (const name of SIGNALS) process.removeListener(name, interrupted);
    process.kill(process.pid, signal);
  };
  for (const name of SIGNALS) process.once(name, interrupted);
  try {
    cpSync(path.resolve("bench/empty-next"), folder, { recursive: true });
    return await work(folder, (child) => {
      children.push(child);
      return child;
    });
  } finally {
    for (const name of SIGNALS) process.removeListener(name, interrupted);
    rmSync(folder, { recursive: true, force: true });
  }
}
