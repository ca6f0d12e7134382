import type { KeyId } from "../domain/ids";
import type { Context } from "./context";
import { ofContext } from "./of-context";

/**
 * How many proposals of each key wait at most, so that they need not be counted for each new one. Only a new proposal adds to them (what was
 * released once stays so), and here every new one goes through this process: a count of the database, and one more for each since.
 */
class PendingBounds {
  private readonly atMost = new Map<KeyId, number>();

  /** True when one more of this key may wait. Counted in the database only when the bound says that the cap may be reached. */
  async admits(ctx: Context, keyId: KeyId): Promise<boolean> {
    const cap = ctx.live.pendingCap;
    // Where other processes propose too, this one knows nothing of theirs.
    const bound = ctx.store.others === null ? (this.atMost.get(keyId) ?? cap) : cap;
    const waiting = bound < cap ? bound : await ctx.store.read.pendingOfKey(keyId, cap);
    this.atMost.set(keyId, waiting + 1);
    return waiting < cap;
  }
}

/** True when one more proposal of this key may wait for people (design: trust H9). */
export function mayWait(ctx: Context, keyId: KeyId): Promise<boolean> {
  return ofContext(ctx, "pending-bounds", () => new PendingBounds()).admits(ctx, keyId);
}
