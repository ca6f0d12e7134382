import { UNDELIVERED_MS } from "./lifecycle/decide";
import type { ProposalState } from "./proposal";

/**
 * Since when its agent may know the answer; null until then. Of an approval that was renewed it is the renewal: until it is fetched a receipt ends a
 * fixed time after it was made out.
 */
export function freeSince({
  status,
  delivery,
  releasedAt,
  receiptExpiresAt,
}: Pick<ProposalState, "status" | "delivery" | "releasedAt" | "receiptExpiresAt">): number | null {
  const waits = status === "approved" && delivery === "waiting" && receiptExpiresAt !== null;
  return waits ? receiptExpiresAt - UNDELIVERED_MS : releasedAt;
}
