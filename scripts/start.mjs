import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** `npm start`: the built server, in this very process. Says in one line what to do when there is no build. */
const ROOT = path.resolve(import.meta.dirname, "..");
const SERVER = path.join(ROOT, "dist/server.js");

if ([SERVER, path.join(ROOT, ".next/BUILD_ID")].every((file) => existsSync(file))) {
  await import(pathToFileURL(SERVER).href);
} else {
  console.error("there is no build to start: run `npm ci` and `npm run build` first");
  process.exitCode = 1;
}
