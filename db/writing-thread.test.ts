import { describe, expect, test, vi } from "vitest";
import { GENESIS_HASH, verifyChain } from "../lib/domain/ledger";
import { temporaryFiles } from "../test/database-files";
import { migrationsFolder } from "../test/migrations-folder";
import { aDraft, anAgent, aRecord, aVersion, sha256 } from "../test/builders";
import { enforceForeignKeys, openSqlite, sqliteAccess } from "./connection.sqlite";
import type { Write } from "./connection.sqlite";
import { groupCommit, job } from "./group-commit";
import { migrateSqlite } from "./migrate.sqlite";
import { createReads, createTransaction } from "./store/create-store";
import { ledgerWriter } from "./store/ledger";
import type { Body, Done } from "./store/store";
import { sqliteCommitter } from "./transaction.sqlite";
import type { WritingThread } from "./writing-thread.sqlite";
import { startWritingThread } from "./writing-thread.sqlite";

const newFile = temporaryFiles();

/** A migrated file, what a store is made of, and the thread under test or one that stands in for it. */
async function opened(wrap: (thread: WritingThread) => WritingThread = (thread) => thread) {
  const file = newFile();
  const handle = openSqlite(file, "write");
  await migrateSqlite(handle, migrationsFolder, () => undefined);
  enforceForeignKeys(handle);
  const connection = sqliteAccess(handle);
  const thread = startWritingThread(file);
  if (thread === null) throw new Error("the thread's file lies beside its starter");
  const commit = vi.spyOn(thread, "commit");
  const [tx, ledger, read] = [createTransaction(connection), ledgerWriter(connection, sha256), createReads(connection)];
  const committer = sqliteCommitter(handle, ledger, { thread: wrap(thread) });
  const group = groupCommit((jobs, before) => committer.commit(jobs, before));
  return {
    thread,
    read,
    commit,
    transact: <Result>(body: Body<Result>) =>
      new Promise<Done<Result>>((resolve, reject) => {
        group.add(job(body, { tx, ledger, settingsAsOf: null }, resolve, reject));
      }),
    chain: async () => verifyChain(await read.ledgerAfter(0, 1000), sha256),
    close: async () => {
      await group.close();
      await thread.close();
      handle.close();
    },
  };
}

/** A body that asks nothing; its agent has to be there. */
function inserting(record = aRecord()): Body<null> {
  return function* (tx) {
    yield* tx.insertProposal(record, aVersion(record));
    return { result: null, events: [aDraft({ subject: record.state.id })] };
  };
}

const anAgentIsThere: Body<null> = function* (tx) {
  yield* tx.insertAgent(anAgent(1));
  return { result: null, events: [aDraft()] };
};

describe("the thread that writes", () => {
  test("takes every body that asks the database nothing, up to the first that does", async () => {
    const { transact, commit, read, chain, close } = await opened();
    await transact(anAgentIsThere);
    commit.mockClear();
    const records = [aRecord(), aRecord(), aRecord()];
    await Promise.all([
      ...records.map((record) => transact(inserting(record))),
      transact(function* (tx) {
        yield* tx.addUsage("limit", 0, 1, 1);
        return { result: null, events: [aDraft()] };
      }),
      transact(inserting()),
    ]);
    // The last one waits behind the one that asks, and is committed with it.
    expect(commit).toHaveBeenCalledTimes(1);
    expect(commit.mock.calls[0]?.[0]).toHaveLength(records.length * 3);
    for (const record of records) expect((await read.proposal(record.state.id))?.record).toEqual(record);
    expect(await chain()).toMatchObject({ ok: true, count: 6 });
    await close();
  });

  test("a body that throws takes only itself back, and no number of the chain", async () => {
    const { transact, read, chain, close } = await opened();
    await transact(anAgentIsThere);
    const [good, bad] = [aRecord(), aRecord()];
    const settled = await Promise.allSettled([
      transact(inserting()),
      transact(function* (tx) {
        yield* tx.insertProposal(bad, aVersion(bad));
        throw new Error("changed its mind");
      }),
      transact(inserting(good)),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await read.proposal(bad.state.id)).toBeNull();
    expect((await read.proposal(good.state.id))?.record).toEqual(good);
    expect(await chain()).toMatchObject({ ok: true, count: 3 });
    await close();
  });

  test("a row that the schema refuses fails its own body alone", async () => {
    const { transact, chain, close } = await opened();
    await transact(anAgentIsThere);
    const twice = aRecord();
    const settled = await Promise.allSettled([transact(inserting()), transact(inserting(twice)), transact(inserting(twice))]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(settled[2]).toMatchObject({ reason: { code: "constraint" } });
    expect(await chain()).toMatchObject({ ok: true, count: 3 });
    await close();
  });

  test("commits all of a group or nothing of it, and only where the chain goes on", async () => {
    const { thread, read, close } = await opened();
    const insert = (seq: number): Write => ({
      source: "insert into ledger (seq, at, type, entry, hash) values (?, ?, ?, ?, ?)",
      values: [seq, 0, "test", "{}", `hash ${String(seq)}`],
    });
    await expect(thread.commit([insert(1)], "another end")).rejects.toThrow("has gone on");
    await expect(thread.commit([insert(1), insert(1)], GENESIS_HASH)).rejects.toThrow("UNIQUE");
    expect(await read.ledgerHead()).toMatchObject({ seq: 0 });
    await thread.commit([insert(1), insert(2)], GENESIS_HASH);
    expect(await read.ledgerHead()).toEqual({ seq: 2, hash: "hash 2" });
    await close();
  });
});

describe("when the thread is lost", () => {
  test("another one is started for the next commit", async () => {
    const { thread, transact, commit, chain, close } = await opened();
    await transact(anAgentIsThere);
    await thread.close();
    await transact(inserting());
    await expect(commit.mock.results.at(-1)?.value).resolves.toBeUndefined();
    expect(await chain()).toMatchObject({ ok: true, count: 2 });
    await close();
  });

  test.each([
    ["after its commit, its callers are answered and nothing is written twice", true],
    ["before its commit, the group is committed without it", false],
  ])("%s", async (_, after) => {
    let losing = false;
    const { transact, chain, read, close } = await opened((thread) => ({
      checkpoint: () => {
        thread.checkpoint();
      },
      close: () => thread.close(),
      commit: async (writes, from) => {
        if (!losing || after) await thread.commit(writes, from);
        if (losing) throw new Error("the thread ended");
      },
    }));
    await transact(anAgentIsThere);
    losing = true;
    const records = [aRecord(), aRecord()];
    await Promise.all(records.map((record) => transact(inserting(record))));
    losing = false;
    await transact(inserting());
    for (const record of records) {
      expect((await read.proposal(record.state.id))?.record).toEqual(record);
      expect(await read.ledgerOf(record.state.id)).toHaveLength(1);
    }
    expect(await chain()).toMatchObject({ ok: true, count: 4 });
    await close();
  });
});
