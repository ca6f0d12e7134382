import { expect, it } from "vitest";

import { runScript } from "../test/run-script";

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
  const { code, printed, said } = await runScript(`scripts/${script}.ts`, args, { COUNTERSIGN_DATA_DIR: "/nonexistent" });
  expect({ code, printed }).toEqual({ code: 2, printed: "" });
  expect(said).toMatch(says);
  expect(said.trimEnd().split("\n")).toHaveLength(1);
});
