import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromiumVersion, ensureChromium } from "./chromium.mjs";
import { countPlaywright, countProofs, countsLine, countVitest, NOTHING, sum } from "./counts.mjs";
import { ensureCompiled, ensureUnpacked, requireNode } from "./install.mjs";
import { buildIsFresh } from "./source-hash.mjs";
import { scratchFolder } from "./scratch.mjs";
import { inOrder, runStep, say, seconds, stopStepsOnSignal } from "./steps.mjs";

/**
 * `npm test`: everything that has to hold, from a fresh clone. Ends with one line, `N passed, N failed`, summed from the
 * reports of the runners; a check that fails counts as one failure. `--only verify,unit,build,e2e,proof` runs parts of it.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const PARTS = ["verify", "unit", "build", "e2e", "proof"];
/** How many cores' worth of work runs at once; more would only make everything wait for everything. */
const CORES = 2;
const bin = (name) => path.join(ROOT, "node_modules", ".bin", name);
const node = process.execPath;
/**
 * For reading all of the code at once: it makes a lot that is soon forgotten and keeps more than Node allows on a machine with 8 GB by itself, and
 * threads that collect beside it would only take the other steps' cores.
 */
const LARGE_HEAP = ["--max-old-space-size=4096", "--max-semi-space-size=64", "--single-threaded-gc"];
const BUILD = { NEXT_TELEMETRY_DISABLED: "1" };

requireNode();
process.chdir(ROOT);
const chosen = chosenParts();
const scratch = scratchFolder();
const reports = path.join(scratch, "reports");
mkdirSync(reports);
// Every database, profile and report of the run goes there, and with it.
process.env.TMPDIR = scratch;
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
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

/**
 * What is long or mostly waits begins first, and what fills two cores by itself comes last. The build writes the route types that types and
 * lint read, so nothing reads the code through the compiler meanwhile.
 */
async function everything() {
  // Installing a browser waits for the network and the disk: it goes on while the packages are unpacked and the screens are built.
  const browser = needsBrowser() ? ensureChromium(runStep).catch((error) => error) : Promise.resolve("");
  await ensureUnpacked(runStep);
  // What the build left for the parts that run on it; null where there is none.
  const built = { env: null };
  const onBuild = ["native addons", "build"];
  const jobs = [
    { name: "native addons", run: () => ensureCompiled(runStep).then(() => NOTHING) },
    ...(chosen.has("verify") ? [check("route types", bin("next"), ["typegen"])] : []),
    ...(needsBuild() ? [{ name: "build", needs: ["route types"], run: () => build(built, browser) }] : []),
    ...(chosen.has("e2e") ? [{ name: "e2e", needs: onBuild, share: 0.5, run: () => onBuilt(built, endToEnd) }] : []),
    ...(chosen.has("proof") ? [{ name: "proof", needs: onBuild, share: 0.5, run: () => onBuilt(built, proofs) }] : []),
    ...(chosen.has("verify") ? checks() : []),
    ...(chosen.has("unit") ? [{ name: "unit", needs: onBuild, share: 1.5, run: unit }] : []),
  ];
  return sum(await inOrder(jobs, CORES));
}

/** Checks that run no product code. */
function checks() {
  const compiler = ["route types", "build"];
  return [
    check("format", bin("prettier"), ["--check", "--log-level", "warn", "."]),
    check("types and lint", node, [...LARGE_HEAP, "scripts/check-code.mjs"], compiler),
    check("boundaries", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "."]),
    check("dead code", bin("knip"), ["--no-progress"]),
    check("lock file", node, ["scripts/check-lock.mjs"]),
    check("documents", node, ["scripts/check-docs.mjs"]),
    check("texts", node, ["--import", "tsx", "scripts/check-words.ts"]),
    check("migrations", node, ["scripts/check-migrations.mjs"]),
  ];
}

function check(name, command, args, needs = []) {
  const run = async () => {
    const { ok } = await runStep(name, command, args, { env: BUILD });
    return ok ? NOTHING : { ...NOTHING, failed: [name] };
  };
  return { name, needs, run };
}

function unit() {
  const report = path.join(reports, "unit.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runTests("unit and contract tests", bin("vitest"), args, { report, count: countVitest });
}

function needsBrowser() {
  return chosen.has("e2e") || chosen.has("proof");
}

function needsBuild() {
  return chosen.has("build") || needsBrowser();
}

/** The build, and the Chromium that is being looked for, for the parts that were chosen. Leaves in `built` what those need, or null where nothing can run on them. */
async function build(built, chromium) {
  if (!chosen.has("build") && buildIsFresh()) say("✓ built already");
  else if (!(await runStep("build", node, ["scripts/build.mjs"])).ok) return { ...NOTHING, failed: ["build"] };
  const browser = await chromium;
  if (browser instanceof Error) return { ...NOTHING, failed: [browser.message] };
  if (browser !== "") say(`✓ ${chromiumVersion(browser) ?? browser}`);
  built.env = { ...BUILD, CHROMIUM_PATH: browser };
  return NOTHING;
}

/** The counts of a part that runs on the build. That there is no build is a failure already, and counted as one. */
function onBuilt({ env }, part) {
  if (env !== null) return part(env);
  say(`✗ ${part === endToEnd ? "end-to-end tests" : "proofs"} did not run: there is no build with a Chromium`);
  return Promise.resolve(NOTHING);
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

/** Runs a runner and counts its report. One that fails without naming a failure, or that ran nothing, is itself a failure. */
async function runTests(name, command, args, { report, count, env = {} }) {
  const counted = () => (existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : NOTHING);
  const { ok } = await runStep(name, command, args, { env, note: () => countsLine(counted()) });
  const counts = counted();
  if (!ok && counts.failed.length === 0) return sum([counts, { ...NOTHING, failed: [`${name}: the runner failed`] }]);
  if (counts.passed === 0 && counts.failed.length === 0) return sum([counts, { ...NOTHING, failed: [`${name}: nothing ran`] }]);
  return counts;
}
