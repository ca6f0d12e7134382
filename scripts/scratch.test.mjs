import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { scratchFolder } from "./scratch.mjs";

function removedAtEnd(folder) {
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const newFolder = () => removedAtEnd(mkdtempSync(path.join(tmpdir(), "memory-")));

test("what tests throw away is put in memory where there is room, and passed through by PostgreSQL's own user", () => {
  const memory = newFolder();
  const folder = scratchFolder(memory, 1);
  expect(path.dirname(folder)).toBe(memory);
  expect(statSync(folder).mode & 0o777).toBe(0o711);
});

test.each([
  ["where memory is short", newFolder, Number.MAX_SAFE_INTEGER],
  ["on a system that offers none", () => "/no/such/folder", 1],
])("%s it is put where temporary files go", (_, memory, room) => {
  const folder = removedAtEnd(scratchFolder(memory(), room));
  expect(path.dirname(folder)).toBe(tmpdir());
});
