import type { AlikeGroup, RejectAllResult } from "../contract/together";
import type { Shown } from "./cards-api";

/** So many are rejected in one call: what has been done is seen soon, and no call holds the others up. */
export const REJECTED_AT_ONCE = 50;

export interface RejectingWhole {
  /** When the person said so, on the server's clock in milliseconds: what arrives later was not meant. */
  readonly until: number;
  /** What is alike now, the open card first. */
  readonly read: () => Promise<AlikeGroup>;
  readonly reject: (items: readonly Shown[]) => Promise<RejectAllResult>;
  /** After each call: what it did, and how many are through. */
  readonly onProgress: (result: RejectAllResult, done: number) => void;
}

/** How it went: how many were rejected, how many had moved, and why it stopped before the end; null where it did not. */
export interface RejectedWhole {
  readonly rejected: number;
  readonly moved: number;
  readonly failure: { readonly reason: unknown } | null;
}

/**
 * Rejects a whole group, however many it holds, call after call. The open card comes last, since the others are found by it: so long as it waits, what the
 * list had no room for is read when the first are gone. One that moved is left alone, and so is what arrives meanwhile: an agent that goes on proposing
 * would keep it going. A call that fails ends it, and what was done stays done.
 */
export async function rejectWhole(group: AlikeGroup, open: string, parts: RejectingWhole): Promise<RejectedWhole> {
  const tried = new Set<string>();
  let [rejected, moved] = [0, 0];
  const attempt = async (items: readonly Shown[]): Promise<void> => {
    const result = await parts.reject(items);
    for (const { proposal } of items) tried.add(proposal);
    rejected += result.rejected.length;
    moved += result.skipped.length;
    parts.onProgress(result, rejected);
  };
  try {
    let listed = shownOf(group.items);
    const last = listed.filter(({ proposal }) => proposal === open);
    for (;;) {
      const items = listed.filter(({ proposal }) => proposal !== open && !tried.has(proposal));
      if (items.length === 0) break;
      for (let from = 0; from < items.length; from += REJECTED_AT_ONCE) {
        await attempt(items.slice(from, from + REJECTED_AT_ONCE));
      }
      listed = shownOf((await parts.read()).items.filter(({ row }) => row.createdAt <= parts.until));
    }
    if (last.length > 0) await attempt(last);
    return { rejected, moved, failure: null };
  } catch (reason) {
    return { rejected, moved, failure: { reason } };
  }
}

function shownOf(items: AlikeGroup["items"]): readonly Shown[] {
  return items.map(({ row, digest }) => ({ proposal: row.id, version: row.version, digest }));
}
