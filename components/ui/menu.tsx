"use client";

import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactNode } from "react";

import { Kbd } from "./kbd";

export interface MenuProps {
  /** One button. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly align?: "start" | "end";
  readonly side?: "top" | "bottom";
  readonly children: ReactNode;
}

/** A menu of acts: arrows move, letters jump, Escape closes. Fill it with {@link MenuItem}. */
export function Menu({ trigger, label, align = "end", side = "bottom", children }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="slide-in z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1rem)] min-w-[min(11rem,calc(100vw-1rem))] overflow-y-auto rounded-card border border-rule bg-panel p-1 shadow-float"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const ITEM =
  "flex min-h-8 cursor-pointer max-md:min-h-11 pointer-coarse:min-h-11 items-center gap-2.5 rounded-badge px-2.5 text-body text-ink-2 outline-none data-[disabled]:cursor-default data-[disabled]:opacity-50 data-[highlighted]:bg-hover data-[highlighted]:text-ink forced-colors:data-[highlighted]:outline";

export interface MenuItemProps {
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, icon, shortcut, disabled = false, children }: MenuItemProps) {
  return (
    <Primitive.Item disabled={disabled} onSelect={onSelect} aria-keyshortcuts={shortcut} className={ITEM}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut !== undefined && (
        <span className="pointer-coarse:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </Primitive.Item>
  );
}
