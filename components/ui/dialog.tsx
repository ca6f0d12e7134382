"use client";

import clsx from "clsx";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode, RefObject } from "react";

import { useWords } from "../words/words-provider";
import { useReturnFocus } from "./return-focus";
import { X } from "./icons";

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string | null;
  /** Buttons, right-aligned; the safe one first. */
  readonly actions?: ReactNode;
  readonly width?: "narrow" | "wide";
  /** Gets the focus on closing when what had it is gone: the button of the menu that opened this. */
  readonly returnTo?: RefObject<HTMLElement | null> | undefined;
  readonly children?: ReactNode;
}

/** A modal: traps the focus, closes on Escape, gives the focus back. Titled always. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description = null, actions, width = "narrow", returnTo, children } = props;
  const t = useWords("ui");
  const returnFocus = useReturnFocus(returnTo);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fade-in fixed inset-0 z-40 bg-[rgb(14_15_18/0.45)]" />
        <Primitive.Content
          {...returnFocus}
          {...(description === null ? { "aria-describedby": undefined } : {})}
          className={clsx(
            // Where letters are so large that few lines fit, all of it scrolls, and what it asks keeps no place from what is answered.
            "slide-in fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[80vh] flex-col rounded-card border border-rule bg-panel shadow-float tight:inset-x-2 tight:top-2 tight:max-h-[calc(100dvh-1rem)] tight:overflow-y-auto",
            width === "narrow" ? "max-w-[28rem]" : "max-w-[44rem]",
          )}
        >
          <div className="flex items-start gap-4 px-5 pt-4 pb-3 tight:px-3">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-lead font-semibold">{title}</Primitive.Title>
              {description !== null && (
                <Primitive.Description className="mt-1 text-note text-ink-2">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close
              aria-label={t("close")}
              className="-mr-2 grid size-8 shrink-0 place-items-center rounded-control text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" strokeWidth={1.75} />
            </Primitive.Close>
          </div>
          {/* Reachable by the keyboard even when nothing in it is: otherwise a long text could not be scrolled. */}
          <div
            className="-mt-1 min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 -outline-offset-2 tight:flex-none tight:overflow-visible tight:px-3"
            tabIndex={children === undefined ? -1 : 0}
          >
            {children}
          </div>
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-rule px-5 py-3 tight:px-3">{actions}</div>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
