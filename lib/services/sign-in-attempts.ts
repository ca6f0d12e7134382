import * as z from "zod";
import type { ThrottleRule } from "../domain/throttle";
import { ACCOUNT_RULE, ADDRESS_RULE, countingFailures, nextAttemptAt } from "../domain/throttle";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { ofContext } from "./of-context";

/** How many accounts and addresses are remembered; beyond it the one heard of longest ago is forgotten. */
const SUBJECTS_MAX = 20_000;

/** One guess under way. It counts as failed until it is known not to be, so that guesses sent at once cannot overtake the count. */
export interface Attempt {
  /** The password was right: the account starts afresh, its address keeps its other failures. */
  succeeded(): void;
  /** Nothing was learned about the password: the attempt is taken back. */
  withdrawn(): void;
}

/** What other processes are told of a guess, so that whoever spreads guesses over all of them gains nothing. */
const Told = z.strictObject({
  what: z.enum(["begun", "succeeded", "withdrawn"]),
  account: z.string(),
  address: z.string().nullable(),
  at: z.int(),
});
type Told = z.infer<typeof Told>;

/**
 * Starts a guess at an account, or throws `too_many_attempts` with the seconds to wait. Accounts that do not exist are slowed down just the
 * same, or the delay would tell which exist. Kept in memory: whoever guesses cannot restart the server, and nothing is written for them.
 */
export function beginAttempt(ctx: Context, account: string, address: string | null): Attempt {
  const now = ctx.clock();
  const failures = failuresOf(ctx);
  const subjects = subjectsOf(account, address);
  const waitMs = Math.max(...subjects.map(([subject, rule]) => failures.nextAt(subject, rule, now) - now));
  if (waitMs > 0) throw tooMany(waitMs);
  const count = (what: Told["what"]): void => {
    const told: Told = { what, account, address, at: now };
    note(failures, told);
    ctx.store.others?.tell(`attempt ${JSON.stringify(told)}`);
  };
  count("begun");
  return {
    succeeded: () => {
      count("succeeded");
    },
    withdrawn: () => {
      count("withdrawn");
    },
  };
}

/** Counts a guess that another process told of; what cannot be read is passed over. */
export function hearAttempt(ctx: Context, hint: string): void {
  const read = Told.safeParse(parsed(hint));
  if (read.success) note(failuresOf(ctx), read.data);
}

function note(failures: Failures, { what, account, address, at }: Told): void {
  for (const [subject, rule] of subjectsOf(account, address)) {
    if (what === "begun") failures.add(subject, rule, at);
    else failures.remove(subject, at);
  }
  if (what === "succeeded") failures.clear(`account:${account}`);
}

function subjectsOf(account: string, address: string | null): readonly (readonly [string, ThrottleRule])[] {
  const ofAccount = [`account:${account}`, ACCOUNT_RULE] as const;
  return address === null ? [ofAccount] : [ofAccount, [`address:${network(address)}`, ADDRESS_RULE]];
}

function failuresOf(ctx: Context): Failures {
  return ofContext(ctx, "sign-in-attempts", () => new Failures());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.ceil(waitMs / 1000);
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new AppError("too_many_attempts", `too many attempts: wait ${wait} and try again`, { retryAfter: seconds });
}

/** An IPv6 customer owns a whole /64: its addresses are one guesser. */
function network(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 4 - groups.length)).fill("0");
  return [...groups, ...zeros].slice(0, 4).join(":");
}

class Failures {
  private readonly bySubject = new Map<string, readonly number[]>();

  nextAt(subject: string, rule: ThrottleRule, now: number): number {
    return nextAttemptAt(this.bySubject.get(subject) ?? [], rule, now);
  }

  add(subject: string, rule: ThrottleRule, now: number): void {
    const counting = countingFailures(this.bySubject.get(subject) ?? [], rule, now);
    // Put in again at the end: a map remembers the order of insertion, so the first key is the one heard of longest ago.
    this.bySubject.delete(subject);
    this.bySubject.set(subject, [...counting, now]);
    const oldest = this.bySubject.keys().next();
    if (this.bySubject.size > SUBJECTS_MAX && oldest.done !== true) this.bySubject.delete(oldest.value);
  }

  remove(subject: string, at: number): void {
    const failures = this.bySubject.get(subject) ?? [];
    const index = failures.lastIndexOf(at);
    if (index >= 0) this.bySubject.set(subject, failures.toSpliced(index, 1));
  }

  clear(subject: string): void {
    this.bySubject.delete(subject);
  }
}
