import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import path from "node:path";

const MEMORY = "/dev/shm";
/** What a whole run leaves there at most is a fifth of it; the rest is for whatever else uses the machine. */
const ROOM_BYTES = 10 * 1024 ** 3;

/**
 * A new folder for what the tests throw away: in memory where there is plenty, since hundreds of databases are made and forgotten and a slow disk
 * would be what they wait for; in the usual place for temporary files where there is not. Other users may pass through it: PostgreSQL refuses root.
 */
export function scratchFolder(memory = MEMORY, room = ROOM_BYTES) {
  const parent = hasRoom(memory, room) ? memory : tmpdir();
  const folder = mkdtempSync(path.join(parent, "countersign-test-"));
  chmodSync(folder, 0o711);
  return folder;
}

function hasRoom(memory, room) {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const free = Math.min(bavail * bsize, freemem(), process.constrainedMemory?.() || Infinity);
    return free >= room && runsPrograms(memory);
  } catch {
    return false; // no such folder on this system, or not ours, or nothing runs there
  }
}

/** Some of what the tests put there they start. A system may mount memory so that nothing in it runs, and says so of any file. */
function runsPrograms(folder) {
  const probe = path.join(folder, `countersign-${process.pid}`);
  writeFileSync(probe, "", { mode: 0o700, flag: "wx" });
  try {
    accessSync(probe, constants.X_OK);
  } finally {
    rmSync(probe);
  }
  return true;
}
