import { localeOf } from "../../lib/domain/language";
import type { RolloutReading } from "../../lib/domain/policy/rollout-reading";
import { formatShare } from "../ui/format-number";
import type { Words } from "../words/make-words";

type Running = Extract<RolloutReading, { type: "running" }>;

/** How much the new version judges: `judges 10 % of proposals`. */
export function shareWords(t: Words<"policy">, { share }: Running): string {
  return share >= 1 ? t("rollout.share.all") : t("rollout.share", { share: formatShare(share, localeOf(t.language)) });
}

/** What one version did: `41 ran, 0 bad of 12 checked`. */
export function sideWords(t: Words<"policy">, { ran, checked, bad }: Running["next"]): string {
  return checked === 0 ? t("rollout.side.unchecked", { ran }) : t("rollout.side", { ran, bad, checked });
}

/** True while another version judges a part. */
export function isRolling(rollout: RolloutReading | null): boolean {
  return rollout?.type === "running" && rollout.share < 1;
}
