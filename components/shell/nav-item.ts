/** A screen a person may open. Plain data, so that a server layout can decide which there are. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: NavIcon;
  /** `12`, `99+`; null for a screen that counts nothing. */
  readonly count?: string | null;
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
