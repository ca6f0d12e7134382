"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactNode } from "react";

export interface TooltipProps {
  readonly says: string;
  /** One focusable element. */
  readonly children: ReactNode;
}

/** A few words on hover and on focus. Stays while pointed at, goes on Escape. Never holds anything that decides. */
export function Tooltip({ says, children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={400} skipDelayDuration={200}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            sideOffset={6}
            collisionPadding={8}
            className="fade-in z-50 max-w-[18rem] rounded-control bg-ink px-2.5 py-1.5 text-small text-on-ink shadow-float"
          >
            {says}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
