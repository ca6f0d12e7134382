"use client";

import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import { Bot, ChartLine, FileText, History, Inbox, PenLine, ScrollText, Settings, SlidersHorizontal, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

import type { NavIcon, NavItem } from "./nav-item";
import { isCurrent } from "./nav-item";

const ICON: Record<NavIcon, LucideIcon> = {
  queue: Inbox,
  history: History,
  compose: PenLine,
  policy: SlidersHorizontal,
  insights: ChartLine,
  agents: Bot,
  people: Users,
  ledger: ScrollText,
  settings: Settings,
  proposal: FileText,
};

export interface NavListProps {
  readonly items: readonly NavItem[];
  /** Called when a screen is chosen: closes the sheet on a phone. */
  readonly onNavigate?: () => void;
}

/** The screens, each with its icon and its word; the current one is marked for eyes and ears. */
export function NavList({ items, onNavigate }: NavListProps) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col">
        {items.map((item) => {
          const Icon = ICON[item.icon];
          const current = isCurrent(item.href, pathname);
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
                aria-current={current ? "page" : undefined}
                className={clsx(
                  "flex h-[2.125rem] items-center gap-2.5 rounded-control border px-2.5 text-body font-strong transition-colors max-md:h-11",
                  current ? "border-rule bg-panel text-ink" : "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
                )}
              >
                <Icon aria-hidden="true" className="size-[1.125rem] shrink-0" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 truncate">{item.label}</span>
                {item.count !== undefined && item.count !== null && (
                  <span className="tabular text-note font-normal text-ink-3">{item.count}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
