import { chmodSync, mkdtempSync, statfsSync } from "node:fs";
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
    return bavail * bsize >= room && Math.min(freemem(), process.constrainedMemory?.() || Infinity) >= room;
  } catch {
    return false; // no such folder on this system
  }
}
