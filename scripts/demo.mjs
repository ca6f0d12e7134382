import { spawn } from "node:child_process";
import path from "node:path";
import { ensureInstalled, requireNode } from "./install.mjs";
import { buildIsFresh } from "./source-hash.mjs";
import { runStep, say, stopStepsOnSignal } from "./steps.mjs";

/**
 * `npm run demo`: from a fresh clone to a live queue. Installs and builds what is not there yet, then hands over to
 * scripts/demo.ts with the arguments it was given. Ctrl-C stops everything that was started.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const STOP_MS = 10_000;

requireNode();
process.chdir(ROOT);
stopStepsOnSignal();
try {
  await ensureInstalled(runStep);
  if (buildIsFresh()) say("✓ built already");
  else if (!(await runStep("build", process.execPath, ["scripts/build.mjs"])).ok) throw new Error("the build failed: see above");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
runDemo(process.argv.slice(2));

function runDemo(args) {
  const demo = spawn(process.execPath, ["--import", "tsx", "scripts/demo.ts", ...args], {
    // A group of its own: one signal reaches the server and the agents alike, and nothing of it outlives this process.
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", UV_THREADPOOL_SIZE: "8" },
  });
  const signalAll = (signal) => {
    try {
      process.kill(-demo.pid, signal);
    } catch {
      // the whole group has already ended
    }
  };
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      signalAll(asked ? "SIGKILL" : "SIGTERM");
      if (!asked) setTimeout(() => signalAll("SIGKILL"), STOP_MS).unref();
      asked = true;
    });
  }
  process.on("exit", () => signalAll("SIGKILL"));
  demo.once("error", (error) => {
    console.error(`the demo did not start: ${error.message}`);
    process.exit(1);
  });
  demo.once("exit", (code) => process.exit(asked ? 0 : (code ?? 1)));
}
