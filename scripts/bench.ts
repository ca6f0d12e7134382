import { writeFileSync } from "node:fs";

import { batchRows } from "../bench/batch";
import { claimRows } from "../bench/claim";
import { growthRows } from "../bench/growth";
import { POSTGRES_GROUPS } from "../bench/postgres";
import { proposeRows } from "../bench/propose";
import { rejectRows } from "../bench/reject";
import type { Row } from "../bench/row";
import { rowText } from "../bench/row";
import { ruleRows } from "../bench/rules";
import { screenRows } from "../bench/screen";
import { undoRows } from "../bench/undo";
import { wakeRows } from "../bench/wake";
import { whatIfRows } from "../bench/what-if";
import { fail, readCount, readFlags } from "./command-line";

/**
 * `npm run bench`: the figures that the product must hold, each as a ratio against a reference measured in the same run. Needs a build. Absolute
 * figures are noisy; run it on a machine that does nothing else. `--only NAME` picks groups or rows, `--json FILE` writes them, and with
 * `--database postgres` the same is measured on PostgreSQL right after, with one, two and three servers.
 */
const { values } = readFlags({
  options: {
    only: { type: "string" },
    json: { type: "string" },
    seconds: { type: "string", default: "8" },
    database: { type: "string", default: "sqlite" },
  },
});

const SECONDS = readCount("seconds", values.seconds) ?? 8;
const say = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`  … ${text}\n`);
};

/** A group is measured together, because its rows share a server or a reference. */
const GROUPS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  propose: () => proposeRows(SECONDS),
  batch: batchRows,
  wake: wakeRows,
  undo: undoRows,
  claim: claimRows,
  reject: rejectRows,
  screen: screenRows,
  growth: () => growthRows(say),
  rules: ruleRows,
  what_if: () => whatIfRows(say),
};
const ROWS: Readonly<Record<string, readonly string[]>> = {
  propose: ["propose", "propose_node", "propose_p99", "propose_auto"],
  batch: ["batch"],
  wake: ["wake_p50", "wake_p99"],
  undo: ["undo_window"],
  claim: ["claim_visible"],
  reject: ["reject_p99"],
  screen: ["key_to_paint", "layout_shift", "first_card", "queue_js"],
  growth: ["growth_queue", "growth_propose", "growth_decide"],
  rules: ["rules_10000"],
  what_if: ["what_if", "what_if_unequal", "what_if_rule", "revert"],
};

const only = values.only?.split(",") ?? null;
const chosen = Object.keys(GROUPS).filter(
  (group) =>
    only === null ||
    only.some(
      (name) => name === group || ROWS[group]?.some((row) => row.startsWith(name) || name.startsWith(`${row}_`)) === true,
    ),
);
if (chosen.length === 0) {
  fail(`there is nothing of that name: choose from ${Object.values(ROWS).flat().join(", ")}`);
}

if (values.database !== "sqlite" && values.database !== "postgres") fail("`--database` is sqlite or postgres");

const rows: Row[] = [];
const show = (measured: readonly Row[]): void => {
  for (const row of measured) console.log(rowText(row));
  rows.push(...measured);
};
for (const group of chosen) {
  say(group);
  show((await GROUPS[group]?.()) ?? []);
  if (values.database === "postgres") show((await POSTGRES_GROUPS[group]?.({ embedded: rows, seconds: SECONDS, say })) ?? []);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
