import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { Client } from "pg";

import { startPostgres } from "../test/postgres/postgres-server";
import { runSql } from "../test/postgres/run-sql";
import { BATCH_AGENTS, batchesPerSecond } from "./batch";
import { growthOf, sideOf } from "./growth";
import { fillSmall, SMALL } from "./growth-database";
import { multiplyPostgres } from "./growth-postgres";
import { AGENTS, proposeLoads } from "./propose";
import type { Row } from "./row";
import { atLeast, below, quantile } from "./row";
import { benchContextAt, serverUnderTest } from "./server-under-test";
import { WAKE_KEYS, wakeTimes } from "./wake";

/** As a production server is set: everything that was answered for survives a power cut. */
const SETTINGS = {
  fsync: "on",
  full_page_writes: "on",
  autovacuum: "on",
  shared_buffers: "256MB",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
};
const TIMES = 1000;

/** What is measured on PostgreSQL, and the figures of the embedded database in the same run that it stands beside. */
export interface BesideEmbedded {
  readonly embedded: readonly Row[];
  readonly seconds: number;
  readonly say: (text: string) => void;
}

export type PostgresGroup = (beside: BesideEmbedded) => Promise<readonly Row[]>;

/** The groups of `npm run bench -- --database postgres`, by the name of the embedded database's group that each follows. */
export const POSTGRES_GROUPS: Readonly<Record<string, PostgresGroup>> = {
  propose: proposeRows,
  batch: batchRows,
  wake: wakeRows,
  growth: growthRows,
};

/** Throughput with one, two and three servers on one database. All of it shares the machine: more servers add room where there is any. */
async function proposeRows({ embedded, seconds, say }: BesideEmbedded): Promise<readonly Row[]> {
  return withDatabases(async (fresh) => {
    const rows: Row[] = [];
    let one = Number.NaN;
    for (const servers of [1, 2, 3]) {
      say(`${String(servers)} servers on PostgreSQL`);
      const under = await serverUnderTest({ agents: AGENTS, databaseUrl: await fresh(), servers });
      try {
        const { proposed, ran } = await proposeLoads(under, seconds);
        const propose = { value: proposed.perSecond, unit: "requests/s" };
        if (servers === 1) {
          one = proposed.perSecond;
          rows.push(
            besideEmbedded({ name: "pg_propose", ...propose }, embedded, 0.15),
            below({ name: "pg_propose_p99", value: proposed.p99Ms, unit: "ms" }, 150),
            atLeast(
              { name: "pg_propose_auto", value: ran.perSecond, unit: "requests/s" },
              { says: "pg_propose", value: one },
              0.7,
            ),
          );
        } else rows.push(atLeast({ name: `pg_servers_${String(servers)}`, ...propose }, { says: "one server", value: one }, 0.7));
      } finally {
        await under.stop();
      }
    }
    return rows;
  });
}

async function batchRows({ embedded }: BesideEmbedded): Promise<readonly Row[]> {
  return withDatabases(async (fresh) => {
    const under = await serverUnderTest({ agents: BATCH_AGENTS, databaseUrl: await fresh() });
    try {
      return [besideEmbedded({ name: "pg_batch", value: await batchesPerSecond(under), unit: "proposals/s" }, embedded, 0.15)];
    } finally {
      await under.stop();
    }
  });
}

/** On one server, then decided at one server and waited for at another. */
async function wakeRows({ say }: BesideEmbedded): Promise<readonly Row[]> {
  return withDatabases(async (fresh) => {
    const rows: Row[] = [];
    for (const servers of [1, 2]) {
      say(`wake-ups over ${String(servers)} servers`);
      const under = await serverUnderTest({ agents: WAKE_KEYS, databaseUrl: await fresh(), servers });
      try {
        const took = await wakeTimes(under);
        const [name, says] = servers === 1 ? ["pg_wake", "one server"] : ["pg_wake_other", "decided at another server"];
        rows.push(
          below({ name: `${name}_p50`, value: quantile(took, 0.5), unit: "ms" }, 20, says),
          below({ name: `${name}_p99`, value: quantile(took, 0.99), unit: "ms" }, 100, says),
        );
      } finally {
        await under.stop();
      }
    }
    return rows;
  });
}

async function growthRows({ say }: BesideEmbedded): Promise<readonly Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "countersign-bench-"));
  try {
    return await withDatabases(async (fresh) => {
      const urls = { small: await fresh(), large: await fresh() };
      const filling = await benchContextAt(urls.small, folder);
      await fillSmall(filling);
      await filling.store.close();
      const sizes = await sizeRows(urls.small);
      // A copy of the small one: the database that it is made from must be at rest.
      await replaceByCopy(urls.large, urls.small);
      const client = new Client(urls.large);
      await client.connect();
      say(`multiplying ${String(SMALL)} proposals by ${String(TIMES)} on PostgreSQL`);
      await multiplyPostgres(client, TIMES, say);
      await client.end();
      await runSql(urls.small, "vacuum analyze");
      const [small, large] = [await benchContextAt(urls.small, folder), await benchContextAt(urls.large, folder)];
      const rows = await growthOf(await sideOf(small), await sideOf(large));
      await Promise.all([small.store.close(), large.store.close()]);
      return [...sizes, ...rows.map((row) => ({ ...row, name: `pg_${row.name}` }))];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes a proposal of 0.9 kB, of which nine in ten were decided, redeemed and reported, with nothing dead in between: what docs/postgres.md counts with. */
async function sizeRows(url: string): Promise<readonly Row[]> {
  const [found] = await runSql(
    url,
    "vacuum full analyze",
    `select (select sum(pg_total_relation_size(oid)) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)::float as rows,
      (select wal_bytes from pg_stat_wal)::float as log, (select count(*) from proposals)::float as proposals`,
  );
  const of = (what: string): number => Number(found?.[what]) / Number(found?.["proposals"]);
  return [
    below({ name: "pg_bytes", value: of("rows"), unit: "bytes" }, 12_000, "rows and indexes of a proposal"),
    below({ name: "pg_log_bytes", value: of("log"), unit: "bytes" }, 60_000, "write-ahead log of a proposal"),
  ];
}

async function replaceByCopy(url: string, of: string): Promise<void> {
  const [name, source] = [url, of].map((each) => new URL(each).pathname.slice(1));
  const admin = Object.assign(new URL(url), { pathname: "/postgres" }).href;
  await runSql(admin, `drop database ${name ?? ""}`, `create database ${name ?? ""} template ${source ?? ""}`);
}

/** A figure beside the embedded database's of the same name in the same run. */
function besideEmbedded(
  measured: { readonly name: string; readonly value: number; readonly unit: string },
  embedded: readonly Row[],
  bar: number,
): Row {
  const name = measured.name.slice("pg_".length);
  const value = embedded.find((row) => row.name === name)?.value ?? Number.NaN;
  return atLeast(measured, { says: `${name} on SQLite`, value }, bar);
}

/** A PostgreSQL of its own; `fresh` makes an empty database on it. */
async function withDatabases<Result>(work: (fresh: () => Promise<string>) => Promise<Result>): Promise<Result> {
  const server = await startPostgres(SETTINGS);
  let made = 0;
  try {
    return await work(async () => {
      made += 1;
      await runSql(server.url("postgres"), `create database bench_${String(made)}`);
      return server.url(`bench_${String(made)}`);
    });
  } finally {
    await server.stop();
  }
}
