import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Makes names of files that do not exist yet, in a folder that is gone after the tests of this file. */
export function temporaryFiles(): (name?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "countersign-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  let count = 0;
  return (name = "data.db") => {
    count += 1;
    return join(folder, `${String(count)}-${name}`);
  };
}
