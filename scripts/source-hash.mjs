import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const STAMP = path.join(ROOT, ".next", "countersign-build");
/** Everything that a build reads. */
const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "sdk",
  "server.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/build.mjs",
];

/** True when what was built was built from exactly the sources that are here now. */
export function buildIsFresh() {
  const outputs = [
    STAMP,
    path.join(ROOT, ".next", "BUILD_ID"),
    path.join(ROOT, "dist", "server.js"),
    path.join(ROOT, "sdk", "dist", "index.js"),
  ];
  return outputs.every(existsSync) && readFileSync(STAMP, "utf8") === sourceHash();
}

/** Records that the build that just ended was made from `hash`. */
export function stampBuild(hash) {
  writeFileSync(STAMP, hash);
}

/** A hash of the names and contents of everything that a build reads; tests and what is hidden are left out. */
export function sourceHash() {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const file of SOURCES.flatMap(filesIn).sort()) {
    hash.update(`\0${file}\0`).update(
      createHash("sha256")
        .update(readFileSync(path.join(ROOT, file)))
        .digest(),
    );
  }
  return hash.digest("hex");
}

function filesIn(name) {
  const full = path.join(ROOT, name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full, { withFileTypes: true })
    .filter(
      (entry) =>
        !entry.name.startsWith(".") &&
        !["node_modules", "dist"].includes(entry.name) &&
        !/\.(test|contract)\.tsx?$/.test(entry.name),
    )
    .flatMap((entry) => filesIn(`${name}/${entry.name}`));
}
