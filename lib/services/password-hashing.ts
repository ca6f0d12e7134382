import { hash, verify } from "@node-rs/argon2";

import { AppError } from "./app-error";
import type { Context } from "./context";
import { ofContext } from "./of-context";

/** Argon2id at the floor that OWASP names (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Of a random text that was thrown away: unknown people's passwords are compared with it, so that they take as long. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$ZiXRkB135FxRNgMIXB03uQ$ZE0EMiXFPh1a0jvNaMBNvi/8QsZhbpVba3PwqKXjetM";

const IN_FLIGHT_MAX = 8;
const WAITING_MAX = 200;

/** The argon2id hash of a normalised password, in PHC form. */
export function hashPassword(ctx: Context, password: string): Promise<string> {
  return gate(ctx).run(() => hash(password, COST));
}

/** True when the password is the one behind the hash. Without a hash, or for a password that cannot be one, as slow as with, and false. */
export async function verifyPassword(ctx: Context, passwordHash: string | null, password: string | null): Promise<boolean> {
  const same = await gate(ctx).run(() => verify(passwordHash ?? NOBODY, password ?? ""));
  return same && passwordHash !== null && password !== null;
}

/** Lets few hashes run at once: each takes 19 MiB and a thread that the file system needs too (design: trust §7). */
class HashingGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async run<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    await this.enter();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < IN_FLIGHT_MAX) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= WAITING_MAX) {
      throw new AppError("unavailable", "too many people are signing in at once: try again in a few seconds", { retryAfter: 5 });
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

function gate(ctx: Context): HashingGate {
  return ofContext(ctx, "password-hashing", () => new HashingGate());
}
