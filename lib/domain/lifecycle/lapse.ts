import type { ProposalState } from "../proposal";

/** True when an approval that nobody redeemed can be redeemed no more: its receipt has run out, whether that was recorded yet or not. */
export function isLapsed(
  { lapsedAt, receiptExpiresAt }: Pick<ProposalState, "lapsedAt" | "receiptExpiresAt">,
  now: number,
): boolean {
  return lapsedAt !== null || now >= (receiptExpiresAt ?? 0);
}

/** True when a person approved it: they can do so anew after it lapsed. What policy let run is proposed again. */
export function isRenewable({ decision }: Pick<ProposalState, "decision">): boolean {
  return decision?.source === "person";
}
