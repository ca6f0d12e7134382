import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, numberedId, sha256, START } from "../test/builders";
import { freshDatabase } from "../test/postgres/fresh-database";
import type { Preparable, PreparableWrite, Reader, Writer } from "./connection";
import type { Pools } from "./connection.postgres";
import { openPools, postgresAccess } from "./connection.postgres";
import { planOf } from "./statements.postgres";
import { createReads, createTransaction } from "./store/create-store";
import { ledgerWriter } from "./store/ledger";
import type { ListFilter, Reads } from "./store/store";

/** Small tables that are read whole on purpose. */
const READ_WHOLE = ["agents", "people", "policy_drafts", "stops"];

interface Watched {
  readonly reads: Reads;
  readonly client: Client;
  readonly pools: Pools;
  readonly seen: Set<string>;
  readonly atStart: readonly string[];
}

/** A connection that remembers every statement prepared on it, and another to ask for plans. */
async function watch(): Promise<Watched> {
  const url = await freshDatabase();
  const pools = openPools({ url, directUrl: null, connections: 4, statementMs: 15_000 });
  const seen = new Set<string>();
  const access = postgresAccess(pools, () => false);
  const noted = <Query extends Preparable<unknown> | PreparableWrite>(query: Query): Query => {
    seen.add(planOf(query).text);
    return query;
  };
  const watched: Reader & Writer = {
    ...access,
    prepare: (query) => access.prepare(noted(query)),
    prepareWrite: (query) => access.prepareWrite(noted(query)),
    once: (query) => access.once(noted(query)),
  };
  const reads = createReads(watched);
  createTransaction(watched);
  ledgerWriter(watched, sha256);
  const client = new Client(url);
  await client.connect();
  // With nothing in the tables every plan is cheap: only what has no other way is read whole or sorted now.
  await client.query(
    "set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan",
  );
  return { reads, client, pools, seen, atStart: [...seen] };
}

let watched: Watched;
beforeAll(async () => {
  watched = await watch();
});
afterAll(async () => {
  await watched.client.end();
  await watched.pools.close();
});

async function plan(statement: string): Promise<string> {
  const { rows } = await watched.client.query<{ "QUERY PLAN": string }>(`explain (generic_plan) ${statement}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  watched.seen.clear();
  await work();
  return [...watched.seen];
}

async function expectSeek(statement: string): Promise<string> {
  const details = await plan(statement);
  expect(details, statement).not.toMatch(/Seq Scan|Sort /u);
  const lines = details.split("\n");
  for (const [index, line] of lines.entries()) {
    if (!/Index (Only )?Scan/u.test(line) || /Index Cond:/u.test(lines[index + 1] ?? "")) continue;
    // Every row of a partial index is asked for: it holds nothing else.
    if (line.includes("using cells_moved ")) continue;
    // Read from one end under a limit, taking every row: the last policy, the first entry of what is due, the newest of the history.
    expect(statement.includes(" limit ") && !/Filter:/u.test(lines[index + 1] ?? ""), `${statement}\n${details}`).toBe(true);
  }
  return details;
}

const agentId = numberedId("agent", 1);
const id = newId("proposal");
const cursor = { rank: 1, at: START, id };
const by = newId("person");

describe("every query finds its rows by an index, in the index's order", () => {
  test("and one that has no index is found out", async () => {
    await expect(expectSeek(`select "id" from "proposals" where "headline" = $1`)).rejects.toThrow();
    await expect(expectSeek(`select "id" from "proposals" order by "headline" limit 1`)).rejects.toThrow();
  });

  test("those prepared at the start", async () => {
    const large = watched.atStart.filter((statement) => !READ_WHOLE.some((table) => statement.includes(` from "${table}"`)));
    expect(large.length).toBeGreaterThan(60);
    for (const statement of large) if (/^(select|update|delete)/u.test(statement)) await expectSeek(statement);
  });

  test.each(["stake", "age", "due"] as const)("a page of the queue by %s, first and later, filtered and not", async (sort) => {
    for (const filter of [{}, { agentId }, { kind: "email" as const }, { agentId, kind: "email" as const }]) {
      for (const after of [null, cursor]) {
        const statements = await statementsOf(() => watched.reads.queuePage("needs_you", filter, sort, after, 50));
        for (const statement of statements) expect(await expectSeek(statement)).toContain(`proposals_queue_${sort}`);
      }
    }
  });

  test("an agent's own list, by status and by run", async () => {
    for (const statuses of [null, ["pending"], ["pending", "held"], ["approved", "pending"]] as const) {
      for (const runId of [null, "run"]) {
        for (const after of [null, cursor]) {
          for (const statement of await statementsOf(() => watched.reads.proposalsOfAgent(agentId, statuses, runId, after, 50))) {
            await expectSeek(statement);
          }
        }
      }
    }
  });

  test("tests of the reviewers, by whom and when, and what they are made of", async () => {
    for (const person of [null, by]) {
      for (const statement of await statementsOf(() => watched.reads.canaryTally(person, START))) {
        // Grouped by kind in memory: a handful of rows.
        const details = await plan(statement);
        expect(details, statement).not.toContain("Seq Scan");
        expect(details, statement).toMatch(/Index Cond:.*decided_at/u);
      }
    }
    for (const statement of await statementsOf(() => watched.reads.canarySources(START, 200))) {
      expect(await expectSeek(statement)).toMatch(/Index Cond: \(+created_at >=/u);
    }
  });

  test("what a window of the metrics holds, page by page", async () => {
    const span = { from: START, until: START + 1 };
    for (const after of [null, { at: START, id }]) {
      for (const filter of [
        { agentId: null, kind: null },
        { agentId, kind: "email" as const },
      ]) {
        for (const statement of await statementsOf(() => watched.reads.measuredItems(span, filter, after, 50))) {
          await expectSeek(statement);
        }
      }
      for (const statement of await statementsOf(() => watched.reads.measuredReviews(span, after, 50))) {
        expect(await expectSeek(statement)).toContain("reviews_by_time");
      }
    }
    for (const statement of await statementsOf(() => watched.reads.measuredTests(span, 50))) await expectSeek(statement);
    const all = { agentId: null, kind: null };
    for (const statement of await statementsOf(() => watched.reads.measuredDoubles(span, all, 50))) await expectSeek(statement);
  });

  test("history by time, agent and person, and the ledger backwards", async () => {
    const filters: readonly ListFilter[] = [
      {},
      { agentId },
      { decidedBy: by },
      { from: START, until: START + 1, agentId },
      { text: id },
    ];
    for (const filter of filters) {
      for (const after of [null, cursor]) {
        for (const statement of await statementsOf(() => watched.reads.history(filter, after, 50))) await expectSeek(statement);
      }
    }
    for (const seq of [null, 9]) {
      for (const type of [null, "proposal.decided"]) {
        for (const statement of await statementsOf(() => watched.reads.ledgerBefore(seq, 50, type))) await expectSeek(statement);
      }
    }
  });
});
