import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";

/**
 * The text of a file that only its owner may read, made by `make` when it did not exist. Two processes that start at once agree on one
 * content: the file appears complete or not at all. Throws when others could read it.
 */
export function readOrCreatePrivateFile(file: string, make: () => string): string {
  const found = readPrivateFile(file);
  if (found !== null) return found;
  createPrivateFile(file, make());
  const kept = readPrivateFile(file);
  if (kept === null) throw new Error(`${file} was written and is gone`);
  return kept;
}

/** The text of a private file, null when there is none. Throws when others than its owner could read it. */
export function readPrivateFile(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if ((found.mode & 0o077) !== 0) throw new Error(`${file} can be read by others: run chmod 600 ${file}`);
  return readFileSync(file, "utf8");
}

/** Writes a private file that did not exist. If another process was first, its content stays. */
export function createPrivateFile(file: string, text: string): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${String(process.pid)}.draft`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, "wx", 0o600);
  try {
    chmodSync(draft, 0o600);
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
