"use client";

import type { QueueRow } from "../../lib/contract/people";
import { TIERS } from "../../lib/domain/words";
import { TierBadge } from "../card/tier-badge";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { Preview } from "./use-edit-preview";

export interface EditPreviewProps {
  /** How the values as proposed are treated. */
  readonly from: Pick<QueueRow, "tier" | "treatment">;
  readonly preview: Preview | null;
}

/** What policy makes of the values in the form, before anybody signs them: a raise is said, and so is what stays as it was. */
export function EditPreview({ from, preview }: EditPreviewProps) {
  const t = useWords("deskPanels");
  return (
    <div role="status" className="mt-3 min-h-6 text-small text-ink-2">
      {preview !== null && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <TierBadge tier={preview.tier} />
          <span className={isRaised(from, preview) ? "font-semibold text-removed" : ""}>{wordsOf(t, from, preview)}</span>
        </p>
      )}
    </div>
  );
}

function isRaised(from: EditPreviewProps["from"], { tier, treatment }: Preview): boolean {
  return treatment === "block" || TIERS.indexOf(tier) > TIERS.indexOf(from.tier);
}

function wordsOf(t: Words<"deskPanels">, from: EditPreviewProps["from"], { tier, treatment }: Preview): string {
  if (treatment === "block") return t("preview.blocked");
  if (tier === from.tier) return t("preview.same", { treatment });
  return t(isRaised(from, { tier, treatment }) ? "preview.raised" : "preview.lowered", { treatment });
}
