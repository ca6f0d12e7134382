import { copyFileSync } from "node:fs";

import Database from "better-sqlite3";

import type { Context } from "../lib/services/context";
import type { ProposalId } from "../lib/domain/ids";
import type { AgentActor, PersonActor } from "../lib/services/actor";
import { createAgent } from "../lib/services/agents/create-agent";
import { createKey } from "../lib/services/keys/create-key";
import { createPerson } from "../lib/services/people/create-person";
import { propose } from "../lib/services/propose";
import { redeem } from "../lib/services/redeem";
import { getProposal } from "../lib/services/read-proposal";
import { report } from "../lib/services/report";
import { decideProposal } from "../lib/services/triage/decide-proposal";
import { takeLease } from "../lib/services/triage/lease";
import { releaseNow } from "../lib/services/triage/release";
import { COMMAND_LINE, REVIEWER, update, saveRules } from "./server-under-test";

/** Proposals of the small database; a tenth of them wait. */
export const SMALL = 1000;
const WAITING = 100;
const AGENTS = 20;
const MINUTE_MS = 60_000;

/** Fills a database with {@link SMALL} proposals of twenty agents, each lived through by the services: nine in ten are decided and done. */
export async function fillSmall(ctx: Context): Promise<void> {
  const person = await createPerson(ctx, COMMAND_LINE, { ...REVIEWER, name: "Bench reviewer", role: "reviewer" });
  await saveRules(ctx);
  const agents: AgentActor[] = [];
  for (let index = 0; index < AGENTS; index += 1) agents.push(await anAgent(ctx, index));
  const reviewer = personActor(ctx, person.id);
  for (let number = 0; number < SMALL; number += 1) {
    const agent = agents[number % AGENTS];
    if (agent === undefined) throw new Error("there are agents");
    const { found } = await propose(ctx, agent, update(number), { idempotencyKey: `key-${String(number)}`, raw: null });
    if (number >= WAITING) await carryOut(ctx, agent, reviewer, found.record.state.id);
  }
}

/** The reviewer as an actor: signed in just now, in this process only. */
export function personActor(ctx: Context, personId: PersonActor["personId"]): PersonActor {
  return {
    type: "person",
    personId,
    name: "Bench reviewer",
    role: "reviewer",
    sessionId: ctx.newId("session"),
    authenticatedAt: ctx.clock(),
  };
}

async function anAgent(ctx: Context, index: number): Promise<AgentActor> {
  const agent = await createAgent(ctx, COMMAND_LINE, { name: `agent-${String(index)}` });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "bench" });
  const scopes = new Set(["propose", "read", "redeem", "report"]);
  return { type: "agent", agentId: agent.id, agentName: agent.name, keyId: key.id, scopes, ownerId: null };
}

/** Approves, releases, fetches, redeems and reports one proposal. */
async function carryOut(ctx: Context, agent: AgentActor, reviewer: PersonActor, id: ProposalId): Promise<void> {
  await approve(ctx, reviewer, id);
  await releaseNow(ctx, reviewer, { proposal: id });
  const { record } = await getProposal(ctx, agent, id, { recordDelivery: true });
  const { redemptionId } = await redeem(ctx, agent, id, record.receipt ?? "");
  await report(ctx, agent, id, { redemption: redemptionId, status: "succeeded" });
}

/** One approval by key, as a browser sends it. */
export async function approve(ctx: Context, reviewer: PersonActor, id: ProposalId): Promise<void> {
  await takeLease(ctx, reviewer, { proposal: id, version: 1 });
  const found = await ctx.store.read.proposal(id);
  await decideProposal(ctx, reviewer, {
    proposal: id,
    version: 1,
    digest: found?.record.state.digest ?? "",
    decision: { type: "approve" },
    act: { type: "key" },
    measured: { activeMs: 4000, device: "keyboard" },
  });
}

/**
 * Copies a small database and multiplies every proposal, with its version, reviews and ledger rows, by `times`, under ids and times of
 * their own. Its hash chain holds only at its end, which is where writing goes on: what is measured is size, not evidence.
 */
export function multiply(small: string, large: string, times: number, onProgress: (what: string) => void): void {
  copyFileSync(small, large);
  const database = new Database(large);
  for (const pragma of ["journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -800000"])
    database.pragma(pragma);
  const indexes = database
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all();
  // Filled first and indexed afterwards: the other way round costs an hour.
  for (const { name } of indexes) database.exec(`drop index "${name}"`);
  const rows = database.prepare<[], number>("select max(seq) from ledger").pluck().get() ?? 0;
  database.exec("create table copies (k integer primary key)");
  database.exec(
    `with recursive n(k) as (select 1 union all select k + 1 from n where k < ${String(times - 1)}) insert into copies select k from n`,
  );
  for (const sql of copies(database, rows)) {
    onProgress(sql.slice(0, 40));
    database.exec(sql);
  }
  database.exec("drop table copies");
  for (const { sql } of indexes) {
    onProgress(sql.slice(0, 60));
    database.exec(sql);
  }
  database.pragma("journal_mode = WAL");
  database.close();
}

const NEW_ID = (column: string): string => `substr(${column}, 1, length(${column}) - 6) || printf('%06d', k)`;
const EARLIER = `k * ${String(MINUTE_MS)}`;

/** One statement a table: its columns as they are, but for ids and times. */
function copies(database: Database.Database, ledgerRows: number): readonly string[] {
  return Object.entries(copyChanges(NEW_ID, ledgerRows)).map(([table, change]) => {
    const columns = database.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all();
    return copyStatement(table, columns, change);
  });
}

/** What differs in copy number `k` of a row, by table and column; `newId` writes the id of a copy in the words of a database. */
export function copyChanges(
  newId: (column: string) => string,
  ledgerRows: number,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    proposals: {
      id: newId("id"),
      idempotency_key: "idempotency_key || '-' || k",
      created_at: `created_at - ${EARLIER}`,
      decided_at: `decided_at - ${EARLIER}`,
      released_at: `released_at - ${EARLIER}`,
      position: "position + (k % 97)",
    },
    proposal_versions: { proposal_id: newId("proposal_id") },
    reviews: { proposal_id: newId("proposal_id"), at: `at - ${EARLIER}` },
    ledger: {
      seq: `seq + k * ${String(ledgerRows)}`,
      subject: `case when subject like 'prp_%' then ${newId("subject")} else subject end`,
    },
  };
}

/** Inserts every row of a table once for each row of `copies`. */
export function copyStatement(table: string, columns: readonly string[], change: Readonly<Record<string, string>>): string {
  const values = columns.map((column) => change[column] ?? `"${column}"`);
  const list = columns.map((column) => `"${column}"`).join(", ");
  return `insert into ${table} (${list}) select ${values.join(", ")} from ${table}, copies order by k`;
}
