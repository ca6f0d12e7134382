"use client";

import type { ReactNode } from "react";
import { startTransition, useState } from "react";

import { IconButton } from "../ui/icon-button";
import { later, useLoadedWhenIdle } from "../ui/later";
import { OnNavigate } from "./nav-link";

export interface PhoneBarProps {
  /** What the menu is called: the only words here, which come with the page. */
  readonly label: string;
  /** And the sign for it. */
  readonly icon: ReactNode;
  /** The way home. */
  readonly brand: ReactNode;
  /** A {@link import("./nav-list").NavList}. */
  readonly nav: ReactNode;
  readonly foot: ReactNode;
}

const sheet = later(async () => (await import("../ui/sheet")).Sheet);

/** The shell of a phone: the name, and a menu that holds everything the sidebar does. */
export function PhoneBar({ label, icon, brand, nav, foot }: PhoneBarProps) {
  const [open, setOpen] = useState(false);
  useLoadedWhenIdle(sheet);
  return (
    <header className="flex h-[2.8125rem] items-center justify-between border-b border-rule bg-panel ps-4 pe-1.5">
      {brand}
      <IconButton
        label={label}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        icon={icon}
        className="size-11"
      />
      {open && (
        <sheet.Part open onOpenChange={setOpen} title={label} side="left">
          <div className="flex min-h-full flex-col gap-4 p-2">
            {/* It stays, with what was chosen marked, until that screen is there. */}
            <OnNavigate value={() => startTransition(() => setOpen(false))}>{nav}</OnNavigate>
            <div className="mt-auto flex flex-col gap-3">{foot}</div>
          </div>
        </sheet.Part>
      )}
    </header>
  );
}
