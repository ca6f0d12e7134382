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

/**
 * Starts a guess at an account, or throws `too_many_attempts` with the seconds to wait. Accounts that do not exist are slowed down just the
 * same, or the delay would tell which exist. Kept in memory: whoever guesses cannot restart the server, and nothing is written for them.
 */
export function beginAttempt(ctx: Context, account: string, address: string | null): Attempt {
  const now = ctx.clock();
  const failures = ofContext(ctx, "sign-in-attempts", () => new Failures());
  const subjects: readonly (readonly [string, ThrottleRule])[] = [
    [`account:${account}`, ACCOUNT_RULE],
    ...(address === null ? [] : [[`address:${network(address)}`, ADDRESS_RULE] as const]),
  ];
  const waitMs = Math.max(...subjects.map(([subject, rule]) => failures.nextAt(subject, rule, now) - now));
  if (waitMs > 0) throw tooMany(waitMs);
  for (const [subject, rule] of subjects) failures.add(subject, rule, now);
  const takeBack = (): void => {
    for (const [subject] of subjects) failures.remove(subject, now);
  };
  return {
    succeeded: () => {
      takeBack();
      failures.clear(`account:${account}`);
    },
    withdrawn: takeBack,
  };
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
