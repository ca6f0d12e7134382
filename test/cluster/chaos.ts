import type { Store } from "../../db/store/store";
import type { LedgerRow } from "../../db/store/types";
import { sha256 } from "../../lib/create-context";
import { verifyChain } from "../../lib/domain/ledger";
import { runSql } from "../postgres/run-sql";
import type { Cluster } from "./cluster";
import type { ClusterClient } from "./cluster-client";

const AT_ONCE = 8;
const CUT_ALL =
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
/** The undo window of a refund of this size (T1): what is not released by hand is released after it, by the server on duty. */
const UNDO_MS = 5_000;
const PAGE = 1_000;

/** One proposal from its agent's call to the moment at which the agent heard the answer. */
interface Case {
  readonly id: string;
  readonly wokenAfterMs: number;
}

export interface Chaos {
  readonly cluster: Cluster;
  readonly database: string;
  readonly client: ClusterClient;
  readonly progress: (text: string) => void;
}

/** Runs the cases while one server after the other is killed with SIGKILL and started again. */
export function whileKilling(chaos: Chaos, kills: number): Promise<readonly Case[]> {
  const { cluster, progress } = chaos;
  return casesDuring(chaos, async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      const victim = kill % cluster.members.length;
      await cluster.kill(victim);
      await cluster.revive(victim);
      progress(`${String(kill + 1)} of ${String(kills)} kills`);
    }
  });
}

/** Runs the cases while every connection to the database is cut, again and again. */
export function whileCutting(chaos: Chaos, cuts: number, everyMs: number): Promise<readonly Case[]> {
  return casesDuring(chaos, async () => {
    const pause = `select pg_sleep(${String(everyMs / 1000)})`;
    await runSql(chaos.database, ...Array.from({ length: cuts }, () => [CUT_ALL, pause]).flat());
  });
}

/** Agents propose and wait, and a person decides, for as long as `trouble` goes on. */
async function casesDuring({ client }: Chaos, trouble: () => Promise<void>): Promise<readonly Case[]> {
  const over = new AbortController();
  const cases: Case[] = [];
  const work = Array.from({ length: AT_ONCE }, async (_, worker) => {
    for (let number = worker; !over.signal.aborted; number += 1) cases.push(await oneCase(client, number));
  });
  try {
    await trouble();
  } finally {
    over.abort();
    await Promise.all(work);
  }
  return cases;
}

/** Every fourth decision is left to whichever server is on duty; the others are released by hand. */
async function oneCase(client: ClusterClient, number: number): Promise<Case> {
  const proposal = await client.propose(`W${String(number)}`);
  const waiting = client.wait(proposal.id);
  await client.reject(proposal);
  const decidedAt = Date.now();
  const released = number % 4 === 3 ? decidedAt + UNDO_MS : await client.release(proposal.id);
  return { id: proposal.id, wokenAfterMs: Math.max(0, (await waiting) - released) };
}

/** What the record says of the cases: nothing lost, nothing doubled, nothing proposed that nobody knows of, one unbroken chain. */
export async function verdictOn(store: Store, cases: readonly Case[]) {
  const ledger = await wholeLedger(store);
  const told = new Map<string, number>();
  for (const { subject, type } of ledger) {
    const what = `${subject ?? ""} ${type}`;
    told.set(what, (told.get(what) ?? 0) + 1);
  }
  const once = (id: string, type: string): boolean => told.get(`${id} ${type}`) === 1;
  return {
    lostOrDoubled: cases.map(({ id }) => id).filter((id) => !once(id, "proposal.decided") || !once(id, "proposal.released")),
    unknown: ledger.filter(({ type }) => type === "proposal.proposed").length - cases.length,
    chainHolds: verifyChain(ledger, sha256).ok,
  };
}

async function wholeLedger(store: Store): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (;;) {
    const page = await store.read.ledgerAfter(rows.at(-1)?.seq ?? 0, PAGE);
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

/** How long agents slept past a decision that was acknowledged. */
export function times(cases: readonly Case[]): string {
  const sorted = cases.map(({ wokenAfterMs }) => wokenAfterMs).sort((a, b) => a - b);
  const at = (share: number): string => String(sorted[Math.floor((sorted.length - 1) * share)] ?? NaN);
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`;
}

export function worst(cases: readonly Case[]): number {
  return Math.max(0, ...cases.map(({ wokenAfterMs }) => wokenAfterMs));
}
