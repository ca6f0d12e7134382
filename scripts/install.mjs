import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const LOCK = path.join(ROOT, "package-lock.json");
const MODULES = path.join(ROOT, "node_modules");
const STAMP = path.join(MODULES, ".countersign-lock");
/** The addon that is compiled on this machine: an install that skipped its script looks complete until it is loaded. */
const LOADS = ["-e", "new (require('better-sqlite3'))(':memory:').close()"];

/** Refuses a Node.js that is too old, before anything fails in a way that does not say so. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  console.error(`countersign needs Node.js 20.9 or newer; this is ${process.versions.node}`);
  process.exit(1);
}

/** Leaves exactly what the lock file says in node_modules, installing only when it does not hold already; throws when it cannot. */
export async function ensureInstalled(run) {
  await ensureUnpacked(run);
  await ensureCompiled(run);
}

/** The packages without their install scripts: enough for whatever only reads code, while {@link ensureCompiled} takes its minutes. */
export async function ensureUnpacked(run) {
  if (isInstalled()) return;
  const { ok } = await run("packages", "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (!ok) throw new Error("the packages could not be installed: see above");
}

/** Runs the install scripts that package.json allows by name, unless what they make works already; throws when it does not. */
export async function ensureCompiled(run) {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp() && loads()) return;
  const scripts = allowedScripts();
  await run("native addons", "npm", ["rebuild", ...scripts, "--foreground-scripts"]);
  if (!loads()) {
    throw new Error(
      "better-sqlite3 does not load: it needs a C++ compiler and Python to build, then `npm rebuild better-sqlite3`",
    );
  }
  writeFileSync(STAMP, stamp());
}

function allowedScripts() {
  const { allowScripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  return Object.keys(allowScripts).filter((name) => allowScripts[name] && existsSync(path.join(MODULES, name)));
}

function isInstalled() {
  if (existsSync(STAMP)) return readFileSync(STAMP, "utf8") === stamp();
  // Installed by hand: npm's own record of what it put there has to agree with the lock file.
  const record = path.join(MODULES, ".package-lock.json");
  return existsSync(record) && agrees(packagesOf(LOCK), packagesOf(record));
}

function agrees(wanted, present) {
  return Object.entries(wanted).every(
    ([where, entry]) => where === "" || entry.optional || entry.peer || present[where]?.version === entry.version,
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** What an install depends on: the lock file, and the Node.js that its addons were compiled for. */
function stamp() {
  const lock = createHash("sha256").update(readFileSync(LOCK)).digest("hex");
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}\n`;
}

function loads() {
  return spawnSync(process.execPath, LOADS, { cwd: ROOT }).status === 0;
}
