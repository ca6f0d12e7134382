import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { transformSync } from "esbuild";
import { expect, it, onTestFinished } from "vitest";

import { problemOfDataFolder } from "./data-folder";

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "data-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it("takes a folder that is there or can be made, and makes nothing", () => {
  const folder = aFolder();
  expect(problemOfDataFolder(folder)).toBeNull();
  expect(problemOfDataFolder(path.join(folder, "one", "two"))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

it("refuses a file, and a folder in one", () => {
  const file = path.join(aFolder(), "notes.txt");
  writeFileSync(file, "");
  expect(problemOfDataFolder(file)).toBe(`must be a directory: ${file} is a file`);
  expect(problemOfDataFolder(path.join(file, "one", "two"))).toBe(`must be a directory: ${file} is a file`);
});

it("refuses a folder that this user may not write to, and what would be made in it", () => {
  const folder = aFolder();
  const closed = path.join(folder, "closed");
  mkdirSync(closed);
  for (const [place, mode] of [
    [folder, 0o755],
    [closed, 0o555],
  ] as const)
    chmodSync(place, mode);
  for (const place of [closed, path.join(closed, "one")]) {
    expect(asOrdinaryUser(place)).toBe(`must be a directory that this user may write to: ${closed} is not`);
  }
});

/** What the check says to a user who is not above all permissions, as whoever runs the tests may be. */
function asOrdinaryUser(folder: string): string {
  const { code } = transformSync(readFileSync(path.join(import.meta.dirname, "data-folder.ts"), "utf8"), {
    loader: "ts",
    format: "esm",
  });
  const program = `${code}\nprocess.stdout.write(String(problemOfDataFolder(${JSON.stringify(folder)})));`;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: "/",
    encoding: "utf8",
    ...nobody,
  });
  return stdout;
}
