import { accessSync, constants, existsSync, statSync } from "node:fs";
import path from "node:path";

/** Why nothing can be kept in a folder, which may have to be made first; null when it can. Makes and writes nothing. */
export function problemOfDataFolder(folder: string): string | null {
  const nearest = nearestThere(folder);
  if (!statSync(nearest).isDirectory()) return `must be a directory: ${nearest} is a file`;
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return `must be a directory that this user may write to: ${nearest} is not`;
  }
}

/** The folder itself, or the one that it would be made in. */
function nearestThere(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(folder) || parent === folder ? folder : nearestThere(parent);
}
