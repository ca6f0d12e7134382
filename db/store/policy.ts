import { desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { inserting } from "./statements";
import type { Reads, Transaction } from "./store";

type PolicyReads = Pick<Reads, "policy" | "policies" | "stops" | "setting">;
type PolicyWrites = Pick<
  Transaction,
  "latestPolicyVersion" | "policy" | "insertPolicy" | "stop" | "insertStop" | "deleteStop" | "setting" | "saveSetting"
>;

/** Reads policy versions, the kill switches that are on, and settings. */
export function policyReads(reader: Reader): PolicyReads {
  const { tables, db, prepare, fetch } = reader;
  const { policies, stops } = tables;
  const { text, ...listed } = getTableColumns(policies);
  const latest = prepare(
    db
      .select({ text, ...listed })
      .from(policies)
      .orderBy(desc(policies.version))
      .limit(1),
  );
  const byVersion = versionOf(reader);
  const list = prepare(db.select(listed).from(policies).orderBy(desc(policies.version)).limit(sql.placeholder("limit")));
  const on = prepare(db.select().from(stops).orderBy(stops.at, stops.scope));
  const setting = settingOf(reader);
  return {
    policy: async (version) => (await fetch(version === null ? latest() : byVersion({ version })))[0] ?? null,
    policies: (limit) => fetch(list({ limit })),
    stops: () => fetch(on()),
    setting: async (key) => (await fetch(setting({ key })))[0]?.value ?? null,
  };
}

/** Writes policy versions, kill switches and settings. */
export function policyWrites(writer: Writer): PolicyWrites {
  const { tables, db, prepare } = writer;
  const { policies, stops, settings } = tables;
  const latest = prepare(db.select({ version: policies.version }).from(policies).orderBy(desc(policies.version)).limit(1));
  const byVersion = versionOf(writer);
  const insertPolicy = inserting(writer, policies);
  const insertStop = inserting(writer, stops);
  const stop = prepare(
    db
      .select()
      .from(stops)
      .where(eq(stops.scope, sql.placeholder("scope"))),
  );
  const deleteStop = prepare(
    db
      .delete(stops)
      .where(eq(stops.scope, sql.placeholder("scope")))
      .returning({ scope: stops.scope }),
  );
  const setting = settingOf(writer);
  const saveSetting = prepare(
    db
      .insert(settings)
      .values({ key: sql.placeholder("key"), value: sql.placeholder("value") })
      .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } })
      .returning({ key: settings.key }),
  );
  return {
    *latestPolicyVersion() {
      return (yield* first(latest()))?.version ?? null;
    },
    policy: (version) => first(byVersion({ version })),
    *insertPolicy(record) {
      yield* rows(insertPolicy(record));
    },
    stop: (scope) => first(stop({ scope })),
    *insertStop(record) {
      yield* rows(insertStop(record));
    },
    *deleteStop(scope) {
      yield* rows(deleteStop({ scope }));
    },
    *setting(key) {
      return (yield* first(setting({ key })))?.value ?? null;
    },
    *saveSetting(key, value) {
      yield* rows(saveSetting({ key, value }));
    },
  };
}

function versionOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { policies } = tables;
  return prepare(
    db
      .select()
      .from(policies)
      .where(eq(policies.version, sql.placeholder("version"))),
  );
}

function settingOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { settings } = tables;
  return prepare(
    db
      .select({ value: settings.value })
      .from(settings)
      .where(eq(settings.key, sql.placeholder("key"))),
  );
}
