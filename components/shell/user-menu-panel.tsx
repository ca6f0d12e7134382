"use client";

import { Link } from "../ui/link";
import type { Density, Theme } from "../ui/theme";
import { DensityToggle, ThemeToggle } from "../ui/theme-toggle";
import { SignOutButton } from "./sign-out-button";

export interface UserMenuPanelProps {
  readonly name: string;
  readonly email: string;
  /** In words: `Reviewer`, `Admin`. */
  readonly role: string;
  readonly theme: Theme;
  readonly density: Density;
  readonly links?: readonly { readonly href: string; readonly label: string }[];
}

/** What {@link import("./user-menu").UserMenu} opens. */
export function UserMenuPanel({ name, email, role, theme, density, links = [] }: UserMenuPanelProps) {
  return (
    <div className="flex flex-col gap-3 p-3 text-note">
      <div className="min-w-0 px-1">
        <bdi className="block truncate font-semibold">{name}</bdi>
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
        <SignOutButton />
      </div>
    </div>
  );
}
