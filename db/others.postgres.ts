import type { Client } from "pg";
import { HINTS, Listening } from "./listening.postgres";
import { Recurring } from "./recurring";
import type { Follower, Others, Reads } from "./store/store";
import type { LedgerRow } from "./store/types";
import type { Witness } from "./transaction.postgres";

/** However quiet it is, the ledger and the duty are looked at this often: a notification is a hint and may get lost. */
const LOOK_MS = 500;
const PAGE = 500;
/** Hashes of own rows that are remembered until they have been seen in the ledger. */
const OWN_MAX = 100_000;

export interface FollowingOthers {
  readonly others: Others;
  readonly witness: Witness;
  close(): Promise<void>;
}

/**
 * Follows what other processes commit: by notification, by a look every half second, and by reading on from the last row seen after every
 * reconnection, so that nothing is missed. `connect` makes the connection to the server itself on which it listens and holds its duty.
 */
export async function followOthers(
  read: Reads,
  connect: () => Promise<Client>,
  send: (hint: string) => void,
  log: (message: string) => void,
): Promise<FollowingOthers> {
  const following = new Following(read, connect, send, log);
  await following.start();
  return {
    others: {
      follow: (follower) => following.follow(follower),
      tell: (hint) => {
        following.tell(hint);
      },
      onDuty: () => following.onDuty,
      identify: (identity) => following.identify(identity),
    },
    witness: {
      committing: (hashes) => {
        following.noteOwn(hashes);
      },
      forget: (hashes, from) => {
        following.forget(hashes, from);
      },
    },
    close: () => following.close(),
  };
}

class Following {
  private readonly read: Reads;
  private readonly send: (hint: string) => void;
  private readonly followers = new Set<Follower>();
  private readonly own = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private readonly listening: Listening;
  private readonly looking: Recurring;
  private seen = 0;
  private readonly sender = crypto.randomUUID();

  constructor(read: Reads, connect: () => Promise<Client>, send: (hint: string) => void, log: (message: string) => void) {
    this.read = read;
    this.send = send;
    const failed = (error: unknown): void => {
      log(`what other servers commit could not be looked up: ${error instanceof Error ? error.message : "?"}`);
    };
    this.looking = new Recurring(() => this.readOn(), failed);
    const heard = {
      committed: (seq: number) => {
        if (seq > this.seen) this.looking.ask();
      },
      hint: (payload: string) => {
        this.passHint(payload);
      },
      connected: () => {
        this.looking.ask();
      },
      // Nobody has committed anything, but what is due is this process's work from now on.
      onDuty: () => this.pass([]),
    };
    this.listening = new Listening(connect, heard, failed);
    // Beside each other: what was committed is read on even while nothing can be listened to.
    this.timer = setInterval(() => {
      this.looking.ask();
      this.listening.tend();
    }, LOOK_MS);
    this.timer.unref();
  }

  get onDuty(): boolean {
    return this.listening.onDuty;
  }

  async start(): Promise<void> {
    this.seen = (await this.read.ledgerHead()).seq;
    await this.listening.listen();
  }

  follow(follower: Follower): () => void {
    this.followers.add(follower);
    this.listening.wantDuty();
    return () => this.followers.delete(follower);
  }

  tell(hint: string): void {
    this.send(`select pg_notify('${HINTS}', '${`${this.sender} ${hint}`.replaceAll("'", "''")}')`);
  }

  identify(identity: string): Promise<void> {
    return this.listening.identify(identity);
  }

  noteOwn(hashes: readonly string[]): void {
    for (const hash of hashes) this.own.add(hash);
    for (const hash of this.own) {
      if (this.own.size <= OWN_MAX) break;
      this.own.delete(hash);
    }
  }

  forget(hashes: readonly string[], from: number): void {
    for (const hash of hashes) this.own.delete(hash);
    this.seen = Math.min(this.seen, from);
    this.looking.ask();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.looking.stop();
    await this.listening.close();
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const rows = await this.read.ledgerAfter(this.seen, PAGE);
      const foreign: LedgerRow[] = rows.filter(({ hash }) => !this.own.has(hash));
      if (foreign.length > 0) await this.pass(foreign);
      for (const { hash } of rows) this.own.delete(hash);
      this.seen = rows.at(-1)?.seq ?? this.seen;
      if (rows.length < PAGE) return;
    }
  }

  private async pass(rows: readonly LedgerRow[]): Promise<void> {
    for (const follower of this.followers) await follower.rows(rows);
  }

  private passHint(payload: string): void {
    const [sender, ...hint] = payload.split(" ");
    if (sender === this.sender) return;
    for (const follower of this.followers) follower.hint(hint.join(" "));
  }
}
