import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve as absolute } from "node:path";
import type { Sha256 } from "../lib/domain/digest";
import type { Progress } from "./backup.sqlite";
import { copyPages, intoPlace } from "./backup.sqlite";
import { checkDatabase } from "./check.sqlite";
import { openSqlite } from "./connection.sqlite";
import { lockForWriting } from "./writer-lock.sqlite";

/**
 * Puts a checked copy of a backup where a server will open it. Throws, with nothing changed, when the backup does not check out,
 * when a server has the place, or when a database or the log of one is there already: moving those away is the operator's decision.
 */
export async function restoreDatabase(backup: string, target: string, sha256: Sha256, onProgress?: Progress): Promise<void> {
  const place = absolute(target);
  mkdirSync(dirname(place), { recursive: true });
  const unlock = lockForWriting(place);
  try {
    // A log without its database would be played into the next one that is put beside it.
    for (const name of [place, `${place}-wal`, `${place}-journal`]) {
      if (existsSync(name)) throw new Error(`\`${name}\` exists: move it away first`);
    }
    const source = openSqlite(absolute(backup), "read");
    try {
      await intoPlace(place, async (temporary) => {
        await copyPages(source, temporary, onProgress);
        await checkDatabase(temporary, sha256);
      });
    } finally {
      source.close();
    }
  } finally {
    unlock();
  }
}
