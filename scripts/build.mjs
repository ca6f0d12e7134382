import path from "node:path";
import { requireNode } from "./install.mjs";
import { sourceHash, stampBuild } from "./source-hash.mjs";
import { runStep, stopStepsOnSignal } from "./steps.mjs";

/** `npm run build`: the screens by Next.js into .next, then server.ts as one file into dist, so that starting needs no TypeScript, and the package that agents install into sdk/dist. */
const ROOT = path.resolve(import.meta.dirname, "..");
const bin = (name) => path.join(ROOT, "node_modules", ".bin", name);

requireNode();
stopStepsOnSignal();
process.chdir(ROOT);

const hash = sourceHash();
const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
const steps = [
  ["screens", bin("next"), ["build"]],
  ["server", process.execPath, ["scripts/bundle-server.mjs"]],
  ["SDK", bin("tsc"), ["-p", "sdk/tsconfig.json"]],
];
for (const [name, command, args] of steps) {
  const { ok } = await runStep(name, command, args, { env });
  if (!ok) process.exit(1);
}
stampBuild(hash);
