import type { ReactNode } from "react";

/** A screen a person may open. A server layout decides which there are. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: NavIcon;
  /** How much there is to do: `12`, `1000+`, or what keeps that current. */
  readonly count?: ReactNode;
}

export const NAV_ICONS = [
  "queue",
  "history",
  "compose",
  "policy",
  "insights",
  "agents",
  "people",
  "ledger",
  "settings",
  "proposal",
] as const;
export type NavIcon = (typeof NAV_ICONS)[number];

/** True when `pathname` is the item's screen or lies below it. */
export function isCurrent(href: string, pathname: string): boolean {
  if (href === "/") return pathname === "/";
  return pathname === href || pathname.startsWith(`${href}/`);
}
