import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";

import { runScript } from "./run-script";

it("a server that is set wrongly in two ways names both in one message, ends with 1 and has printed nothing", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "refused-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "notes.txt");
  writeFileSync(file, "");
  expect(await runScript("server.ts", [], { PORT: "70000", COUNTERSIGN_DATA_DIR: file })).toEqual({
    code: 1,
    printed: "",
    said:
      "countersign did not start: the settings cannot be used:\n" +
      "  PORT: must be between 1 and 65535\n" +
      `  COUNTERSIGN_DATA_DIR: must be a directory: ${file} is a file\n`,
  });
});
