"use client";

import { later, useLoadedWhenIdle } from "../ui/later";
import type { PopoverProps } from "../ui/popover";
import { Popover } from "../ui/popover";
import type { UserMenuPanelProps } from "./user-menu-panel";

const panel = later<UserMenuPanelProps>(async () => (await import("./user-menu-panel")).UserMenuPanel);

/** What opens from the button of a {@link import("./user-menu").UserMenu}. */
export function UserMenuPopover({ label, trigger, ...props }: UserMenuPanelProps & Pick<PopoverProps, "label" | "trigger">) {
  useLoadedWhenIdle(panel);
  return (
    <Popover
      label={label}
      align="start"
      side="top"
      className="w-[16rem]"
      triggerClass="flex min-h-10 w-full items-center gap-2 rounded-control px-2 text-start text-note hover:bg-hover max-md:min-h-11"
      trigger={trigger}
    >
      <panel.Part {...props} />
    </Popover>
  );
}
