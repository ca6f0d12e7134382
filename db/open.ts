import { resolve as absolute, join } from "node:path";
import type { Sha256 } from "../lib/domain/digest";
import { openPostgresStore } from "./open.postgres";
import { openSqliteStore } from "./open.sqlite";
import type { Store } from "./store/store";
import type { PostgresFaultPoint } from "./transaction.postgres";
import type { FaultPoint } from "./transaction.sqlite";

export interface OpenOptions {
  /** `file:…` with a path, `memory:`, or `postgres://…`. */
  readonly url: string;
  /** The server itself, when `url` is a pooler in transaction mode. */
  readonly directUrl?: string | null;
  /** Connections to PostgreSQL at most: 4 or more, 10 when not given. */
  readonly connections?: number;
  readonly migrationsFolder: string;
  /** SHA-256 of a text's UTF-8 bytes, in lowercase hexadecimal. */
  readonly sha256: Sha256;
  /** `read` opens beside a running server: no lock, no migration, and every write is refused as unavailable. */
  readonly access?: "write" | "read";
  readonly log?: (message: string) => void;
  /** Called at named moments of a write: a test throws there, as a failing disk would. */
  readonly fault?: (point: FaultPoint | PostgresFaultPoint) => void;
}

/**
 * Opens the store that the address names. Throws with one clear message when another process has the file, when the database is newer
 * than this program, or when the file or the server cannot be used.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { url } = options;
  if (isPostgresUrl(url)) return openPostgresStore(options);
  if (url === "memory:") return openSqliteStore(":memory:", options);
  if (url.startsWith("file:") && url.length > "file:".length) {
    return openSqliteStore(absolute(url.slice("file:".length)), options);
  }
  throw new Error(`\`${url}\` is not a database this version can open: use file:PATH or postgres://USER:PASSWORD@HOST/NAME`);
}

/** True for the address of a PostgreSQL server. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** Where in `root` (the folder `db/migrations`) the migrations for an address are. */
export function migrationsFor(root: string, url: string): string {
  return join(root, isPostgresUrl(url) ? "postgres" : "sqlite");
}
