import type { Page } from "@playwright/test";

import type { Shown } from "./shown-at-press";
import { isCounted, listOf, orderOf } from "./shown-at-press";

/** What was seen of arrivals once the press was over. */
export interface Standing {
  seen: number;
  /** In the order of the list they come above the card that was open: a list that let them in would have moved under the press. */
  above: number;
  /** They are counted beside the list, and it stands as it stood at the press. */
  still: number;
}

/**
 * Looks in the page, after the press, where what arrived stands. The card that was open may be decided by then; what stood above it at the press has
 * not been, and whatever comes above that comes above the card.
 */
export async function seeStanding(
  page: Page,
  arrived: readonly string[],
  shown: readonly Shown[],
  standing: Standing,
): Promise<void> {
  const last = arrived.at(-1);
  const at = shown[0]?.list;
  standing.seen += 1;
  if (last === undefined || at === undefined) return;
  const order = await orderOf(page);
  const place = order.indexOf(last);
  const above = at.rows.slice(0, Math.max(0, at.open));
  if (place !== -1 && above.some((id) => order.indexOf(id) > place)) standing.above += 1;
  const counted = await isCounted(page, arrived.length);
  const { rows } = await listOf(page);
  if (counted && !arrived.some((id) => rows.includes(id)) && isUnmoved(at.rows, rows)) standing.still += 1;
}

/** True where rows have gone and nothing else has changed, but for a further page at the end. */
function isUnmoved(before: readonly string[], after: readonly string[]): boolean {
  const left = before.filter((id) => after.includes(id));
  return left.every((id, at) => after[at] === id);
}
