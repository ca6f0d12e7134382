import type { ChildProcessByStdio } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { isId } from "../lib/domain/ids";
import { verifyChain } from "../lib/domain/ledger";
import { temporaryFiles } from "../test/database-files";
import { migrationsFolder } from "../test/migrations-folder";
import { sha256 } from "../test/builders";
import { wholeLedger } from "../test/store-contract/writes";
import { openStore } from "./open";

const newFile = temporaryFiles();
const WRITER = join(import.meta.dirname, "../test/store-writer.ts");
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

type Writer = ChildProcessByStdio<Writable, Readable, null>;

/** Collects what a writing process says, and waits for it to have said enough. */
function listening(writer: Writer) {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: writer.stdout }).on("line", (line) => {
    lines.push(line);
    for (const check of waiting) check();
  });
  const until = (enough: (lines: readonly string[]) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!enough(lines)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return { lines, until };
}

const count = (lines: readonly string[], word: string): number => lines.filter((line) => line.startsWith(word)).length;

/** Every acknowledged proposal is there, with its ledger entry; the chain and every page check out. */
async function expectNothingLost(file: string, lines: readonly string[]): Promise<void> {
  const store = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  for (const line of lines) {
    const id = line.slice("ack ".length);
    if (!line.startsWith("ack ") || !isId("proposal", id)) continue;
    expect((await store.read.proposal(id))?.record.state.id, id).toBe(id);
    expect(await store.read.ledgerOf(id), id).toHaveLength(1);
  }
  expect(verifyChain(await wholeLedger(store), sha256)).toMatchObject({ ok: true });
  await store.close();
  const handle = new Database(file);
  expect(handle.pragma("integrity_check", { simple: true })).toBe("ok");
  const half = handle.prepare(
    "select count(*) from proposals where id not in (select subject from ledger where subject is not null)",
  );
  expect(half.pluck().get()).toBe(0);
  handle.close();
}

test("a process killed while it writes loses nothing that it acknowledged, again and again", async () => {
  const file = newFile();
  const said: string[] = [];
  for (const acks of [1, 150, 400]) {
    const writer = spawn(process.execPath, ["--import", TSX, WRITER, file], { stdio: ["pipe", "pipe", "inherit"] });
    const { lines, until } = listening(writer);
    await until((all) => count(all, "ack") >= acks);
    writer.kill("SIGKILL");
    await once(writer, "close");
    said.push(...lines);
    await expectNothingLost(file, said);
  }
});

test.skipIf(process.platform !== "linux")(
  "a process whose disk is full refuses, loses nothing and goes on once there is space",
  async () => {
    const file = newFile();
    // No file of this process may grow beyond 2 MB, until the limit is lifted.
    const limited = `ulimit -S -f 2048; exec "$0" --import "$1" "$2" "$3"`;
    const writer = spawn("bash", ["-c", limited, process.execPath, TSX, WRITER, file], { stdio: ["pipe", "pipe", "inherit"] });
    const { lines, until } = listening(writer);
    await until((all) => count(all, "no unavailable") >= 8);
    expect(count(lines, "no ")).toBe(count(lines, "no unavailable"));
    const before = count(lines, "ack");
    expect(before).toBeGreaterThan(0);
    execFileSync("prlimit", [`--pid=${String(writer.pid)}`, "--fsize=unlimited:"]);
    await until((all) => count(all, "ack") >= before + 100);
    writer.stdin.end();
    await once(writer, "close");
    expect(writer.exitCode).toBe(0);
    expect(lines.at(-1)).toBe("closed");
    await expectNothingLost(file, lines);
  },
);
