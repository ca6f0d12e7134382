import type { KeyId } from "../domain/ids";
import type { Context } from "./context";
import { ofContext } from "./of-context";

/**
 * How many proposals of each key wait at most, so that they need not be counted for each new one. Only a new proposal adds to them (what was
 * released once stays so), and here every new one goes through this process: a count of the database, and one more for each since.
 */
class PendingBounds {
  private readonly atMost = new Map<KeyId, number>();
  /** Counts under way: who comes meanwhile waits for the same one, and is then counted on top of it. */
  private readonly counts = new Map<KeyId, Promise<void>>();

  /** True when one more of this key may wait. Counted in the database only when the bound says that the cap may be reached. */
  async admits(ctx: Context, keyId: KeyId): Promise<boolean> {
    const cap = ctx.live.pendingCap;
    // Where other processes propose too, this one knows nothing of theirs.
    if (ctx.store.others !== null) return (await ctx.store.read.pendingOfKey(keyId, cap)) < cap;
    if (this.takes(keyId, cap)) return true;
    await this.count(ctx, keyId, cap);
    return this.takes(keyId, cap);
  }

  /** Takes a place below the bound, at once: nobody else can take the same one. */
  private takes(keyId: KeyId, cap: number): boolean {
    const waiting = this.atMost.get(keyId) ?? cap;
    if (waiting >= cap) return false;
    this.atMost.set(keyId, waiting + 1);
    return true;
  }

  private count(ctx: Context, keyId: KeyId, cap: number): Promise<void> {
    const running = this.counts.get(keyId);
    if (running !== undefined) return running;
    const count = ctx.store.read
      .pendingOfKey(keyId, cap)
      .then((waiting) => {
        this.atMost.set(keyId, waiting);
      })
      .finally(() => {
        this.counts.delete(keyId);
      });
    this.counts.set(keyId, count);
    return count;
  }
}

/** True when one more proposal of this key may wait for people (design: trust H9). */
export function mayWait(ctx: Context, keyId: KeyId): Promise<boolean> {
  return ofContext(ctx, "pending-bounds", () => new PendingBounds()).admits(ctx, keyId);
}
