import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, "..");
/** What an agent's project is: the package, its own compiler options, nothing of ours. */
const CONSUMER = `
import { Countersign, CountersignError, Unavailable, canonical } from "countersign";
const countersign = new Countersign({ url: "http://127.0.0.1:1", apiKey: "cs_live_x", retries: 0 });
const refund = countersign.guard("payment.refund", (args: { order: string }) => args.order, { kind: "payment" });
const ended: string = await refund({ order: "W1" }).catch((error: unknown) => {
  if (!(error instanceof Unavailable) || !(error instanceof CountersignError)) throw error;
  return error.code;
});
console.log(canonical({ b: 1, a: ended }));
`;

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "countersign-sdk-"));
  await run("npm", ["pack", "-w", "sdk", "--pack-destination", folder, "--silent"], { cwd: ROOT });
  const [tarball] = readdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module", "private": true }');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", `./${tarball ?? ""}`], { cwd: folder });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the package that agents install", () => {
  it("has nothing in it but its modules and their types, and needs no other package", async () => {
    const installed = path.join(folder, "node_modules");
    expect(readdirSync(installed).filter((name) => !name.startsWith("."))).toEqual(["countersign"]);
    const files = readdirSync(path.join(installed, "countersign", "dist"));
    expect(files).toContain("index.d.ts");
    expect(files.filter((name) => !/\.(js|d\.ts)$/.test(name))).toEqual([]);
    const { stdout } = await run("npm", ["ls", "--all", "--json"], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ dependencies: { countersign: { version: "0.1.0" } } });
  });

  it("type-checks strictly in a project of its own and runs on plain Node.js; without a server the action does not run", async () => {
    writeFileSync(path.join(folder, "agent.ts"), CONSUMER);
    const options = "--strict --exactOptionalPropertyTypes --module nodenext --target es2022 --outDir out".split(" ");
    const tsc = path.join(ROOT, "node_modules/.bin/tsc");
    await run(tsc, [...options, "--typeRoots", path.join(ROOT, "node_modules/@types"), "--types", "node", "agent.ts"], {
      cwd: folder,
    });
    const { stdout } = await run(process.execPath, ["out/agent.js"], { cwd: folder });
    expect(stdout.trim()).toBe('{"a":"unavailable","b":1}');
  });

  it("weighs at most 10 kB gzipped for a browser or a worker", async () => {
    const { outputFiles } = await build({
      stdin: { contents: 'export * from "countersign"', resolveDir: folder },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
    });
    expect(gzipSync(outputFiles[0]?.contents ?? "").length).toBeLessThan(10 * 1024);
  });
});
