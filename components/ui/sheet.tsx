"use client";

import clsx from "clsx";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";

import { useWords } from "../words/words-provider";
import { useReturnFocus } from "./return-focus";
import { X } from "./icons";

export interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly side?: "left" | "right";
  readonly children: ReactNode;
}

/** A drawer from the side: a modal with the rules of {@link import("./dialog").Dialog}. On phones it takes the whole width. */
export function Sheet({ open, onOpenChange, title, side = "right", children }: SheetProps) {
  const t = useWords("ui");
  const returnFocus = useReturnFocus();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fade-in fixed inset-0 z-40 bg-[rgb(14_15_18/0.45)]" />
        <Primitive.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={clsx(
            "fade-in fixed inset-y-0 z-50 flex flex-col border-rule bg-panel shadow-float",
            side === "right" ? "right-0 w-full max-w-[40rem] sm:border-l" : "left-0 w-[17rem] max-w-[85vw] border-r",
          )}
        >
          <div className="flex min-h-[2.875rem] shrink-0 items-center gap-3 border-b border-rule pr-2 pl-4">
            <Primitive.Title className="min-w-0 flex-1 text-body font-semibold [overflow-wrap:anywhere] hyphens-auto">
              {title}
            </Primitive.Title>
            <Primitive.Close
              aria-label={t("close")}
              className="grid size-9 shrink-0 place-items-center rounded-control text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" strokeWidth={1.75} />
            </Primitive.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto -outline-offset-2" tabIndex={0}>
            {children}
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
