import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Sha256 } from "../../lib/domain/digest";
import type { ChainHead } from "../../lib/domain/ledger";
import { chainHash, entryText, GENESIS_HASH } from "../../lib/domain/ledger";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { cached, inserting } from "./statements";
import type { Reads, Steps } from "./store";
import type { LedgerDraft, LedgerRow } from "./types";

type LedgerReads = Pick<Reads, "ledgerOf" | "ledgerAfter" | "ledgerBefore" | "ledgerOfAgentAfter" | "ledgerHead">;

/** Reads the record: by subject, by agent, forwards and backwards. */
export function ledgerReads({ tables, db, prepare, fetch }: Reader): LedgerReads {
  const { ledger } = tables;
  const shape = cached({ prepare });
  const inOrder = (condition: SQL) => db.select().from(ledger).where(condition).orderBy(asc(ledger.seq));
  const ofSubject = prepare(inOrder(eq(ledger.subject, sql.placeholder("subject"))));
  const after = prepare(inOrder(gt(ledger.seq, sql.placeholder("seq"))).limit(sql.placeholder("limit")));
  const ofAgent = prepare(
    db
      .select()
      .from(ledger)
      .where(and(eq(ledger.agentId, sql.placeholder("agentId")), gt(ledger.seq, sql.placeholder("seq"))))
      .orderBy(asc(ledger.seq))
      .limit(sql.placeholder("limit")),
  );
  const last = prepare(head({ tables, db }));
  return {
    ledgerOf: (subject) => fetch(ofSubject({ subject })),
    ledgerAfter: (seq, limit) => fetch(after({ seq, limit })),
    ledgerOfAgentAfter: (agentId, seq, limit) => fetch(ofAgent({ agentId, seq, limit })),
    ledgerBefore: (seq, limit, type) => {
      const page = shape([seq === null, type === null].join(), () =>
        db
          .select()
          .from(ledger)
          .where(
            and(
              seq === null ? undefined : lt(ledger.seq, sql.placeholder("seq")),
              type === null ? undefined : eq(ledger.type, sql.placeholder("type")),
            ),
          )
          .orderBy(desc(ledger.seq))
          .limit(sql.placeholder("limit")),
      );
      return fetch(page({ seq, limit, type }));
    },
    ledgerHead: async () => (await fetch(last()))[0] ?? { seq: 0, hash: GENESIS_HASH },
  };
}

/** What the group runner needs of the ledger: where it ends, and how to add to it. */
export interface LedgerWriter {
  /** The end of the chain as it is on disk. */
  head(): Steps<ChainHead>;
  /** Appends drafts after `from` and answers the rows; the last one is the new head. */
  append(from: ChainHead, drafts: readonly LedgerDraft[]): Steps<readonly LedgerRow[]>;
}

/** The only way into the ledger. */
export function ledgerWriter(writer: Writer, sha256: Sha256): LedgerWriter {
  const last = writer.prepare(head(writer));
  const insert = inserting(writer, writer.tables.ledger);
  return {
    *head() {
      return (yield* first(last())) ?? { seq: 0, hash: GENESIS_HASH };
    },
    *append(from, drafts) {
      const appended: LedgerRow[] = [];
      let { seq, hash } = from;
      for (const { at, type, subject, agentId, actor, body } of drafts) {
        seq += 1;
        const entry = entryText({ seq, at, type, subject, actor, agent: agentId, body });
        hash = chainHash(hash, entry, sha256);
        const row: LedgerRow = { seq, at, type, subject, agentId, entry, hash };
        yield* rows(insert(row));
        appended.push(row);
      }
      return appended;
    },
  };
}

function head({ tables, db }: Pick<Reader, "tables" | "db">) {
  const { ledger } = tables;
  return db.select({ seq: ledger.seq, hash: ledger.hash }).from(ledger).orderBy(desc(ledger.seq)).limit(1);
}
