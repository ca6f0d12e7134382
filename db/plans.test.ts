import { afterAll, describe, expect, test } from "vitest";
import { aKey, anAgent, aPerson, aRecord, aSession, aVersion, newId, numberedId, sha256, START } from "../test/builders";
import { migrationsFolder } from "../test/migrations-folder";
import { openSqlite, runQuery, sqliteAccess } from "./connection.sqlite";
import { migrateSqlite } from "./migrate.sqlite";
import { createReads, createTransaction } from "./store/create-store";
import { ledgerWriter } from "./store/ledger";
import type { ListFilter, Steps } from "./store/store";

/** Small tables that are read whole on purpose. */
const READ_WHOLE = new Set(["agents", "people", "policy_drafts", "stops"]);

/** A connection that remembers every statement prepared on it. */
async function watched() {
  const handle = openSqlite(":memory:", "write");
  await migrateSqlite(handle, migrationsFolder, () => undefined);
  const seen = new Set<string>();
  const prepare = handle.prepare.bind(handle);
  const recording: typeof handle.prepare = (source: string) => {
    seen.add(source);
    return prepare(source);
  };
  handle.prepare = recording;
  const connection = sqliteAccess(handle);
  const plan = (source: string): readonly string[] =>
    prepare<number[], { detail: string }>(`explain query plan ${source}`)
      .all(...Array.from(source.matchAll(/\?/gu), () => 1))
      .map(({ detail }) => detail);
  return {
    handle,
    seen,
    plan,
    reads: createReads(connection),
    tx: createTransaction(connection),
    ledger: ledgerWriter(connection, sha256),
  };
}

const { handle, seen, plan, reads, tx, ledger } = await watched();
afterAll(() => {
  handle.close();
});

function run<Result>(steps: Steps<Result>): void {
  let step = steps.next([]);
  while (step.done !== true) step = steps.next(runQuery(step.value));
}

const agentId = numberedId("agent", 1);
const id = newId("proposal");
const cursor = { rank: 1, at: START, id, group: [agentId, "template"] as const };
const by = newId("person");

/** The statements that `work` needs and that were not prepared before. */
async function statementsOf(work: () => Promise<unknown> | undefined): Promise<readonly string[]> {
  seen.clear();
  await work();
  return [...seen];
}

const ONE_END =
  /^SCAN (capped|open|policies|ledger|cells USING INDEX cells_by_change|grants USING INDEX grants_newest|proposals USING COVERING INDEX proposals_due_\w+)$/gmu;
/** Every row of a partial index is asked for: it holds nothing else. */
const WHOLE = /^SCAN cells USING INDEX cells_moved$/gmu;
const NEVER = /(?!)/gu;

function expectSeeks(statements: readonly string[]): void {
  for (const statement of statements) {
    const details = plan(statement).join("\n");
    // Read from one end under a limit: capped subqueries, the last policy and ledger entry, the first entry of what is due.
    const fromOneEnd = statement.includes(" limit ") ? ONE_END : NEVER;
    expect(details.replaceAll(fromOneEnd, "").replaceAll(WHOLE, ""), statement).not.toMatch(/^SCAN/mu);
    expect(details, statement).not.toContain("TEMP B-TREE");
  }
}

const ALL = [...seen];

describe("every query finds its rows by an index, whatever the history", () => {
  test("those prepared at the start", () => {
    const large = ALL.filter((statement) => ![...READ_WHOLE].some((table) => statement.includes(`from "${table}"`)));
    expect(large.length).toBeGreaterThan(40);
    expectSeeks(large.filter((statement) => /^(select|update|delete)/u.test(statement)));
  });

  test.each(["stake", "age", "due", "agent"] as const)(
    "a page of the queue by %s, first and later, filtered and not",
    async (sort) => {
      for (const filter of [{}, { agentId }, { kind: "email" as const }, { agentId, kind: "email" as const }]) {
        for (const after of [null, cursor]) {
          const statements = await statementsOf(() => reads.queuePage("needs_you", filter, sort, after, 50));
          expect(statements).toHaveLength(1);
          expectSeeks(statements);
          expect(plan(statements[0] ?? "").join("\n")).toContain(`INDEX proposals_queue_${sort} (queue=?`);
        }
      }
    },
  );

  test("what was given to a person, by the person alone; it is sorted, being little", async () => {
    for (const sort of ["stake", "age", "due", "agent"] as const) {
      for (const filter of [{}, { agentId, kind: "email" as const }]) {
        const statements = await statementsOf(() => reads.assignedTo(by, "needs_you", filter, sort, 50));
        expect(plan(statements[0] ?? "").join("\n")).toContain(
          "SEARCH proposals USING INDEX proposals_of_assignee (assignee_id=?)",
        );
      }
    }
  });

  test("what a person decided, by the person and the instant", async () => {
    for (const after of [null, cursor]) {
      const statements = await statementsOf(() => reads.doneBy(by, after, 50));
      expect(statements).toHaveLength(2);
      expectSeeks(statements);
      for (const statement of statements) expect(plan(statement).join("\n")).toMatch(/proposals_decided_(by|with)/u);
    }
  });

  test("an agent's own list, by status and by run", async () => {
    for (const statuses of [null, ["pending"], ["pending", "held"], ["approved", "pending"]] as const) {
      for (const runId of [null, "run"]) {
        for (const after of [null, cursor]) {
          expectSeeks(await statementsOf(() => reads.proposalsOfAgent(agentId, statuses, runId, after, 50)));
        }
      }
    }
    const open = await statementsOf(() => reads.proposalsOfAgent(agentId, ["pending", "pending", "held"], null, null, 50));
    expect(plan(open[0] ?? "").join("\n")).toContain("proposals_of_agent_open");
  });

  test("history by time, agent and person", async () => {
    const filters: readonly ListFilter[] = [
      {},
      { agentId },
      { decidedBy: by },
      { from: START },
      { from: START, until: START + 1, agentId },
      { decidedBy: by, agentId, from: START },
      { statuses: ["rejected"], kind: "email", tier: "T3", text: "refund" },
      { agentId, text: "refund" },
      { decidedBy: by, text: "refund" },
      { text: id },
    ];
    for (const filter of filters) {
      for (const after of [null, cursor]) {
        const statements = await statementsOf(() => reads.history(filter, after, 50));
        for (const statement of statements) {
          const details = plan(statement).join("\n");
          expect(details, statement).not.toContain("TEMP B-TREE");
          expect(details, statement).toMatch(/(SEARCH|SCAN) proposals USING (COVERING )?INDEX/u);
        }
      }
    }
  });

  test("tests of the reviewers, by whom and when, and what they are made of", async () => {
    for (const person of [null, by]) {
      const [statement = ""] = await statementsOf(() => reads.canaryTally(person, START));
      const details = plan(statement).join("\n");
      expect(details, statement).toMatch(
        person === null
          ? /SEARCH canaries USING INDEX canaries_decided \(decided_at>\?\)/u
          : /SEARCH canaries USING INDEX canaries_of_person \(decided_by=\? AND decided_at>\?\)/u,
      );
    }
    expectSeeks(await statementsOf(() => reads.canarySources(START, 200)));
  });

  test("what a window of the metrics holds, page by page", async () => {
    const span = { from: START, until: START + 1 };
    for (const after of [null, { at: START, id }]) {
      for (const filter of [
        { agentId: null, kind: null },
        { agentId, kind: null },
        { agentId, kind: "email" as const },
      ]) {
        expectSeeks(await statementsOf(() => reads.measuredItems(span, filter, after, 50)));
      }
      const statements = await statementsOf(() => reads.measuredReviews(span, after, 50));
      expectSeeks(statements);
      expect(plan(statements[0] ?? "").join("\n")).toContain("INDEX reviews_by_time (at>?");
    }
    expectSeeks(await statementsOf(() => reads.measuredTests(span, 50)));
    for (const filter of [
      { agentId: null, kind: null },
      { agentId, kind: "email" as const },
    ]) {
      const statements = await statementsOf(() => reads.measuredDoubles(span, filter, 50));
      expectSeeks(statements);
      expect(plan(statements[0] ?? "").join("\n")).toContain("INDEX draws_doubles (drawn_at>?");
    }
  });

  test("the ledger, backwards and by type", async () => {
    for (const seq of [null, 9]) {
      for (const type of [null, "proposal.decided"]) {
        const [statement] = await statementsOf(() => reads.ledgerBefore(seq, 50, type));
        const details = plan(statement ?? "").join("\n");
        expect(details).not.toContain("TEMP B-TREE");
        if (type !== null || seq !== null) expectSeeks([statement ?? ""]);
      }
    }
  });
});

test("no statement is planned anew for the value of its limit", () => {
  const limited = ALL.filter((statement) => / limit /u.test(statement));
  expect(limited.length).toBeGreaterThan(10);
  expect(limited.filter((statement) => / limit \?/u.test(statement))).toEqual([]);
});

test("writing prepares nothing: every statement of a transaction was prepared at the start", async () => {
  const record = aRecord({ idempotencyKey: "k" });
  const person = aPerson();
  const session = aSession(person.id);
  const key = aKey();
  const statements = await statementsOf(() => {
    run(tx.insertAgent(anAgent(1)));
    run(tx.insertPerson(person));
    run(tx.insertSession(session));
    run(tx.saveSession(session));
    run(tx.insertKey(key));
    run(tx.touchKeys([{ id: key.id, at: START }]));
    run(tx.proposalByKey(agentId, "k"));
    run(tx.insertProposal(record, aVersion(record)));
    run(tx.proposal(record.state.id));
    run(tx.saveProposal(record, 1));
    run(tx.addUsage("limit", 0, 1, 1));
    run(tx.addCounterpart(agentId, "a", START));
    run(tx.usualFigures(agentId, "a", "money"));
    run(tx.saveUsualFigures({ agentId, actionName: "a", unit: "money", figures: [] }));
    run(ledger.head());
    return undefined;
  });
  expect(statements).toEqual([]);
});
