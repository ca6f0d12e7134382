import { expect, test } from "vitest";

import { printable } from "./domain/printable";
import { openLog } from "./open-log";

const CONTROLS = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((character) =>
  /\p{Cc}/u.test(character),
);

test("there are 65 control characters", () => {
  expect(CONTROLS).toHaveLength(65);
});

test("the log keeps each of them in a line of its own, as an escape that reads back as it was", () => {
  const lines: string[] = [];
  const log = openLog({ logLevel: "info" }, { write: (line) => void lines.push(line) });
  for (const control of CONTROLS) {
    log.warn({ name: `a${control}b`, error: new Error(`c${control}d`), [`k${control}`]: 1 }, `m${control}n`);
  }
  expect(lines).toHaveLength(CONTROLS.length);
  for (const [at, line] of lines.entries()) {
    const control = CONTROLS[at] ?? "";
    expect(line.slice(0, -1)).not.toMatch(/\p{Cc}/u);
    expect(line.endsWith("\n")).toBe(true);
    expect(JSON.parse(line)).toMatchObject({ name: `a${control}b`, msg: `m${control}n`, [`k${control}`]: 1 });
  }
});

test("what a command line prints holds none of them, and nothing else is changed", () => {
  for (const control of CONTROLS) expect(printable(`a${control}b`)).toMatch(/^a\\u00[0-9a-f]{2}b$/u);
  expect(printable("größer → „x“ 🙂 אב")).toBe("größer → „x“ 🙂 אב");
});
