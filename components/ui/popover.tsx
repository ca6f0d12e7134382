"use client";

import type { ReactNode } from "react";
import { useId, useRef, useState } from "react";

import { later, useLoadedWhenIdle } from "./later";

export interface PopoverProps {
  /** What stands on its button, and how that looks. */
  readonly trigger: ReactNode;
  readonly triggerClass: string;
  readonly label: string;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom";
  /** Its width: `w-[16rem]`. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** What places it weighs more than the screens that have a button for it. */
const panel = later(async () => (await import("./popover-panel")).PopoverPanel);

/** A small panel beside its button. Not modal: Escape or a click elsewhere closes it and the focus goes back. */
export function Popover({ trigger, triggerClass, ...rest }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLoadedWhenIdle(panel);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen((before) => !before);
        }}
        className={triggerClass}
      >
        {trigger}
      </button>
      {open && (
        <panel.Part
          {...rest}
          id={id}
          button={button}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
