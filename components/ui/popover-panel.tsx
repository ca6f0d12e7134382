"use client";

import clsx from "clsx";
import { Popover as Primitive } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { useRef } from "react";

export interface PopoverPanelProps {
  readonly id: string;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom";
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The open panel of a {@link import("./popover").Popover}, placed beside its button. */
export function PopoverPanel(props: PopoverPanelProps) {
  const { id, button, label, align = "end", side = "bottom", className, onClose, children } = props;
  const leftByPointer = useRef(false);
  return (
    <Primitive.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Primitive.Anchor virtualRef={button} />
      <Primitive.Portal>
        <Primitive.Content
          id={id}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          onInteractOutside={(event) => {
            // The button closes it by itself: closed here first, its click would open it again.
            const onButton = event.target instanceof Node && button.current?.contains(event.target) === true;
            if (onButton) event.preventDefault();
            else leftByPointer.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // Whoever clicked elsewhere wants the focus there.
            if (!leftByPointer.current) button.current?.focus();
          }}
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
