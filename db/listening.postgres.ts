import { createHash } from "node:crypto";
import type { Client, Notification } from "pg";
import { patiently } from "./connection.postgres";
import { Recurring } from "./recurring";
import { StoreUnavailable } from "./store/failures";
import { CHANNEL } from "./transaction.postgres";

/** Whoever holds it carries out what is due. */
const DUTY_LOCK = 7_205_761;
/** A lock is asked for and not waited for: no answer in this time means that the connection leads nowhere. */
const ASK_MS = 2_000;
/** Every process holds one of these in common with those that have the same secret and keys. */
const IDENTITY_LOCKS = 7_205_762;
const OTHER_IDENTITIES = `
  select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2 and classid = $1::int and objid::bigint <> $2::bigint
    and database = (select oid from pg_database where datname = current_database()) limit 1`;
const IDENTIFY_TRIES = 8;
/** Announces what is not in the ledger. */
export const HINTS = `${CHANNEL}_hints`;

/** What a connection that listens tells. */
export interface Heard {
  /** Something was committed, up to this entry of the ledger. */
  committed(seq: number): void;
  hint(payload: string): void;
  /** It listens now, after a time in which it may have missed something. */
  connected(): void;
  /** This process has the duty now. */
  onDuty(): Promise<void>;
}

/**
 * The one connection to the server itself on which a process listens and holds its duty and its identity. `connect` makes it; when it breaks,
 * another one is made as soon as that works.
 */
export class Listening {
  onDuty = false;
  private readonly connect: () => Promise<Client>;
  private readonly heard: Heard;
  /** Makes a connection where there is none, and asks for the duty. */
  private readonly tending: Recurring;
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private wantsDuty = false;
  private identity: number | null = null;
  private closed = false;

  constructor(connect: () => Promise<Client>, heard: Heard, failed: (error: unknown) => void) {
    this.connect = connect;
    this.heard = heard;
    this.tending = new Recurring(async () => {
      await this.listen();
      await this.takeDuty();
    }, failed);
  }

  /** Connects unless it is. Throws when that fails. One connection at a time, whoever asks for it. */
  listen(): Promise<void> {
    if (this.client !== null) return Promise.resolve();
    this.connecting ??= this.open().finally(() => {
      this.connecting = null;
    });
    return this.connecting;
  }

  /** Looks whether it is connected and whether the duty is free. */
  tend(): void {
    this.tending.ask();
  }

  /** From now on it takes the duty when it is free: whoever is only starting, or only watching, must not hold it. */
  wantDuty(): void {
    this.wantsDuty = true;
    this.tend();
  }

  identify(identity: string): Promise<void> {
    this.identity = createHash("sha256").update(identity).digest().readUInt32BE(0) >>> 1;
    return patiently(() => this.requireLikeMinded(), IDENTIFY_TRIES);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.tending.stop();
    await this.client?.end().catch(() => undefined);
    this.client = null;
  }

  private async requireLikeMinded(): Promise<void> {
    await this.listen();
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

  private async open(): Promise<void> {
    const client = await this.connect();
    client.on("notification", (message: Notification) => {
      this.notified(message);
    });
    client.on("end", () => {
      this.lost(client);
    });
    // A server that vanishes is noticed by the operating system within half a minute, and its locks are freed.
    await client.query("set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3");
    await client.query(`listen ${CHANNEL}; listen ${HINTS}`);
    if (this.identity !== null) await client.query("select pg_advisory_lock_shared($1, $2)", [IDENTITY_LOCKS, this.identity]);
    if (this.closed) {
      await client.end();
      return;
    }
    this.client = client;
    this.heard.connected();
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.onDuty = false;
    this.tend();
  }

  private notified({ channel, payload = "" }: Notification): void {
    if (channel === CHANNEL) this.heard.committed(Number(payload));
    else this.heard.hint(payload);
  }

  private async takeDuty(): Promise<void> {
    const { client } = this;
    if (!this.wantsDuty || this.onDuty || client === null) return;
    const asked = client.query<{ taken: boolean }>({ ...ASK_FOR_DUTY });
    const { rows } = await asked.catch((error: unknown) => {
      // It has broken, or leads nowhere: either way another one is made.
      void client.end().catch(() => undefined);
      this.lost(client);
      throw error;
    });
    if (this.client !== client || rows[0]?.taken !== true) return;
    this.onDuty = true;
    await this.heard.onDuty();
  }
}

const ASK_FOR_DUTY = { text: "select pg_try_advisory_lock($1) as taken", values: [DUTY_LOCK], query_timeout: ASK_MS };
