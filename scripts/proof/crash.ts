import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";

import { build } from "esbuild";

import { Random } from "../demo/random";
import type { Extent, Proof } from "./proof";
import type { Said } from "./crash-account";
import { compare, emptyTally, proofOfKills } from "./crash-account";
import { killServers } from "./crash-server";
import { inTemporaryFolder } from "./workspace";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SLICE_KILLS = 50;
const FULL_KILLS = 1000;
/** A new database after so many kills: each kill also finds the remains of those before it, and no check grows without end. */
const KILLS_A_FILE = 25;
const START_MS = 60_000;

/**
 * `kill -9` at random instants while sixteen calls are under way (design: trust R1): what was acknowledged is there, what was not can be sent again
 * without making a second one, and the file and its ledger are whole.
 */
export async function crash({ full, progress }: Extent): Promise<readonly Proof[]> {
  const random = new Random(Math.floor(Date.now() % 2 ** 31));
  const goal = full ? FULL_KILLS : SLICE_KILLS;
  const tally = emptyTally();
  const writer = await bundledWriter();
  await inTemporaryFolder(async (folder) => {
    let begun = 0;
    // One file after the other, two side by side: a kill mostly waits for processes to start.
    const lane = async (): Promise<void> => {
      while (begun < goal) {
        const first = begun;
        begun += KILLS_A_FILE;
        const file = path.join(folder, `crash-${String(first)}.db`);
        const said: Said = { tried: new Set(), acked: new Map() };
        for (let kill = first; kill < Math.min(first + KILLS_A_FILE, goal); kill += 1) {
          const fresh = await writeUntilKilled([writer, file], said, `k${String(kill)}`, random.between(50, 400));
          tally.kills += 1;
          await compare(file, said, fresh, tally);
          progress(`${String(tally.kills)} of ${String(goal)} kills, ${String(tally.acks)} acknowledged`);
        }
      }
    };
    await Promise.all([lane(), lane()]);
  });
  await rm(writer);
  return [proofOfKills("crash: nothing acknowledged is lost to kill -9", goal, tally), await killServers({ full, progress })];
}

/** The writer as one file for plain Node, so that a kill costs no compilation; beside the packages that it imports. */
async function bundledWriter(): Promise<string> {
  const outfile = path.join(ROOT, "node_modules", ".cache", "countersign", `crash-writer-${String(process.pid)}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["scripts/proof/crash-writer.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.9",
    packages: "external",
    define: { "import.meta.dirname": JSON.stringify(import.meta.dirname) },
    logLevel: "warning",
  });
  return outfile;
}

/** One life of the writer: killed `afterMs` after its first answer. Answers the keys that this life tried. */
async function writeUntilKilled(script: readonly string[], said: Said, run: string, afterMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [...script, run], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  const fresh: string[] = [];
  let timer = setTimeout(() => child.kill("SIGKILL"), START_MS);
  const answer = { came: false };
  const heard = (line: string): void => {
    const [word, key, id] = line.split(" ");
    if (word === "try" && key !== undefined) {
      said.tried.add(key);
      fresh.push(key);
    }
    if (word !== "ack" || key === undefined || id === undefined) return;
    said.acked.set(key, id);
    if (answer.came) return;
    answer.came = true;
    clearTimeout(timer);
    timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
  };
  // Every chunk that was in the pipe, also what came after the end was known: a reader by lines may let go of the last.
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) heard(line);
  });
  await closed;
  clearTimeout(timer);
  if (child.signalCode !== "SIGKILL") throw new Error(`the writer ended by itself with ${String(child.exitCode)}`);
  if (!answer.came) throw new Error(`the writer answered nothing within ${String(START_MS / 1000)} s`);
  return fresh;
}
