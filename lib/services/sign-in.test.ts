import { describe, expect, it } from "vitest";

import type { TestContext } from "../../test/context";
import { aContext, codeOf, COMMAND_LINE, ledgerTypes } from "../../test/context";
import { isAppError } from "./app-error";
import { createPerson } from "./people/create-person";
import { disablePerson } from "./people/disable-person";
import { signIn } from "./sign-in";

const EMAIL = "grace@example.com";
const PASSWORD = "seven brass nautical bells";

async function withGrace(): Promise<{ ctx: TestContext; personId: string }> {
  const ctx = await aContext();
  const person = { email: EMAIL, name: "Grace Hopper", role: "reviewer", password: PASSWORD } as const;
  const { id } = await createPerson(ctx, COMMAND_LINE, person);
  return { ctx, personId: id };
}

function attempt(ctx: TestContext, email: string, password: string, address: string | null = null): Promise<unknown> {
  return signIn(ctx, { email, password, address, userAgent: "Browser/1.0\u202e" });
}

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    return isAppError(error) ? error.message : "crashed";
  }
}

describe("sign-in", () => {
  it("opens a session for the right password, in any spelling of the address and the password", async () => {
    const { ctx, personId } = await withGrace();
    const opened = await signIn(ctx, {
      email: " Grace@Example.COM ",
      password: PASSWORD.normalize("NFD"),
      address: null,
      userAgent: "Browser/1.0\u202e",
    });
    const found = await ctx.store.read.session(opened.sessionId);
    expect(found).toMatchObject({ person: { id: personId }, session: { revokedAt: null, userAgent: "Browser/1.0" } });
  });

  it("refuses a wrong password, an unknown address, a disabled person and an impossible address with the same words", async () => {
    const { ctx, personId } = await withGrace();
    const wrong = await refusal(attempt(ctx, EMAIL, "seven brass nautical bell"));
    expect(wrong).toMatch(/^unauthenticated: /);
    expect(await refusal(attempt(ctx, "nobody@example.com", PASSWORD))).toBe(wrong);
    expect(await refusal(attempt(ctx, "not an address", PASSWORD))).toBe(wrong);
    expect(await refusal(attempt(ctx, EMAIL, "x".repeat(2_000_000)))).toBe(wrong);
    await disablePerson(ctx, COMMAND_LINE, { personId });
    expect(await refusal(attempt(ctx, EMAIL, PASSWORD))).toBe(wrong);
  });

  it("writes one row for every failure, known person or not, without what was typed", async () => {
    const { ctx } = await withGrace();
    await codeOf(attempt(ctx, EMAIL, "my-secret-guess"));
    await codeOf(attempt(ctx, "my-secret-guess", "my-secret-guess"));
    expect((await ledgerTypes(ctx)).slice(1)).toEqual(["sign_in.failed", "sign_in.failed"]);
    const rows = await ctx.store.read.ledgerAfter(0, 10);
    expect(rows.map((row) => row.entry).join()).not.toMatch(/my-secret-guess|argon2/);
  });

  it("an account is slowed down after five failures, existing or not, even if they come at once", async () => {
    const { ctx } = await withGrace();
    for (const email of [EMAIL, "nobody@example.com"]) {
      const guesses = await Promise.all(Array.from({ length: 12 }, () => codeOf(attempt(ctx, email, "wrong wrong wrong"))));
      expect(guesses.filter((code) => code === "unauthenticated")).toHaveLength(5);
      expect(guesses.filter((code) => code === "too_many_attempts")).toHaveLength(7);
    }
    expect(await codeOf(attempt(ctx, EMAIL, PASSWORD))).toBe("too_many_attempts");
    ctx.pass(1000);
    expect(await codeOf(attempt(ctx, EMAIL, PASSWORD))).toBe("accepted");
  });

  it("a right password gives the account its free failures back, not the address", async () => {
    const { ctx } = await withGrace();
    const address = "203.0.113.9";
    for (let index = 0; index < 20; index += 1) await codeOf(attempt(ctx, `nobody${index}@example.com`, "wrong", address));
    expect(await codeOf(attempt(ctx, EMAIL, PASSWORD, address))).toBe("too_many_attempts");
    expect(await codeOf(attempt(ctx, EMAIL, PASSWORD, "203.0.113.10"))).toBe("accepted");
    expect(await codeOf(attempt(ctx, EMAIL, PASSWORD, address))).toBe("too_many_attempts");
  });

  it("addresses of one IPv6 network count together", async () => {
    const { ctx } = await withGrace();
    for (let index = 0; index < 20; index += 1) {
      await codeOf(attempt(ctx, `nobody${index}@example.com`, "wrong", `2001:db8:1:2::${index}`));
    }
    expect(await codeOf(attempt(ctx, EMAIL, PASSWORD, "2001:db8:1:2:ffff::1"))).toBe("too_many_attempts");
    expect(await codeOf(attempt(ctx, EMAIL, PASSWORD, "2001:db8:1:3::1"))).toBe("accepted");
  });

  it("nobody guesses more than 100 times a day", async () => {
    const { ctx } = await withGrace();
    let guesses = 0;
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      if ((await codeOf(attempt(ctx, EMAIL, "wrong wrong wrong"))) === "unauthenticated") guesses += 1;
      ctx.pass(5 * 60_000);
    }
    expect(guesses).toBeLessThanOrEqual(100);
    expect(guesses).toBeGreaterThan(50);
  });
});
