import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** What a Chromium in a container needs to start, and what keeps it from calling anyone. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium on this machine, or null: `CHROMIUM_PATH` first, then Playwright's own, then an installed one. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return chosen;
  const onPath = (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...playwrightBrowsers(), "/usr/bin/chromium", ...onPath, ...APPLICATIONS].find(isExecutable) ?? null;
}

/** A Chromium, installed with apt where that is possible; throws with what to do where it is not. `run` runs a command as a step. */
export async function ensureChromium(run) {
  const found = findChromium();
  if (found !== null) return found;
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (!debian) throw new Error("no Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to one");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("package lists", "apt-get", ["update"], { env });
  // Without its recommendations, which bring a printing system; a page without a font has no text.
  await run("Chromium", "apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"], { env });
  const installed = findChromium();
  if (installed === null) throw new Error("apt installed no Chromium: install one by hand, or set CHROMIUM_PATH to one");
  return installed;
}

/** The version that `executable` prints, or null when it does not start. */
export function chromiumVersion(executable) {
  const { status, stdout } = spawnSync(executable, ["--version", "--no-sandbox"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 ? stdout.trim() : null;
}

function playwrightBrowsers() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(folder)) return [];
  const newestFirst = readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  return newestFirst.flatMap((name) => ["chrome-linux64", "chrome-linux"].map((sub) => path.join(folder, name, sub, "chrome")));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not ours to run: the next candidate is tried
  }
}
