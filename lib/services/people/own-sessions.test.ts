import { expect, test } from "vitest";

import { aContext, aPerson, codeOf, ledgerTypes } from "../../../test/context";
import type { TestContext } from "../../../test/context";
import type { PersonActor } from "../actor";
import { endOtherSessions, endOwnSession, listOwnSessions } from "./own-sessions";
import { readPeople } from "./read-people";

const HOUR = 60 * 60_000;

/** Another place where the same person is signed in. */
async function elsewhere(ctx: TestContext, person: PersonActor): Promise<PersonActor> {
  const now = ctx.clock();
  const id = ctx.newId("session");
  await ctx.store.transact(function* (tx) {
    const times = { createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: now + 12 * HOUR, revokedAt: null };
    yield* tx.insertSession({ id, personId: person.personId, userAgent: "elsewhere", ...times });
    return { result: null, unchanged: true };
  });
  return { ...person, sessionId: id };
}

test("a person sees where they are signed in, this session first, and nobody else's", async () => {
  const ctx = await aContext();
  const here = await aPerson(ctx, "reviewer");
  await aPerson(ctx, "admin");
  ctx.pass(HOUR);
  const there = await elsewhere(ctx, here);
  const sessions = await listOwnSessions(ctx, here);
  expect(sessions.map(({ id, current }) => [id, current])).toEqual([
    [here.sessionId, true],
    [there.sessionId, false],
  ]);
});

test("a session that expired or was not used for eight hours is not listed", async () => {
  const ctx = await aContext();
  const first = await aPerson(ctx, "reviewer");
  ctx.pass(9 * HOUR);
  const second = await elsewhere(ctx, first);
  expect((await listOwnSessions(ctx, second)).map(({ id }) => id)).toEqual([second.sessionId]);
});

test("ending the others keeps this session and is recorded once", async () => {
  const ctx = await aContext();
  const here = await aPerson(ctx, "auditor");
  const stranger = await aPerson(ctx, "reviewer");
  await elsewhere(ctx, here);
  await elsewhere(ctx, here);
  expect(await endOtherSessions(ctx, here)).toBe(2);
  expect((await listOwnSessions(ctx, here)).map(({ id }) => id)).toEqual([here.sessionId]);
  expect(await listOwnSessions(ctx, stranger)).toHaveLength(1);
  expect(await endOtherSessions(ctx, here)).toBe(0);
  expect(await ledgerTypes(ctx)).toEqual(["session.others_closed"]);
});

test("one session is ended without the others, and never someone else's", async () => {
  const ctx = await aContext();
  const here = await aPerson(ctx, "reviewer");
  const stranger = await aPerson(ctx, "reviewer");
  const there = await elsewhere(ctx, here);
  await elsewhere(ctx, here);
  await endOwnSession(ctx, here, { sessionId: there.sessionId });
  await endOwnSession(ctx, here, { sessionId: there.sessionId });
  expect(await listOwnSessions(ctx, here)).toHaveLength(2);
  expect(await codeOf(endOwnSession(ctx, here, { sessionId: stranger.sessionId }))).toBe("not_found");
  expect(await codeOf(endOwnSession(ctx, here, { sessionId: "ses_none" }))).toBe("not_found");
  expect(await listOwnSessions(ctx, stranger)).toHaveLength(1);
  expect(await ledgerTypes(ctx)).toEqual(["session.closed"]);
});

test("admins and auditors see when people were last here, reviewers do not", async () => {
  const ctx = await aContext();
  const admin = await aPerson(ctx, "admin");
  const auditor = await aPerson(ctx, "auditor");
  const reviewer = await aPerson(ctx, "reviewer");
  const at = ctx.clock();
  expect((await readPeople(ctx, admin)).map(({ lastSeenAt }) => lastSeenAt)).toEqual([at, at, at]);
  expect(await codeOf(readPeople(ctx, auditor))).toBe("accepted");
  expect(await codeOf(readPeople(ctx, reviewer))).toBe("forbidden");
});
