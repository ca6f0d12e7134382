import type { Store, Transaction } from "../../db/store/store";
import type { Steps } from "../../db/store/store";
import type { LedgerRow, ProposalRecord, VersionRecord } from "../../db/store/types";
import { aDraft, anAgent, aRecord, aVersion } from "../builders";

/** Commits one body with one ledger entry and answers its result. */
export async function commit<Result>(store: Store, body: (tx: Transaction) => Steps<Result>): Promise<Result> {
  const done = await store.transact(function* (tx) {
    const result = yield* body(tx);
    return { result, events: [aDraft()] };
  });
  return done.result;
}

/** Adds the agents 1 to `count`. */
export async function withAgents(store: Store, count = 1): Promise<void> {
  await commit(store, function* (tx) {
    for (let number = 1; number <= count; number += 1) yield* tx.insertAgent(anAgent(number));
  });
}

type RecordOverrides = Parameters<typeof aRecord>[0];

/** Stores one proposal with its first version; answers both. */
export async function propose(
  store: Store,
  overrides: RecordOverrides = {},
): Promise<{ record: ProposalRecord; version: VersionRecord }> {
  const record = aRecord(overrides);
  const version = aVersion(record);
  await commit(store, (tx) => tx.insertProposal(record, version));
  return { record, version };
}

/** Stores many in one commit, in the order given. */
export async function proposeAll(store: Store, all: readonly RecordOverrides[]): Promise<readonly ProposalRecord[]> {
  const records = all.map((overrides) => aRecord(overrides));
  await commit(store, function* (tx) {
    for (const record of records) yield* tx.insertProposal(record, aVersion(record));
  });
  return records;
}

/** The whole ledger, oldest first. */
export async function wholeLedger(store: Store): Promise<readonly LedgerRow[]> {
  const all: LedgerRow[] = [];
  for (;;) {
    const page = await store.read.ledgerAfter(all.length, 1_000);
    all.push(...page);
    if (page.length < 1_000) return all;
  }
}
