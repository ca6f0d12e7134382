"use client";

import clsx from "clsx";
import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";

export interface PopoverProps {
  /** One button. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom";
  /** Its width: `w-[16rem]`. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small panel beside its button. Not modal: Escape or a click elsewhere closes it and the focus goes back. */
export function Popover({ trigger, label, align = "end", side = "bottom", className, children }: PopoverProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          className={clsx(
            "slide-in z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-card border border-rule bg-panel shadow-float",
            className ?? "w-[22rem]",
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
