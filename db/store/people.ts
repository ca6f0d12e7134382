import type { SQL } from "drizzle-orm";
import { and, eq, getTableColumns, isNull, ne, sql } from "drizzle-orm";
import type { Role } from "../../lib/domain/words";
import type { Prepared, Reader, Writer } from "../connection";
import { existing, first, rows } from "../transaction";
import { assignments, columnNames, inserting, placeholders } from "./statements";
import type { Reads, Transaction } from "./store";

type PeopleReads = Pick<
  Reads,
  "person" | "personByEmail" | "people" | "countPeople" | "preferences" | "session" | "sessionsOfPerson"
>;
type PeopleWrites = Pick<
  Transaction,
  | "insertPerson"
  | "savePerson"
  | "person"
  | "personByEmail"
  | "countPeople"
  | "preferences"
  | "savePreferences"
  | "session"
  | "insertSession"
  | "saveSession"
  | "revokeSessions"
>;

/** Reads people and where they are signed in. */
export function peopleReads(reader: Reader): PeopleReads {
  const { tables, db, prepare, fetch } = reader;
  const { people, sessions } = tables;
  const { byId, byEmail, count } = lookups(reader);
  const preferences = preferencesOf(reader);
  const all = prepare(db.select().from(people).orderBy(people.createdAt, people.id));
  const session = prepare(
    db
      .select({ session: getTableColumns(sessions), person: getTableColumns(people) })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(eq(sessions.id, sql.placeholder("id"))),
  );
  const ofPerson = prepare(
    db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, sql.placeholder("personId")))
      .orderBy(sessions.createdAt),
  );
  return {
    person: async (id) => (await fetch(byId({ id })))[0] ?? null,
    personByEmail: async (email) => (await fetch(byEmail({ email })))[0] ?? null,
    people: () => fetch(all()),
    preferences: async (id) => (await fetch(preferences({ id })))[0]?.document ?? null,
    countPeople: async (role) => (await fetch(count(role)))[0]?.count ?? 0,
    session: async (id) => (await fetch(session({ id })))[0] ?? null,
    sessionsOfPerson: (personId) => fetch(ofPerson({ personId })),
  };
}

function preferencesOf({ tables: { preferences }, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  return prepare(
    db
      .select({ document: preferences.document })
      .from(preferences)
      .where(eq(preferences.personId, sql.placeholder("id"))),
  );
}

function preferenceWrites(writer: Writer): Pick<PeopleWrites, "preferences" | "savePreferences"> {
  const { tables, db, prepare } = writer;
  const { preferences } = tables;
  const byPerson = preferencesOf(writer);
  const save = prepare(
    db
      .insert(preferences)
      .values(placeholders(columnNames(preferences)))
      .onConflictDoUpdate({ target: preferences.personId, set: { document: sql`excluded.document` } })
      .returning({ id: preferences.personId }),
  );
  return {
    *preferences(id) {
      return (yield* first(byPerson({ id })))?.document ?? null;
    },
    *savePreferences(personId, document) {
      yield* rows(save({ personId, document }));
    },
  };
}

/** Writes people and their sessions. */
export function peopleWrites(writer: Writer): PeopleWrites {
  return { ...personWrites(writer), ...preferenceWrites(writer), ...sessionWrites(writer) };
}

function personWrites(
  writer: Writer,
): Pick<PeopleWrites, "insertPerson" | "savePerson" | "person" | "personByEmail" | "countPeople"> {
  const { tables, db, prepare } = writer;
  const { people } = tables;
  const { byId, byEmail, count } = lookups(writer);
  const insert = inserting(writer, people);
  const save = prepare(
    db
      .update(people)
      .set(assignments(["email", "name", "role", "passwordHash", "disabledAt"]))
      .where(eq(people.id, sql.placeholder("id")))
      .returning({ id: people.id }),
  );
  return {
    *insertPerson(record) {
      yield* rows(insert(record));
    },
    *savePerson(record) {
      yield* existing(save({ ...record }), record.id);
    },
    person: (id) => first(byId({ id })),
    personByEmail: (email) => first(byEmail({ email })),
    *countPeople(role) {
      return (yield* first(count(role)))?.count ?? 0;
    },
  };
}

function sessionWrites(writer: Writer): Pick<PeopleWrites, "session" | "insertSession" | "saveSession" | "revokeSessions"> {
  const { tables, db, prepare } = writer;
  const { sessions } = tables;
  const insert = inserting(writer, sessions);
  const byId = prepare(
    db
      .select()
      .from(sessions)
      .where(eq(sessions.id, sql.placeholder("id"))),
  );
  const save = prepare(
    db
      .update(sessions)
      .set(assignments(["authenticatedAt", "lastSeenAt", "expiresAt", "revokedAt", "userAgent"]))
      .where(eq(sessions.id, sql.placeholder("id")))
      .returning({ id: sessions.id }),
  );
  const mine = eq(sessions.personId, sql.placeholder("personId"));
  const revoke = prepare(
    db
      .update(sessions)
      .set(assignments(["revokedAt"]))
      .where(and(mine, isNull(sessions.revokedAt), ne(sessions.id, sql.placeholder("except"))))
      .returning({ id: sessions.id }),
  );
  return {
    session: (id) => first(byId({ id })),
    *insertSession(record) {
      yield* rows(insert(record));
    },
    *saveSession(record) {
      yield* existing(save({ ...record }), record.id);
    },
    *revokeSessions(personId, at, except) {
      // No session has an empty id, so without an exception all of them are revoked.
      return (yield* rows(revoke({ personId, revokedAt: at, except: except ?? "" }))).length;
    },
  };
}

function lookups({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { people } = tables;
  const counting = (condition: SQL | undefined): Prepared<{ count: number }> =>
    prepare(
      db
        .select({ count: sql<number>`count(*)`.mapWith(Number) })
        .from(people)
        .where(condition),
    );
  const everybody = counting(isNull(people.disabledAt));
  const inRole = counting(and(eq(people.role, sql.placeholder("role")), isNull(people.disabledAt)));
  return {
    byId: prepare(
      db
        .select()
        .from(people)
        .where(eq(people.id, sql.placeholder("id"))),
    ),
    byEmail: prepare(
      db
        .select()
        .from(people)
        .where(eq(people.email, sql.placeholder("email"))),
    ),
    count: (role: Role | null) => (role === null ? everybody() : inRole({ role })),
  };
}
