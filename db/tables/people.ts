import type { PersonId, SessionId } from "../../lib/domain/ids";
import type { Preferences } from "../../lib/domain/preferences";
import type { Role } from "../../lib/domain/words";
import type { Columns } from "../columns.sqlite";

/** People, where they are signed in, and how they like their desk. */
export function definePeopleTables({ table, text, instant, json, index, uniqueIndex }: Columns) {
  const people = table(
    "people",
    {
      id: text<PersonId>("id").primaryKey(),
      email: text("email").notNull(),
      name: text("name").notNull(),
      role: text<Role>("role").notNull(),
      passwordHash: text("password_hash").notNull(),
      createdAt: instant("created_at").notNull(),
      disabledAt: instant("disabled_at"),
    },
    (t) => [uniqueIndex("people_by_email").on(t.email)],
  );
  const sessions = table(
    "sessions",
    {
      id: text<SessionId>("id").primaryKey(),
      personId: text<PersonId>("person_id")
        .notNull()
        .references(() => people.id),
      createdAt: instant("created_at").notNull(),
      authenticatedAt: instant("authenticated_at").notNull(),
      lastSeenAt: instant("last_seen_at").notNull(),
      expiresAt: instant("expires_at").notNull(),
      revokedAt: instant("revoked_at"),
      userAgent: text("user_agent"),
    },
    (t) => [index("sessions_of_person").on(t.personId, t.createdAt)],
  );
  // How the desk is set up for somebody. Nobody else reads it, and nothing rests on it.
  const preferences = table("preferences", {
    personId: text<PersonId>("person_id")
      .primaryKey()
      .references(() => people.id),
    document: json<Preferences>("document").notNull(),
  });
  return { people, sessions, preferences };
}
