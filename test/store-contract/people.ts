import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import { aPerson, aSession, newId, START } from "../builders";
import { commit } from "./writes";

/** People and where they are signed in. */
export function peopleContract(current: () => Store): void {
  test("a person is found by id and by address, and saved", async () => {
    const store = current();
    const ana = aPerson({ createdAt: START + 1 });
    const ben = aPerson({ role: "admin" });
    await commit(store, function* (tx) {
      yield* tx.insertPerson(ana);
      yield* tx.insertPerson(ben);
    });
    expect(await store.read.person(ana.id)).toEqual(ana);
    expect(await store.read.personByEmail(ben.email)).toEqual(ben);
    expect(await store.read.people()).toEqual([ben, ana]);
    const moved = { ...ana, email: "ana@example.org", name: "Ana R.", role: "auditor" as const, passwordHash: "$argon2id$x" };
    await commit(store, (tx) => tx.savePerson(moved));
    expect(await commit(store, (tx) => tx.person(ana.id))).toEqual(moved);
    expect(await commit(store, (tx) => tx.personByEmail(ana.email))).toBeNull();
    expect(await store.read.person(newId("person"))).toBeNull();
    await expect(commit(store, (tx) => tx.savePerson(aPerson()))).rejects.toThrow("INVARIANT");
    const twin = aPerson({ email: ben.email });
    await expect(commit(store, (tx) => tx.insertPerson(twin))).rejects.toMatchObject({ code: "constraint" });
  });

  test("only people who may sign in are counted, in all or by role", async () => {
    const store = current();
    await commit(store, function* (tx) {
      yield* tx.insertPerson(aPerson({ role: "admin" }));
      yield* tx.insertPerson(aPerson({ role: "admin", disabledAt: START }));
      yield* tx.insertPerson(aPerson());
    });
    expect([
      await store.read.countPeople("admin"),
      await store.read.countPeople("auditor"),
      await store.read.countPeople(null),
    ]).toEqual([1, 0, 2]);
    expect(await commit(store, (tx) => tx.countPeople("admin"))).toBe(1);
    expect(await commit(store, (tx) => tx.countPeople(null))).toBe(2);
  });

  test("a session comes with its person", async () => {
    const store = current();
    const person = aPerson();
    const session = aSession(person.id);
    await commit(store, function* (tx) {
      yield* tx.insertPerson(person);
      yield* tx.insertSession(session);
    });
    expect(await store.read.session(session.id)).toEqual({ session, person });
    expect(await store.read.session(newId("session"))).toBeNull();
    const seen = { ...session, lastSeenAt: START + 5, authenticatedAt: START + 4, expiresAt: START + 6, userAgent: null };
    await commit(store, (tx) => tx.saveSession(seen));
    expect(await commit(store, (tx) => tx.session(session.id))).toEqual(seen);
    await expect(commit(store, (tx) => tx.insertSession(aSession(newId("person"))))).rejects.toMatchObject({
      code: "constraint",
    });
  });

  test("signing out everywhere revokes every session but the one that is kept, once", async () => {
    const store = current();
    const [ana, ben] = [aPerson(), aPerson()];
    const sessions = [0, 1, 2].map((late) => aSession(ana.id, { createdAt: START + late }));
    const other = aSession(ben.id);
    await commit(store, function* (tx) {
      yield* tx.insertPerson(ana);
      yield* tx.insertPerson(ben);
      for (const session of [...sessions, other]) yield* tx.insertSession(session);
    });
    const kept = sessions[1]?.id ?? null;
    expect(await commit(store, (tx) => tx.revokeSessions(ana.id, START + 9, kept))).toBe(2);
    expect(await commit(store, (tx) => tx.revokeSessions(ana.id, START + 10, kept))).toBe(0);
    expect((await store.read.sessionsOfPerson(ana.id)).map(({ revokedAt }) => revokedAt)).toEqual([START + 9, null, START + 9]);
    expect(await commit(store, (tx) => tx.revokeSessions(ana.id, START + 11, null))).toBe(1);
    expect((await store.read.session(other.id))?.session.revokedAt).toBeNull();
  });
}
