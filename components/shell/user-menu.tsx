import { ChevronsUpDown } from "./frame-icons";
import type { UserMenuPanelProps } from "./user-menu-panel";
import { UserMenuPopover } from "./user-menu-popover";

export interface UserMenuProps extends UserMenuPanelProps {
  /** What the menu is called, which comes with the page. */
  readonly label: string;
}

/** Who is signed in, how the screens look to them, and the way out. Its button is drawn on the server. */
export function UserMenu({ name, ...props }: UserMenuProps) {
  return (
    <UserMenuPopover
      {...props}
      name={name}
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
    />
  );
}
