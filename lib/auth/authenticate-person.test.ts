import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";

import type { TestContext } from "../../test/context";
import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes } from "../../test/context";
import type { PersonActor } from "../services/actor";
import { confirmPassword } from "../services/confirm-password";
import { changeRole } from "../services/people/change-role";
import { createPerson } from "../services/people/create-person";
import { disablePerson, enablePerson } from "../services/people/disable-person";
import { changeOwnPassword, setPassword } from "../services/people/set-password";
import { setSessionIdle } from "../services/settings/set-session-idle";
import { signIn } from "../services/sign-in";
import { signOut } from "../services/sign-out";
import { authenticatePerson } from "./authenticate-person";
import { sealSession, sessionCookieName } from "./session-cookie";

const SECRET = "a secret of thirty-two characters";
const HOUR_MS = 3_600_000;

async function cookieOf(ctx: TestContext, person: PersonActor, secret = SECRET): Promise<string> {
  return `theme=dark; ${sessionCookieName(ctx.baseUrl)}=${await sealSession(person, secret)}`;
}

async function signedIn(): Promise<{ ctx: TestContext; person: PersonActor; look: () => Promise<string> }> {
  const ctx = await aContext();
  const person = await aPerson(ctx, "reviewer");
  const cookie = await cookieOf(ctx, person);
  return { ctx, person, look: () => codeOf(authenticatePerson(ctx, SECRET, cookie)) };
}

describe("a person's session", () => {
  it("names the person with role and moment of sign-in as the database has them", async () => {
    const { ctx, person } = await signedIn();
    expect(await authenticatePerson(ctx, SECRET, await cookieOf(ctx, person))).toEqual(person);
  });

  it.each([
    ["signing out", (ctx: TestContext, person: PersonActor) => signOut(ctx, person.sessionId)],
    ["being disabled", (ctx: TestContext, person: PersonActor) => disablePerson(ctx, COMMAND_LINE, person)],
    ["a changed role", (ctx: TestContext, person: PersonActor) => changeRole(ctx, COMMAND_LINE, { ...person, role: "auditor" })],
    [
      "a password set by an admin",
      (ctx: TestContext, person: PersonActor) =>
        setPassword(ctx, COMMAND_LINE, { ...person, password: "seven brass nautical bells" }),
    ],
  ])("is refused on the next request after %s, and streams are told", async (_, change) => {
    const { ctx, person, look } = await signedIn();
    const told: string[] = [];
    ctx.hub.onAny((message) => message.type === "access" && told.push(message.subject));
    expect(await look()).toBe("accepted");
    await change(ctx, person);
    expect(await look()).toBe("unauthenticated");
    expect(told.some((subject) => subject === person.personId || subject === person.sessionId)).toBe(true);
  });

  it("of a disabled person does not come back when they are enabled again", async () => {
    const { ctx, person, look } = await signedIn();
    await disablePerson(ctx, COMMAND_LINE, person);
    await enablePerson(ctx, COMMAND_LINE, person);
    expect(await look()).toBe("unauthenticated");
  });

  it("ends after twelve hours, however busy", async () => {
    const { ctx, look } = await signedIn();
    for (let hour = 0; hour < 12; hour += 1) {
      expect(await look()).toBe("accepted");
      ctx.pass(HOUR_MS);
    }
    expect(await look()).toBe("unauthenticated");
  });

  it("ends after eight hours without a request, or after what an admin sets", async () => {
    const { ctx, look } = await signedIn();
    ctx.pass(8 * HOUR_MS - 1);
    expect(await look()).toBe("accepted");
    await setSessionIdle(ctx, await aPerson(ctx, "admin"), { minutes: 30 });
    ctx.pass(30 * 60_000);
    expect(await look()).toBe("unauthenticated");
  });

  it("is kept alive by nothing that a tab asks by itself", async () => {
    const { ctx, person } = await signedIn();
    const cookie = await cookieOf(ctx, person);
    await setSessionIdle(ctx, await aPerson(ctx, "admin"), { minutes: 30 });
    for (let passed = 0; passed < 29; passed += 1) {
      ctx.pass(60_000);
      await authenticatePerson(ctx, SECRET, cookie, true);
    }
    ctx.pass(60_000);
    expect(await codeOf(authenticatePerson(ctx, SECRET, cookie, true))).toBe("unauthenticated");
  });

  it("being looked at writes at most once a minute, and never revives a session that was ended meanwhile", async () => {
    const { ctx, person } = await signedIn();
    const seen = async (): Promise<number | undefined> => (await ctx.store.read.session(person.sessionId))?.session.lastSeenAt;
    const cookie = await cookieOf(ctx, person);
    const start = ctx.clock();
    ctx.pass(59_000);
    await authenticatePerson(ctx, SECRET, cookie);
    expect(await seen()).toBe(start);
    ctx.pass(2_000);
    const endedAfterTheRead: typeof ctx.store.read.session = async (id) => {
      const found = await ctx.store.read.session(id);
      await signOut(ctx, id);
      return found;
    };
    const racing = { ...ctx, store: { ...ctx.store, read: { ...ctx.store.read, session: endedAfterTheRead } } };
    await authenticatePerson(racing, SECRET, cookie);
    expect(await seen()).toBe(ctx.clock());
    expect(await codeOf(authenticatePerson(ctx, SECRET, cookie))).toBe("unauthenticated");
    expect(await ledgerTypes(ctx)).toEqual(["session.closed"]);
  });

  it.each([
    ["no cookie header", () => Promise.resolve(null)],
    ["another cookie", () => Promise.resolve("theme=dark")],
    ["an empty cookie", (ctx: TestContext) => Promise.resolve(`${sessionCookieName(ctx.baseUrl)}=`)],
    ["garbage", (ctx: TestContext) => Promise.resolve(`${sessionCookieName(ctx.baseUrl)}=eyJhbGciOiJkaXIifQ..a.b.c`)],
    ["a token sealed with another secret", (ctx: TestContext, person: PersonActor) => cookieOf(ctx, person, `${SECRET}!`)],
    [
      "another person's id beside the session's",
      async (ctx: TestContext, person: PersonActor) =>
        cookieOf(ctx, { ...person, personId: (await aPerson(ctx, "admin")).personId }),
    ],
    [
      "a token that is over",
      async (ctx: TestContext, { personId, sessionId }: PersonActor) =>
        `${sessionCookieName(ctx.baseUrl)}=${await encode({ token: { sub: personId, sid: sessionId }, secret: SECRET, maxAge: -60 })}`,
    ],
    [
      "a token without a session",
      async (ctx: TestContext, { personId }: PersonActor) =>
        `${sessionCookieName(ctx.baseUrl)}=${await encode({ token: { sub: personId }, secret: SECRET })}`,
    ],
  ])("is not made by %s", async (_, cookie) => {
    const { ctx, person } = await signedIn();
    expect(await codeOf(authenticatePerson(ctx, SECRET, await cookie(ctx, person)))).toBe("unauthenticated");
  });

  it("the cookie is bound to the host over https", () => {
    expect(sessionCookieName("https://countersign.example")).toBe("__Host-countersign.session");
  });
});

describe("one's own password", () => {
  const PASSWORD = "seven brass nautical bells";

  async function graceTwice(): Promise<{ ctx: TestContext; here: PersonActor; there: string; hereCookie: string }> {
    const ctx = await aContext();
    const email = "grace@example.com";
    await createPerson(ctx, COMMAND_LINE, { email, name: "Grace Hopper", role: "reviewer", password: PASSWORD });
    const open = async (): Promise<string> => {
      const { personId, sessionId } = await signIn(ctx, { email, password: PASSWORD, address: null, userAgent: null });
      return `${sessionCookieName(ctx.baseUrl)}=${await sealSession({ personId, sessionId }, SECRET)}`;
    };
    const [hereCookie, there] = [await open(), await open()];
    return { ctx, here: await authenticatePerson(ctx, SECRET, hereCookie), hereCookie, there };
  }

  it("once changed, ends every other session and keeps this one", async () => {
    const { ctx, here, hereCookie, there } = await graceTwice();
    const change = { current: PASSWORD, next: "eleven quiet copper lamps" };
    expect(await codeOf(changeOwnPassword(ctx, here, { ...change, current: "wrong" }))).toBe("unauthenticated");
    expect(await codeOf(changeOwnPassword(ctx, here, { ...change, next: "grace" }))).toBe("weak_password");
    await changeOwnPassword(ctx, here, change);
    expect(await codeOf(authenticatePerson(ctx, SECRET, hereCookie))).toBe("accepted");
    expect(await codeOf(authenticatePerson(ctx, SECRET, there))).toBe("unauthenticated");
  });

  it("said again, is a fresh proof of identity; a wrong one is not", async () => {
    const { ctx, here, hereCookie } = await graceTwice();
    ctx.pass(HOUR_MS);
    expect(await codeOf(confirmPassword(ctx, here, { password: "wrong" }))).toBe("unauthenticated");
    expect((await authenticatePerson(ctx, SECRET, hereCookie)).authenticatedAt).toBe(here.authenticatedAt);
    await confirmPassword(ctx, here, { password: PASSWORD });
    expect((await authenticatePerson(ctx, SECRET, hereCookie)).authenticatedAt).toBe(here.authenticatedAt + HOUR_MS);
  });

  it("cannot be guessed faster from within a session than at the sign-in page", async () => {
    const { ctx, here } = await graceTwice();
    const guesses = Array.from({ length: 8 }, () => codeOf(confirmPassword(ctx, here, { password: "wrong" })));
    expect((await Promise.all(guesses)).filter((code) => code === "unauthenticated")).toHaveLength(5);
    const signingIn = signIn(ctx, { email: "grace@example.com", password: PASSWORD, address: null, userAgent: null });
    expect(await codeOf(signingIn)).toBe("too_many_attempts");
  });
});
