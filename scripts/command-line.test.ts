import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";

/** Runs one of the scripts as npm does; answers how it ended and what it said. */
async function run(script: string, ...args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const { COUNTERSIGN_KEY: _key, ...env } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...env, COUNTERSIGN_DATA_DIR: "/nonexistent" },
  });
  const [, said, printed] = await Promise.all([once(child, "exit"), text(child.stderr), text(child.stdout)]);
  expect(printed).toBe("");
  return { code: child.exitCode, said };
}

it.each([
  ["replay", ["calls.jsonl", "--speed", "9"], /unknown option '--speed'/i],
  ["replay", [], /^name the file/],
  ["replay", ["calls-that-are-not-there.jsonl"], /^calls-that-are-not-there\.jsonl cannot be read/],
  ["replay", ["package.json", "--rate", "fast"], /^--rate takes a number above 0/],
  ["replay", ["package.json", "--url", "here"], /^--url takes the address/],
  ["bench", ["--fast"], /unknown option '--fast'/i],
  ["demo", ["--rest"], /unknown option '--rest'/i],
  ["proof", ["--json"], /'--json <value>' argument missing/],
] as const)("%s, called with %j, says what is wrong in one line and ends with 2", async (script, args, says) => {
  const { code, said } = await run(script, ...args);
  expect(code).toBe(2);
  expect(said).toMatch(says);
  expect(said.trimEnd().split("\n")).toHaveLength(1);
});
