import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { belowFloors } from "./version-floors.mjs";

/**
 * Proves that the lock file installs everywhere: every version pinned, every optional package of every platform listed,
 * nothing older than what is known to have holes, and no registry's address. npm leaves out the platforms that the registry it asked does not carry, after which
 * `npm ci` refuses the lock file as out of date. `--write` adds what is missing: the versions are exact, since each
 * native package pins its own platforms, and the platform is in the name.
 */
const LOCK = path.resolve(import.meta.dirname, "..", "package-lock.json");
const PLATFORM =
  /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64)(?:-(gnueabihf|musleabihf|gnu|musl|msvc|eabi))?$/;

const lock = JSON.parse(readFileSync(LOCK, "utf8"));
const entries = Object.entries(lock.packages);
const missing = entries.flatMap(([where, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !reaches(where, name))
    .map(([name, version]) => ({ name, version, of: entry })),
);

if (process.argv.includes("--write")) {
  for (const { name, version, of } of missing) lock.packages[`node_modules/${name}`] = platformEntry(name, version, of);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages of other platforms added`);
} else {
  const { dependencies = {}, devDependencies = {} } = lock.packages[""];
  const wrong = [
    ...missing.map(({ name, version }) => `${name}@${version} is not listed: run \`node scripts/check-lock.mjs --write\``),
    ...Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
      .map(([name, range]) => `${name} is not pinned to one version: ${range}`),
    ...entries
      .filter(([, { resolved = "" }]) => /^https?:/.test(resolved))
      .map(([where, { resolved }]) => `${where} names a registry: ${resolved}`),
    ...belowFloors(lock.packages),
  ];
  for (const line of wrong) console.log(line);
  if (wrong.length === 0) console.log(`${entries.length} packages are pinned`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

/** Whether Node.js would find `name` from the package at `where`: beside it, or in any folder above. */
function reaches(where, name) {
  for (let folder = where; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === "") return false;
  }
}

function platformEntry(name, version, of) {
  const wasm = name.endsWith("-wasm32-wasi");
  const [, os, cpu, abi] = PLATFORM.exec(name) ?? [];
  if (os === undefined && !wasm) throw new Error(`${name}: the name does not say its platform, add it by hand`);
  return {
    version,
    cpu: [wasm ? "wasm32" : cpu],
    ...(of.dev ? { dev: true } : {}),
    ...(os === "linux" && abi !== undefined ? { libc: [abi.startsWith("musl") ? "musl" : "glibc"] } : {}),
    ...(of.license ? { license: of.license } : {}),
    optional: true,
    ...(wasm ? {} : { os: [os] }),
  };
}
