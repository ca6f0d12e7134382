import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { compilePolicy } from "../lib/domain/policy/compile-policy";
import { readPolicy } from "../lib/domain/policy/validate-policy";
import { drawing } from "./curve/draw";
import { judgedCalls } from "./curve/judged-calls";
import type { SetFigures } from "./curve/sets";
import { figuresOf } from "./curve/sets";
import { recordedCall } from "./replay/recorded-call";

/**
 * `npm run curve -- FILE`: how well risk tells wrong changes from right ones on recorded calls whose labels are known. Prints, for each set of
 * calls, what the policy holds for a person and how many looks, riskiest first, find how much; `--draw FILE.svg` draws the risk–coverage curves.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { policy: { type: "string", default: "examples/airline-policy.json" }, draw: { type: "string" } },
});

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function main(): void {
  const [file] = positionals;
  if (file === undefined) fail("name the file: npm run curve -- FILE [--policy FILE --draw FILE.svg]");
  const read = readPolicy(readFileSync(values.policy, "utf8"));
  if (!read.ok) fail(`${values.policy}: ${JSON.stringify(read.error, null, 2)}`);
  const lines = readFileSync(file, "utf8").split("\n");
  const calls = lines
    .filter((line) => line.trim() !== "")
    .map((line, index) => recordedCall(line) ?? fail(notACall(file, index)));
  const judged = judgedCalls(compilePolicy(read.value.document, 1), calls, Date.now());
  if (judged.length === 0) fail(`${file}: none of the ${String(calls.length)} calls is a change with a label`);
  const figures = figuresOf(judged);
  console.log(table(figures));
  if (values.draw === undefined) return;
  writeFileSync(values.draw, drawing(figures));
  console.log(`drawn: ${values.draw}`);
}

function notACall(file: string, index: number): string {
  return `${file}:${String(index + 1)}: this line is not a recorded call`;
}

function table(figures: readonly SetFigures[]): string {
  const [first] = figures;
  const shares = first?.looks.map(({ share }) => `looks for ${percent(share)}`) ?? [];
  const head = ["set", "changes", "wrong", "policy looks at", "and catches", ...shares, "area"];
  const rows = figures.map(({ name, calls, wrong, policy, looks, curve }) => [
    name,
    String(calls),
    `${String(wrong)} (${percent(wrong / calls)})`,
    `${String(policy.looks)} (${percent(policy.looks / calls)})`,
    `${String(policy.caught)} of ${String(wrong)}`,
    ...looks.map(({ looks: needed }) => `${String(needed)} (${percent(needed / calls)})`),
    curve.area === null ? "–" : curve.area.toFixed(3),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  const note =
    "looks for a share of the errors: riskiest first, if a look always finds; in any order it takes that share of all items.";
  return [line(head), ...rows.map(line), note].join("\n");
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

main();
