import { count, eq, getTableColumns, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import type { PolicyDraftReads, PolicyDraftWrites } from "./policy-draft-types";
import { columnNames, placeholders } from "./statements";

/** Reads the drafts of the policy. */
export function policyDraftReads(reader: Reader): PolicyDraftReads {
  const { tables, db, prepare, fetch } = reader;
  const { policyDrafts } = tables;
  const { text: _document, ...listed } = getTableColumns(policyDrafts);
  const byName = byNameOf(reader);
  const all = prepare(db.select(listed).from(policyDrafts).orderBy(policyDrafts.name));
  return {
    policyDraft: async (name) => (await fetch(byName({ name })))[0] ?? null,
    policyDrafts: () => fetch(all()),
  };
}

/** Writes them. */
export function policyDraftWrites(writer: Writer): PolicyDraftWrites {
  const { tables, db, prepare } = writer;
  const { policyDrafts } = tables;
  const byName = byNameOf(writer);
  const howMany = prepare(db.select({ drafts: count() }).from(policyDrafts));
  const save = prepare(
    db
      .insert(policyDrafts)
      .values(placeholders(columnNames(policyDrafts)))
      .onConflictDoUpdate({
        target: policyDrafts.name,
        set: {
          text: sql`excluded.document`,
          basedOn: sql`excluded.based_on`,
          by: sql`excluded.saved_by`,
          at: sql`excluded.saved_at`,
        },
      })
      .returning({ name: policyDrafts.name }),
  );
  const remove = prepare(
    db
      .delete(policyDrafts)
      .where(eq(policyDrafts.name, sql.placeholder("name")))
      .returning({ name: policyDrafts.name }),
  );
  return {
    policyDraft: (name) => first(byName({ name })),
    *countPolicyDrafts() {
      return (yield* first(howMany()))?.drafts ?? 0;
    },
    *savePolicyDraft(draft) {
      yield* rows(save({ ...draft }));
    },
    *deletePolicyDraft(name) {
      yield* rows(remove({ name }));
    },
  };
}

function byNameOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { policyDrafts } = tables;
  return prepare(
    db
      .select()
      .from(policyDrafts)
      .where(eq(policyDrafts.name, sql.placeholder("name"))),
  );
}
