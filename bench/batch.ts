import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import Database from "better-sqlite3";

import { BatchResult } from "../lib/contract/listing";
import type { Row } from "./row";
import { atLeast } from "./row";
import type { ServerUnderTest } from "./server-under-test";
import { update, serverUnderTest } from "./server-under-test";

const A_BATCH = 100;
const BATCHES = 40;
/** Before any is counted, as for `propose`: the engine has to have compiled what is hot, and that takes longer than the calls themselves. */
const WARM_UP_BATCHES = 40;
/** So many that no key of theirs reaches its cap of waiting proposals. */
export const BATCH_AGENTS = Math.ceil((WARM_UP_BATCHES + BATCHES) / 9) + 1;
/** What one proposal writes; the reference inserts the very same rows. */
const TABLES = ["proposals", "proposal_versions", "ledger"] as const;

/** A hundred proposals a call, against bare better-sqlite3 inserting the same rows a hundred a commit. */
export async function batchRows(): Promise<readonly Row[]> {
  const under = await serverUnderTest({ agents: BATCH_AGENTS });
  let stopped = false;
  try {
    const perSecond = await batchesPerSecond(under);
    const rows = rowsOf(under.databaseFile);
    await under.stop();
    stopped = true;
    const bare = bareInserts(rows);
    return [
      atLeast(
        { name: "batch", value: perSecond, unit: "proposals/s" },
        { says: "bare better-sqlite3, the same rows", value: bare },
        0.2,
      ),
    ];
  } finally {
    if (!stopped) await under.stop();
  }
}

/**
 * Proposals a second when each call brings a hundred. Bodies are written before the clock starts and answers are read after it has stopped, as for
 * `propose`: how fast this caller is, is not asked. Throws unless each item of each batch was made.
 */
export async function batchesPerSecond(under: ServerUnderTest): Promise<number> {
  const bodies = Array.from({ length: WARM_UP_BATCHES + BATCHES }, (_, batch) => bodyOf(batch));
  const answers: string[] = [];
  for (const [batch, body] of bodies.slice(0, WARM_UP_BATCHES).entries()) answers.push(await post(under, batch, body));
  const started = performance.now();
  for (const [batch, body] of bodies.slice(WARM_UP_BATCHES).entries()) answers.push(await post(under, batch, body));
  const seconds = (performance.now() - started) / 1000;
  for (const answer of answers) requireAllMade(answer);
  return (BATCHES * A_BATCH) / seconds;
}

interface Body {
  readonly text: string;
  readonly digest: string;
}

function bodyOf(batch: number): Body {
  const text = JSON.stringify(Array.from({ length: A_BATCH }, (_, index) => update(batch * A_BATCH + index)));
  return { text, digest: digestOf(text) };
}

async function post(under: ServerUnderTest, batch: number, { text, digest }: Body): Promise<string> {
  const key = under.keys[batch % under.keys.length] ?? "";
  const response = await fetch(`${under.url}/api/v1/proposals/batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "content-digest": digest },
    body: text,
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`batch ${String(batch)} was refused: ${answer}`);
  return answer;
}

function requireAllMade(answer: string): void {
  const { results } = BatchResult.parse(JSON.parse(answer));
  const refused = results.find((result) => !("digest" in result));
  if (results.length !== A_BATCH || refused !== undefined) throw new Error(`not all were made: ${JSON.stringify(refused)}`);
}

/** Large bodies say what they are (RFC 9530). */
function digestOf(body: string): string {
  return `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
}

interface Rows {
  readonly schema: readonly string[];
  readonly byTable: ReadonlyMap<string, readonly (readonly unknown[])[]>;
}

function rowsOf(file: string): Rows {
  const database = new Database(file, { readonly: true });
  const schema = database.prepare<[], string>("select sql from sqlite_master where sql is not null").pluck().all();
  const byTable = new Map(
    TABLES.map((table) => [
      table,
      database
        .prepare<[], unknown[]>(
          `select * from ${table} ${table === "ledger" ? "where type like 'proposal.%'" : ""} order by rowid`,
        )
        .raw()
        .all(),
    ]),
  );
  database.close();
  return { schema: schema.filter((sql) => TABLES.some((table) => sql.includes(`\`${table}\``))), byTable };
}

/** Proposals a second, a hundred a commit, each commit on the disk as the product's are. */
function bareInserts({ schema, byTable }: Rows): number {
  const folder = mkdtempSync(path.join(tmpdir(), "countersign-bench-"));
  const database = new Database(path.join(folder, "bare.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = OFF");
  for (const sql of schema) database.exec(sql);
  const inserts = [...byTable].map(([table, rows]) => {
    const marks = (rows[0] ?? []).map(() => "?").join(",");
    return { rows, each: rows.length, insert: database.prepare(`insert into ${table} values (${marks})`) };
  });
  const total = byTable.get("proposals")?.length ?? 0;
  const started = performance.now();
  for (let from = 0; from < total; from += A_BATCH) {
    database.transaction(() => {
      for (const { rows, insert } of inserts) {
        const perProposal = rows.length / total;
        for (const row of rows.slice(from * perProposal, (from + A_BATCH) * perProposal)) insert.run(...row);
      }
    })();
  }
  const seconds = (performance.now() - started) / 1000;
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return total / seconds;
}
