import type { PoolClient, QueryResult } from "pg";
import type { ChainHead } from "../lib/domain/ledger";
import { GENESIS_HASH } from "../lib/domain/ledger";
import { SETTINGS_EVENTS } from "../lib/domain/settings-events";
import type { Pools } from "./connection.postgres";
import { pause } from "./connection.postgres";
import { isPassing, translate } from "./failures.postgres";
import type { Job } from "./group-commit";
import { Link } from "./link.postgres";
import { wasCommitted } from "./outcome.postgres";
import { isUnavailable, SettingsMoved, StoreUnavailable } from "./store/failures";

/** How often a group is tried when another transaction came between or the connection broke (design: trust R19) … */
const TRIES = 6;
/** … and for how long at most, before its callers are told that the database is unavailable. */
const TRIES_MS = 4_000;
/** The pauses between tries grow up to this step: 0.2 s. */
const PAUSE_MOST = 3;
/** How long a group waits for the groups of other processes before it counts as a failed try. */
const LOCK_MS = 3_000;

/** How transactions are run: what they begin with, and where a test makes them fail. */
interface How {
  readonly begin: string;
  readonly fault: (point: PostgresFaultPoint) => void;
}

/** Named moments at which a test can make the database fail, by throwing. */
export type PostgresFaultPoint = "begin" | "body" | "commit" | "committed";

/** What other processes are told, and what this one has to know of its own writes. */
export interface Witness {
  /** Just before a commit: the hashes of the ledger rows in it. */
  committing(hashes: readonly string[]): void;
  /** They were not committed, or nobody here was told of them. */
  forget(hashes: readonly string[], from: number): void;
}

export interface PostgresCommitter {
  /** Commits as many jobs as it is given as one group and settles them; answers how many. Never rejects. */
  commit(jobs: readonly Job[]): Promise<number>;
}

/** Every writing transaction of every process takes this lock first: one chain has one writer at a time. */
export const CHAIN_LOCK = 7_205_759;
/** The channel on which committed rows are announced. */
export const CHANNEL = "countersign";

const SETTINGS_SEQ = `select coalesce(greatest(${SETTINGS_EVENTS.map(
  (type) => `(select max(seq) from ledger where type = '${type}')`,
).join(", ")}), 0)`;

/** One round trip: a transaction with its own limits, the chain's lock, where the chain ends and how old the settings are. */
const beginning = (statementMs: number): string =>
  [
    "begin isolation level read committed",
    `set local lock_timeout = ${String(LOCK_MS)}`,
    `set local statement_timeout = ${String(statementMs)}`,
    "set local idle_in_transaction_session_timeout = 10000",
    `select pg_advisory_xact_lock(${String(CHAIN_LOCK)})`,
    "select seq, hash from ledger order by seq desc limit 1",
    SETTINGS_SEQ,
  ].join("; ");

/**
 * Runs bodies inside one transaction that holds the chain's lock. INVARIANT: nobody is answered before the commit; a body that fails
 * takes only itself back; what breaks the transaction takes the whole group back, and the group is tried again. As on SQLite a group
 * first runs without savepoints and is run again with them when a body fails after writing: bodies keep nothing outside.
 */
export function postgresCommitter(
  pools: Pools,
  witness: Witness,
  failing: (point: PostgresFaultPoint) => void = () => undefined,
): PostgresCommitter {
  // What a test throws counts as thrown by the driver.
  const fault = (point: PostgresFaultPoint): void => {
    try {
      failing(point);
    } catch (error) {
      throw translate(error);
    }
  };
  const how: How = { begin: beginning(pools.statementMs), fault };
  return {
    async commit(jobs) {
      const started = performance.now();
      for (let tries = 1; ; tries += 1) {
        try {
          const answers = await attempt(pools, witness, jobs, how);
          for (const answer of answers) answer();
          return answers.length;
        } catch (error) {
          if (isPassing(error) && tries < TRIES && performance.now() - started < TRIES_MS) {
            await pause(Math.min(tries, PAUSE_MOST));
            continue;
          }
          const failure = isUnavailable(error)
            ? error
            : new StoreUnavailable("the write could not be committed", { cause: error });
          for (const job of jobs) job.failed(failure);
          return jobs.length;
        }
      }
    },
  };
}

type Answer = () => void;

async function attempt(pools: Pools, witness: Witness, jobs: readonly Job[], how: How): Promise<readonly Answer[]> {
  const client = await pools.writing.connect().catch((error: unknown) => {
    throw translate(error);
  });
  let usable = false;
  try {
    const group = (await run(client, jobs, false, how)) ?? (await startOver(client, jobs, how));
    usable = await finish(pools, client, witness, group, how);
    return group.answers;
  } catch (error) {
    usable = await client.query("rollback").then(
      () => !isUnavailable(translate(error)),
      () => false,
    );
    throw translate(error);
  } finally {
    client.release(!usable);
  }
}

/** What one run of the bodies came to: whom to tell what after the commit, and the rows that are in it. */
interface Group {
  readonly answers: readonly Answer[];
  readonly hashes: readonly string[];
  readonly before: ChainHead;
  readonly head: ChainHead;
}

async function startOver(client: PoolClient, jobs: readonly Job[], how: How): Promise<Group> {
  await client.query("rollback");
  const group = await run(client, jobs, true, how);
  if (group === null) throw new Error("INVARIANT: a group with savepoints never starts over");
  return group;
}

/** Runs the bodies; null when one failed that only a savepoint could take back. */
async function run(client: PoolClient, jobs: readonly Job[], withSavepoints: boolean, how: How): Promise<Group | null> {
  how.fault("begin");
  const { head: before, settingsSeq } = await begin(client, how.begin);
  const link = new Link(client, withSavepoints);
  const [answers, hashes]: [Answer[], string[]] = [[], []];
  let head = before;
  for (const job of jobs) {
    if (job.settingsAsOf !== null && job.settingsAsOf < settingsSeq) {
      answers.push(() => job.failed(new SettingsMoved()));
      continue;
    }
    await link.mark();
    const wroteBefore = link.wrote;
    try {
      const next = await link.walk(job.perform(head));
      how.fault("body");
      if (next.hash !== head.hash) hashes.push(...job.hashes());
      head = next;
      answers.push(() => job.committed());
    } catch (error) {
      if (isUnavailable(error)) throw error;
      if (!withSavepoints && (link.failed || link.wrote > wroteBefore)) return null;
      await link.takeBack();
      answers.push(() => job.failed(error));
    }
  }
  if (!(await link.settled())) return null;
  return { answers, hashes, before, head };
}

async function begin(client: PoolClient, text: string): Promise<{ readonly head: ChainHead; readonly settingsSeq: number }> {
  // A text with several statements is answered with a list, which the driver's types do not know.
  const answered: unknown = await client.query({ text, rowMode: "array" });
  const results: readonly QueryResult<unknown[]>[] = Array.isArray(answered) ? answered : [];
  const [seq, hash] = results.at(-2)?.rows[0] ?? [];
  const settingsSeq = Number(results.at(-1)?.rows[0]?.[0] ?? 0);
  const head = typeof hash === "string" ? { seq: Number(seq), hash } : { seq: 0, hash: GENESIS_HASH };
  return { head, settingsSeq };
}

/**
 * Commits. When the connection breaks before the server's answer, the server is asked on another one what became of the transaction:
 * the callers are told what is true. Answers whether the connection can be used again; throws when nothing was committed.
 */
async function finish(
  pools: Pools,
  client: PoolClient,
  witness: Witness,
  { hashes, before, head }: Group,
  { fault }: How,
): Promise<boolean> {
  fault("commit");
  const id = await client.query<{ id: string | null }>("select pg_current_xact_id_if_assigned()::text as id");
  const transaction = id.rows[0]?.id ?? null;
  witness.committing(hashes);
  try {
    const announce = hashes.length === 0 ? "" : `select pg_notify('${CHANNEL}', '${String(head.seq)}'); `;
    await client.query(`${announce}commit`);
    fault("committed");
    return true;
  } catch (error) {
    if (transaction !== null && (await wasCommitted(pools.reading, transaction))) return false;
    witness.forget(hashes, before.seq);
    throw error;
  }
}
