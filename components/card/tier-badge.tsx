"use client";

import clsx from "clsx";

import type { Tier } from "../../lib/domain/words";
import { useWords } from "../words/words-provider";

const FILL: Record<Tier, string> = {
  T0: "bg-tier-low text-white",
  T1: "bg-tier-medium text-tier-medium-ink",
  T2: "bg-tier-high text-white",
  T3: "bg-tier-critical text-white",
};

export interface TierBadgeProps {
  readonly tier: Tier;
  readonly className?: string;
}

/** The risk badge: a word, a shape and a colour, any one of which is enough. */
export function TierBadge({ tier, className }: TierBadgeProps) {
  const t = useWords("ui");
  return (
    <span
      className={clsx(
        "inline-flex h-[1.375rem] shrink-0 items-center gap-1.5 rounded-badge px-[7px] text-small font-semibold whitespace-nowrap shadow-[0_0_0_1px_var(--tier-outline)] forced-colors:border",
        FILL[tier],
        className,
      )}
    >
      <TierShape tier={tier} />
      {t(`tier.${tier}`)}
    </span>
  );
}

/** The shape of a tier alone: circle, diamond, triangle, hexagon, each heavier than the one before. Decorative beside its word. */
export function TierShape({ tier, className }: TierBadgeProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 10"
      width="0.8em"
      height="0.8em"
      fill="currentColor"
      className={clsx("shrink-0", className)}
    >
      {tier === "T0" && <circle cx="5" cy="5" r="4.5" />}
      {tier === "T1" && <path d="M5 0 10 5 5 10 0 5Z" />}
      {tier === "T2" && <path d="M5 .6 10 9.4H0Z" />}
      {tier === "T3" && <path d="M2.6.7h4.8L10 5 7.4 9.3H2.6L0 5Z" />}
    </svg>
  );
}
