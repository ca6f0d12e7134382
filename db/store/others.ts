import type { LedgerRow } from "./types";

/** The other processes on the same database. */
export interface Others {
  /**
   * From now on calls `rows` with what others committed, in the ledger's order and each row once, however often the connection breaks;
   * and `hint` with what others sent by {@link Others.tell}. Returns the way out.
   */
  follow(follower: Follower): () => void;
  /** Tells the other processes something that may get lost: at most 4,000 bytes. */
  tell(hint: string): void;
  /** True for one of the processes at a time, and for another one soon after that one ends, however it ends. */
  onDuty(): boolean;
  /**
   * Says what this process and the others must have in common. Throws when one that runs now has said something else; what is said is
   * kept as a fingerprint of 32 bits, for as long as this process runs.
   */
  identify(identity: string): Promise<void>;
}

/** Who is told what the other processes do. */
export interface Follower {
  rows(rows: readonly LedgerRow[]): Promise<void>;
  hint(hint: string): void;
}
