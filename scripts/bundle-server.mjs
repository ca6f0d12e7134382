import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** Bundles server.ts and what it imports of ours into dist/server.js; packages stay in node_modules, where their addons are. */
const ROOT = path.resolve(import.meta.dirname, "..");

rmSync(path.join(ROOT, "dist"), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ["server.ts"],
  outfile: "dist/server.js",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.9",
  packages: "external",
  sourcemap: "linked",
  metafile: true,
  logLevel: "warning",
});
// A thread is started from its file: the server looks for it beside itself.
copyFileSync(path.join(ROOT, "db/thread.sqlite.mjs"), path.join(ROOT, "dist/thread.sqlite.mjs"));
for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(`${file} ${Math.round(bytes / 1024)} kB`);
