import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromiumVersion, ensureChromium } from "./chromium.mjs";
import { countPlaywright, countProofs, countsLine, countVitest, NOTHING, sum } from "./counts.mjs";
import { ensureCompiled, ensureUnpacked, requireNode } from "./install.mjs";
import { buildIsFresh } from "./source-hash.mjs";
import { inPairs, runStep, say, seconds, stopStepsOnSignal } from "./steps.mjs";

/**
 * `npm test`: everything that has to hold, from a fresh clone. Ends with one line, `N passed, N failed`, summed from the
 * reports of the runners; a check that fails counts as one failure. `--only verify,unit,build,e2e,proof` runs parts of it.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const PARTS = ["verify", "unit", "build", "e2e", "proof"];
const bin = (name) => path.join(ROOT, "node_modules", ".bin", name);
const node = process.execPath;
const BUILD = { NEXT_TELEMETRY_DISABLED: "1" };

requireNode();
process.chdir(ROOT);
const chosen = chosenParts();
const reports = mkdtempSync(path.join(tmpdir(), "countersign-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
stopStepsOnSignal();
await main();

function chosenParts() {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const parts = values.only?.split(",") ?? PARTS;
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length === 0) return new Set(parts);
  console.error(`there is no part \`${unknown.join("`, `")}\`: choose from ${PARTS.join(", ")}`);
  process.exit(2);
}

async function main() {
  const startedAt = Date.now();
  const counts = await everything().catch((error) => ({
    ...NOTHING,
    failed: [error instanceof Error ? error.message : String(error)],
  }));
  say();
  for (const name of counts.failed) say(`failed: ${name}`);
  for (const { name, reason } of counts.skipped) say(`skipped: ${name} (${reason})`);
  say(`took ${seconds(Date.now() - startedAt)}`);
  say(countsLine(counts));
  process.exitCode = counts.failed.length === 0 ? 0 : 1;
}

async function everything() {
  await ensureUnpacked(runStep);
  const compiled = ensureCompiled(runStep);
  // Its failure is met where it is awaited, after checks that need nothing compiled.
  compiled.catch(() => undefined);
  const counts = [];
  if (chosen.has("verify")) counts.push(await verify(compiled));
  await compiled;
  const build = await built();
  counts.push(build.counts);
  // The browser mostly waits for what a person would wait for: side by side with the unit tests it costs little time of its own.
  const jobs = [];
  if (chosen.has("unit")) jobs.push(unit);
  if (chosen.has("e2e") && build.env !== null) jobs.push(() => endToEnd(build.env));
  counts.push(...(await inPairs(jobs)));
  if (chosen.has("proof") && build.env !== null) counts.push(await proofs(build.env));
  return sum(counts);
}

/** Checks that run no product code, two at a time, of which compiling counts as one. Route types come first: types and lint read them. */
async function verify(compiled) {
  const check = (name, command, args) => async () => ({ name, ...(await runStep(name, command, args, { env: BUILD })) });
  const first = [
    check("route types", bin("next"), ["typegen"]),
    check("format", bin("prettier"), ["--check", "--log-level", "warn", "."]),
  ];
  const then = [
    check("lint", bin("eslint"), ["--max-warnings", "0", "."]),
    check("types", bin("tsc"), ["--noEmit"]),
    check("boundaries", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "."]),
    check("dead code", bin("knip"), ["--no-progress"]),
    check("lock file", node, ["scripts/check-lock.mjs"]),
    check("documents", node, ["scripts/check-docs.mjs"]),
    check("migrations", node, ["scripts/check-migrations.mjs"]),
  ];
  // Its failure is said where it is awaited again.
  const compiling = async () => {
    await Promise.allSettled([compiled]);
    return { name: "native addons", ok: true };
  };
  const results = [...(await inPairs(first)), ...(await inPairs([compiling, ...then]))];
  return { ...NOTHING, failed: results.filter(({ ok }) => !ok).map(({ name }) => name) };
}

function unit() {
  const report = path.join(reports, "unit.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runTests("unit and contract tests", bin("vitest"), args, { report, count: countVitest });
}

/** The build and a Chromium, for the parts that were chosen; `env` is null where nothing can run on them. */
async function built() {
  const needsBrowser = chosen.has("e2e") || chosen.has("proof");
  if (!needsBrowser && !chosen.has("build")) return { counts: NOTHING, env: null };
  if (!chosen.has("build") && buildIsFresh()) say("✓ built already");
  else if (!(await runStep("build", node, ["scripts/build.mjs"])).ok) return notRun("build", "build failed");
  const browser = needsBrowser ? await ensureChromium(runStep).catch((error) => error) : null;
  if (browser instanceof Error) return notRun(browser.message, "there is no Chromium");
  if (browser !== null) say(`✓ ${chromiumVersion(browser) ?? browser}`);
  return { counts: NOTHING, env: { ...BUILD, CHROMIUM_PATH: browser ?? "" } };
}

function endToEnd(env) {
  const report = path.join(reports, "e2e.json");
  const options = { report, count: countPlaywright, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } };
  return runTests("end-to-end tests", bin("playwright"), ["test", "--reporter=list,json"], options);
}

function proofs(env) {
  const report = path.join(reports, "proof.json");
  const args = ["--import", "tsx", "scripts/proof.ts", "--slice", "--json", report];
  return runTests("proofs", node, args, { report, count: countProofs, env });
}

function notRun(failure, because) {
  for (const part of ["e2e", "proof"]) if (chosen.has(part)) say(`✗ ${part} did not run: ${because}`);
  return { counts: { ...NOTHING, failed: [failure] }, env: null };
}

/** Runs a runner and counts its report. One that fails without naming a failure, or that ran nothing, is itself a failure. */
async function runTests(name, command, args, { report, count, env = {} }) {
  const counted = () => (existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : NOTHING);
  const { ok } = await runStep(name, command, args, { env, timeoutMs: 900_000, note: () => countsLine(counted()) });
  const counts = counted();
  if (!ok && counts.failed.length === 0) return sum([counts, { ...NOTHING, failed: [`${name}: the runner failed`] }]);
  if (counts.passed === 0 && counts.failed.length === 0) return sum([counts, { ...NOTHING, failed: [`${name}: nothing ran`] }]);
  return counts;
}
