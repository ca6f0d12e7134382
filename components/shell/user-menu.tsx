"use client";

import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

import { Popover } from "../ui/popover";
import type { Density, Theme } from "../ui/theme";
import { DensityToggle, ThemeToggle } from "../ui/theme-toggle";

export interface UserMenuProps {
  readonly name: string;
  readonly email: string;
  /** In words: `Reviewer`, `Admin`. */
  readonly role: string;
  readonly theme: Theme;
  readonly density: Density;
  readonly links?: readonly { readonly href: string; readonly label: string }[];
  /** The form or button that signs out. */
  readonly signOut: ReactNode;
}

/** Who is signed in, how the screens look to them, and the way out. */
export function UserMenu({ name, email, role, theme, density, links = [], signOut }: UserMenuProps) {
  const trigger = (
    <button
      type="button"
      className="flex min-h-10 w-full items-center gap-2 rounded-control px-2 text-left text-note hover:bg-hover max-md:min-h-11"
    >
      <span
        aria-hidden="true"
        className="grid size-6 shrink-0 place-items-center rounded-full border border-rule-strong bg-panel text-tiny font-semibold text-ink-2"
      >
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-strong text-ink">{name}</span>
      </span>
      <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
    </button>
  );
  return (
    <Popover trigger={trigger} label="Your account" align="start" side="top" className="w-[16rem]">
      <div className="flex flex-col gap-3 p-3 text-note">
        <div className="min-w-0 px-1">
          <p className="truncate font-semibold">{name}</p>
          <p className="truncate text-ink-3">{email}</p>
          <p className="text-ink-3">{role}</p>
        </div>
        <ThemeToggle initial={theme} />
        <DensityToggle initial={density} />
        <div className="flex flex-col border-t border-rule pt-2">
          {links.map((link) => (
            <Link
              key={link.href}
              href={link.href}
              className="flex min-h-8 items-center rounded-badge px-1 text-ink-2 hover:bg-hover hover:text-ink"
            >
              {link.label}
            </Link>
          ))}
          {signOut}
        </div>
      </div>
    </Popover>
  );
}
