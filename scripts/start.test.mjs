import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { SERVER_FLAGS } from "./server-flags.mjs";

/** A checkout with nothing but the start script; `built` puts a server into it that says with what it was started. */
function started({ built }) {
  const root = mkdtempSync(path.join(tmpdir(), "start-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["scripts", "dist", ".next"]) mkdirSync(path.join(root, folder));
  copyFileSync(path.join(import.meta.dirname, "start.mjs"), path.join(root, "scripts/start.mjs"));
  if (built) {
    writeFileSync(path.join(root, ".next/BUILD_ID"), "one");
    writeFileSync(
      path.join(root, "dist/server.js"),
      'console.log("threads", process.env.UV_THREADPOOL_SIZE, ...process.execArgv);',
    );
  }
  const { start } = JSON.parse(readFileSync(path.join(import.meta.dirname, "../package.json"), "utf8")).scripts;
  writeFileSync(path.join(root, "package.json"), JSON.stringify({ type: "module", scripts: { start } }));
  return spawnSync("npm", ["--silent", "start"], { cwd: root, encoding: "utf8" });
}

it("npm start without a build says what to do in one line and ends with 1", () => {
  const { status, stdout, stderr } = started({ built: false });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr: "there is no build to start: run `npm ci` and `npm run build` first\n",
  });
});

it("npm start runs the built server with eight threads for hashing and files, and room for what lives shortly", () => {
  expect(started({ built: true })).toMatchObject({ status: 0, stdout: `threads 8 ${SERVER_FLAGS.join(" ")}\n` });
});
