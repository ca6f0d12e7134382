import { closeSync, openSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";
import { parseArgs } from "node:util";

/** Ends the program as one that was called wrongly: one line that says what is wrong, and exit code 2. */
export function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** The flags and names that this program was called with; ends it with one line for a flag that it does not know. */
export function readFlags<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return fail(sentenceOf(error));
  }
}

/** The number above 0 that a flag holds, null when it was left out; ends the program for anything else. */
export function readCount(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) && parsed > 0 ? parsed : fail(`--${name} takes a number above 0`);
}

/** Ends the program with one line unless the file can be read. */
export function requireFile(file: string): void {
  try {
    closeSync(openSync(file, "r"));
  } catch (error) {
    fail(`${file} cannot be read: ${sentenceOf(error)}`);
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
