import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import type { Sha256 } from "../lib/domain/digest";
import type { ChainHead, ChainRow, LedgerColumns } from "../lib/domain/ledger";
import { columnsAgree, GENESIS_HASH, nextHead } from "../lib/domain/ledger";
import type { SqliteHandle } from "./connection.sqlite";

/** How many ledger rows are verified before other work gets its turn. */
const SLICE = 500;

/**
 * Checks a database file that nobody writes: every page and index, every reference, and the ledger's chain from its first entry.
 * Throws with what is wrong. The page check runs on another thread: on a large file it takes seconds.
 */
export async function checkDatabase(file: string, sha256: Sha256): Promise<void> {
  const problems = await checkPages(file);
  if (problems.length > 0) throw new Error(`\`${file}\` is damaged: ${problems.slice(0, 3).join("; ")}`);
  const handle = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await checkLedger(handle, file, sha256);
  } finally {
    handle.close();
  }
}

/** Verifies the chain row by row, and that the columns beside each entry say what the entry says. */
async function checkLedger(handle: SqliteHandle, file: string, sha256: Sha256): Promise<void> {
  const table = handle.prepare("select 1 from sqlite_schema where type = 'table' and name = 'ledger'").get();
  if (table === undefined) throw new Error(`\`${file}\` is not a Countersign database: it has no ledger`);
  const page = handle.prepare<[number, number], LedgerColumns & ChainRow>(
    "select seq, at, type, subject, agent_id as agentId, entry, hash from ledger where seq > ? order by seq limit ?",
  );
  let head: ChainHead = { seq: 0, hash: GENESIS_HASH };
  for (;;) {
    const rows = page.all(head.seq, SLICE);
    for (const row of rows) {
      const step = nextHead(head, row, sha256);
      if (!step.ok) throw new Error(`\`${file}\`: the ledger breaks at entry ${String(step.seq)}: ${step.why}`);
      head = step.head;
      if (!columnsAgree(row, step.entry)) {
        throw new Error(`\`${file}\`: the columns beside ledger entry ${String(head.seq)} do not say what the entry says`);
      }
    }
    if (rows.length < SLICE) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Runs in the worker: plain JavaScript, since a bundle has no file of its own for it. */
const PAGE_CHECK = `
const { parentPort, workerData } = require("node:worker_threads");
const Database = require(workerData.driver);
const found = [];
try {
  const database = new Database(workerData.file, { readonly: true, fileMustExist: true });
  found.push(...database.prepare("pragma integrity_check(10)").pluck().all().filter((line) => line !== "ok"));
  const broken = database.prepare("pragma foreign_key_check").all().length;
  if (broken > 0) found.push(broken + " references lead nowhere");
  database.close();
} catch (error) {
  found.push(error.message);
}
parentPort.postMessage(found);
`;

function checkPages(file: string): Promise<readonly string[]> {
  const driver = createRequire(import.meta.url).resolve("better-sqlite3");
  return new Promise((resolve, reject) => {
    const worker = new Worker(PAGE_CHECK, { eval: true, workerData: { driver, file } });
    worker.once("message", (found: readonly string[]) => {
      resolve(found);
    });
    worker.once("error", reject);
  });
}
