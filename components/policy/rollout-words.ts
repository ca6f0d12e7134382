import type { RolloutReading } from "../../lib/domain/policy/rollout-reading";
import { formatCount, formatShare } from "../ui/format-number";

type Running = Extract<RolloutReading, { type: "running" }>;

/** How much the new version judges: `judges 10 % of proposals`. */
export function shareWords({ share }: Running): string {
  return share >= 1 ? "judges everything" : `judges ${formatShare(share)} of proposals`;
}

/** What one version did: `41 ran, 0 bad of 12 checked`. */
export function sideWords({ ran, checked, bad }: Running["next"]): string {
  const ranWords = `${formatCount(ran)} ran`;
  return checked === 0 ? `${ranWords}, none checked yet` : `${ranWords}, ${String(bad)} bad of ${String(checked)} checked`;
}

/** True while another version judges a part. */
export function isRolling(rollout: RolloutReading | null): boolean {
  return rollout?.type === "running" && rollout.share < 1;
}
