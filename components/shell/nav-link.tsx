"use client";

import clsx from "clsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { createContext, use } from "react";

import { Link } from "../ui/link";
import { isCurrent } from "./nav-item";

/** Called when a screen is chosen: closes the menu of a phone. */
export const OnNavigate = createContext<() => void>(() => undefined);

/** The way to one screen, marked while it is the current one. */
export function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const current = isCurrent(href, usePathname());
  return (
    <Link
      href={href}
      onClick={use(OnNavigate)}
      aria-current={current ? "page" : undefined}
      className={clsx(
        "flex h-[2.125rem] items-center gap-2 rounded-control border px-2.5 text-body font-strong transition-colors max-md:h-11",
        current ? "border-rule bg-panel text-ink" : "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
