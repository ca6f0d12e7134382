// @ts-check
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

/**
 * The thread beside the server that inserts rows and waits for the disk. It decides nothing: it is given statements that were worked out
 * before, runs them in one transaction if the ledger still ends where their hashes go on, and answers once the commit is on disk.
 * JavaScript, because a thread is started from a file, and neither the bundle nor the tests have a TypeScript loader for it.
 *
 * @typedef {{ file: string, pragmas: readonly (readonly [string, string, string | number])[], genesis: string }} Start
 * @typedef {{ type: "commit", sources: readonly (readonly [number, string])[], writes: readonly (readonly [number, unknown[]])[], after: string }} Commit
 * @typedef {Commit | { type: "checkpoint" } | { type: "close" }} Message
 */

const port = parentPort;
if (port === null) throw new Error("INVARIANT: this file is run as a thread");

/** @type {Start} */
const { file, pragmas, genesis } = workerData;
const handle = new Database(file, { fileMustExist: true });
for (const [name, value, expected] of pragmas) {
  handle.pragma(`${name} = ${value}`);
  const actual = handle.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`SQLite did not accept \`${name} = ${value}\`: it says ${String(actual)}`);
}

const begin = handle.prepare("begin immediate");
const end = handle.prepare("commit");
const rollback = handle.prepare("rollback");
const head = handle.prepare("select hash from ledger order by seq desc limit 1").pluck();
/** @type {Map<number, import("better-sqlite3").Statement>} */
const statements = new Map();

/** @param {Commit} group */
function commit({ sources, writes, after }) {
  for (const [number, source] of sources) statements.set(number, handle.prepare(source));
  begin.run();
  if ((head.get() ?? genesis) !== after) throw new Error("the ledger has gone on meanwhile");
  for (const [number, values] of writes) {
    const statement = statements.get(number);
    if (statement === undefined) throw new Error("INVARIANT: a statement that was never sent");
    statement.run(values);
  }
  end.run();
}

/**
 * What went wrong, or null. Nothing of it is kept then.
 *
 * @param {() => void} work
 */
function failureOf(work) {
  try {
    work();
    return null;
  } catch (error) {
    if (handle.inTransaction) rollback.run();
    return error instanceof Error ? error.message : String(error);
  }
}

port.on("message", (/** @type {Message} */ message) => {
  if (message.type === "commit") {
    port.postMessage(
      failureOf(() => {
        commit(message);
      }),
    );
  } else if (message.type === "checkpoint") {
    // One that cannot finish now is no failure: the next one will.
    failureOf(() => {
      handle.pragma("wal_checkpoint(RESTART)");
    });
  } else {
    handle.close();
    port.close();
  }
});
