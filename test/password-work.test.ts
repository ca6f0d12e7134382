import type * as Argon2 from "@node-rs/argon2";
import { verify } from "@node-rs/argon2";
import { beforeEach, expect, it, vi } from "vitest";

import { createPerson } from "../lib/services/people/create-person";
import { disablePerson } from "../lib/services/people/disable-person";
import { signIn } from "../lib/services/sign-in";
import type { TestContext } from "./context";
import { COMMAND_LINE, aContext, codeOf } from "./context";

// What is compared with what is counted here; it is compared all the same.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof Argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

/** Argon2id at the floor that OWASP names: 19 MiB, two passes, one lane. */
const COST = "$argon2id$v=19$m=19456,t=2,p=1$";
const EMAIL = "grace@example.com";
const PASSWORD = "seven brass nautical bells";

async function withGrace(): Promise<{ readonly ctx: TestContext; readonly hash: string }> {
  const ctx = await aContext();
  await createPerson(ctx, COMMAND_LINE, { email: EMAIL, name: "Grace Hopper", role: "reviewer", password: PASSWORD });
  return { ctx, hash: (await ctx.store.read.personByEmail(EMAIL))?.passwordHash ?? "" };
}

beforeEach(() => {
  vi.mocked(verify).mockClear();
});

it("a password is kept as its argon2id hash at the cost that OWASP names, salted anew each time", async () => {
  const [one, other] = [(await withGrace()).hash, (await withGrace()).hash];
  expect([one, other].map((hash) => hash.slice(0, COST.length))).toEqual([COST, COST]);
  expect(one).not.toBe(other);
});

it("whoever does not exist or may not sign in costs as much as a wrong password: one comparison of the same cost", async () => {
  const { ctx, hash } = await withGrace();
  const compared = async (email: string, password: string): Promise<readonly string[]> => {
    vi.mocked(verify).mockClear();
    expect(await codeOf(signIn(ctx, { email, password, address: null, userAgent: null }))).toBe("unauthenticated");
    return vi.mocked(verify).mock.calls.map(([against, typed]) => `${String(typed)} with ${String(against)}`);
  };
  expect(await compared(EMAIL, "a wrong password")).toEqual([`a wrong password with ${hash}`]);
  // Too long to be a password: something is compared nevertheless.
  expect(await compared(EMAIL, "x".repeat(100_000))).toEqual([` with ${hash}`]);
  const [withNobody = "", ...more] = await compared("nobody@example.com", PASSWORD);
  expect(more).toEqual([]);
  expect(withNobody).toContain(`${PASSWORD} with ${COST}`);
  expect(withNobody).toHaveLength(`${PASSWORD} with ${hash}`.length);
  expect(await compared("not an address", PASSWORD)).toEqual([withNobody]);
  const grace = await ctx.store.read.personByEmail(EMAIL);
  await disablePerson(ctx, COMMAND_LINE, { personId: grace?.id ?? "" });
  expect(await compared(EMAIL, PASSWORD)).toEqual([`${PASSWORD} with ${hash}`]);
});
