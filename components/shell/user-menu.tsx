"use client";

import { ChevronsUpDown } from "../ui/icons";
import { later, useLoadedWhenIdle } from "../ui/later";
import { Popover } from "../ui/popover";
import type { UserMenuPanelProps } from "./user-menu-panel";

const panel = later<UserMenuPanelProps>(async () => (await import("./user-menu-panel")).UserMenuPanel);

export interface UserMenuProps extends UserMenuPanelProps {
  /** What the menu is called, which comes with the page. */
  readonly label: string;
}

/** Who is signed in, how the screens look to them, and the way out. */
export function UserMenu({ label, ...props }: UserMenuProps) {
  const { name } = props;
  useLoadedWhenIdle(panel);
  return (
    <Popover
      label={label}
      align="start"
      side="top"
      className="w-[16rem]"
      triggerClass="flex min-h-10 w-full items-center gap-2 rounded-control px-2 text-start text-note hover:bg-hover max-md:min-h-11"
      trigger={
        <>
          <span
            aria-hidden="true"
            translate="no"
            className="grid size-6 shrink-0 place-items-center rounded-full border border-rule-strong bg-panel text-tiny font-semibold text-ink-2"
          >
            {name.slice(0, 1).toUpperCase()}
          </span>
          <span className="min-w-0 flex-1">
            <bdi className="block truncate font-strong text-ink">{name}</bdi>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
        </>
      }
    >
      <panel.Part {...props} />
    </Popover>
  );
}
