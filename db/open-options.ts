import type { Sha256 } from "../lib/domain/digest";
import type { PostgresFaultPoint } from "./transaction.postgres";
import type { FaultPoint } from "./connection.sqlite";

/** How a store is opened, whichever database it is. */
export interface OpenOptions {
  /** `file:…` with a path, `memory:`, or `postgres://…`. */
  readonly url: string;
  /** The server itself, when `url` is a pooler in transaction mode. */
  readonly directUrl?: string | null;
  /** Connections to PostgreSQL at most: 4 or more, 10 when not given. */
  readonly connections?: number;
  /** Milliseconds that a statement on PostgreSQL may take before it is given up: 15,000 when not given. */
  readonly statementMs?: number;
  readonly migrationsFolder: string;
  /** SHA-256 of a text's UTF-8 bytes, in lowercase hexadecimal. */
  readonly sha256: Sha256;
  /** `read` opens beside a running server: no lock, no migration, and every write is refused as unavailable. */
  readonly access?: "write" | "read";
  readonly log?: (message: string) => void;
  /** The type that statfs gives for a folder, where a test says it; asked of the system when absent. */
  readonly fileSystemType?: (folder: string) => number;
  /** Called at named moments of a write: a test throws there, as a failing disk would. */
  readonly fault?: (point: FaultPoint | PostgresFaultPoint) => void;
}
