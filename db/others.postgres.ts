import { createHash } from "node:crypto";
import type { Client, Notification } from "pg";
import { CHANNEL } from "./transaction.postgres";
import type { Witness } from "./transaction.postgres";
import { patiently } from "./connection.postgres";
import { StoreUnavailable } from "./store/failures";
import type { Follower, Others, Reads } from "./store/store";
import type { LedgerRow } from "./store/types";

/** However quiet it is, the ledger is looked at this often: a notification is a hint and may get lost. */
const LOOK_MS = 1_000;
const PAGE = 500;
/** Hashes of own rows that are remembered until they have been seen in the ledger. */
const OWN_MAX = 100_000;
/** Whoever holds it carries out what is due. */
const DUTY_LOCK = 7_205_761;
/** Every process holds one of these in common with those that have the same secret and keys. */
const IDENTITY_LOCKS = 7_205_762;
const OTHER_IDENTITIES = `
  select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2 and classid = $1::int and objid::bigint <> $2::bigint
    and database = (select oid from pg_database where datname = current_database()) limit 1`;
const IDENTIFY_TRIES = 8;
/** Announces what is not in the ledger. */
const HINTS = `${CHANNEL}_hints`;

export interface FollowingOthers {
  readonly others: Others;
  readonly witness: Witness;
  close(): Promise<void>;
}

/**
 * Follows what other processes commit: by notification, by a look every second, and by reading on from the last row seen after every
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
  onDuty = false;
  private readonly read: Reads;
  private readonly connect: () => Promise<Client>;
  private readonly send: (hint: string) => void;
  private readonly log: (message: string) => void;
  private readonly followers = new Set<Follower>();
  private readonly own = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private client: Client | null = null;
  private seen = 0;
  private listening: Promise<void> | null = null;
  private looking: Promise<void> | null = null;
  private again = false;
  private closed = false;
  private failing = false;
  private identity: number | null = null;
  private readonly sender = crypto.randomUUID();

  constructor(read: Reads, connect: () => Promise<Client>, send: (hint: string) => void, log: (message: string) => void) {
    this.read = read;
    this.log = log;
    this.connect = connect;
    this.send = send;
    this.timer = setInterval(() => {
      this.look();
    }, LOOK_MS);
    this.timer.unref();
  }

  async start(): Promise<void> {
    this.seen = (await this.read.ledgerHead()).seq;
    await this.listen();
  }

  follow(follower: Follower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  tell(hint: string): void {
    this.send(`select pg_notify('${HINTS}', '${`${this.sender} ${hint}`.replaceAll("'", "''")}')`);
  }

  identify(identity: string): Promise<void> {
    this.identity = createHash("sha256").update(identity).digest().readUInt32BE(0) >>> 1;
    return patiently(() => this.requireLikeMinded(), IDENTIFY_TRIES);
  }

  private async requireLikeMinded(): Promise<void> {
    if (this.client === null) await this.listen();
    const { client } = this;
    if (client === null) throw new StoreUnavailable("the connection to the database was lost: start again");
    await client.query("select pg_advisory_lock_shared($1, $2)", [IDENTITY_LOCKS, this.identity]);
    const { rows } = await client.query(OTHER_IDENTITIES, [IDENTITY_LOCKS, this.identity]);
    if (rows.length > 0) {
      throw new Error(
        "another server on this database has another NEXTAUTH_SECRET or other signing keys: give all of them the same secret and the same files in signing-keys",
      );
    }
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
    this.look();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.looking;
    await this.client?.end().catch(() => undefined);
    this.client = null;
  }

  /** Looks at the ledger now, or once more right after the look that is under way. */
  look(): void {
    if (this.closed) return;
    if (this.looking !== null) {
      this.again = true;
      return;
    }
    this.looking = this.round().finally(() => {
      this.looking = null;
      if (this.again) {
        this.again = false;
        this.look();
      }
    });
  }

  private async round(): Promise<void> {
    try {
      if (this.client === null) await this.listen();
      await this.takeDuty();
      await this.readOn();
      this.failing = false;
    } catch (error) {
      // The next look tries again, and only the first failure of a row is worth a line.
      if (!this.failing)
        this.log(`what other servers commit could not be looked up: ${error instanceof Error ? error.message : "?"}`);
      this.failing = true;
    }
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

  /** One connection at a time, whoever asks for it. */
  private listen(): Promise<void> {
    this.listening ??= this.openListening().finally(() => {
      this.listening = null;
    });
    return this.listening;
  }

  private async openListening(): Promise<void> {
    const client = await this.connect();
    client.on("notification", (message: Notification) => {
      this.notified(message);
    });
    client.on("end", () => {
      if (this.client !== client) return;
      this.client = null;
      this.onDuty = false;
      this.look();
    });
    // A server that vanishes is noticed by the operating system within half a minute, and its locks are freed.
    await client.query("set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3");
    await client.query(`listen ${CHANNEL}; listen ${HINTS}`);
    if (this.closed) {
      await client.end();
      return;
    }
    this.client = client;
    if (this.identity !== null) await client.query("select pg_advisory_lock_shared($1, $2)", [IDENTITY_LOCKS, this.identity]);
    await this.takeDuty();
    this.look();
  }

  private notified({ channel, payload = "" }: Notification): void {
    if (channel === CHANNEL) {
      if (Number(payload) > this.seen) this.look();
      return;
    }
    const [sender, ...hint] = payload.split(" ");
    if (sender === this.sender) return;
    for (const follower of this.followers) follower.hint(hint.join(" "));
  }

  private async takeDuty(): Promise<void> {
    if (this.onDuty || this.client === null) return;
    const { rows } = await this.client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [DUTY_LOCK]);
    this.onDuty = rows[0]?.taken === true;
    // Nobody has committed anything, but what is due is this process's work from now on.
    if (this.onDuty) await this.pass([]);
  }
}
