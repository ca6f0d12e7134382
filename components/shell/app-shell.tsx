import type { ReactNode } from "react";

import type { StopNote } from "../../lib/contract/people";
import { AnnouncerProvider } from "../ui/announcer";
import { words } from "../words/words";
import { Brand } from "./brand";
import { Menu } from "./frame-icons";
import type { NavItem } from "./nav-item";
import { NavList } from "./nav-list";
import { PhoneBar } from "./phone-bar";
import { StopLine } from "./stop-line";
import { Stops } from "./stops";

export interface AppShellProps {
  /** The screens this person may open. */
  readonly nav: readonly NavItem[];
  /** A {@link import("./user-menu").UserMenu}. */
  readonly user: ReactNode;
  /** Figures of the day and hints for keys: the foot of the sidebar. */
  readonly footer?: ReactNode;
  /** The kill switches that are on: named above every screen, also one that has the whole window. */
  readonly stops: readonly StopNote[];
  /** The server's clock. */
  readonly now: number;
  /** More news for every screen, above the content. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** Sidebar and content on a desk, a bar and a menu on a phone. The first Tab leads past both. */
export async function AppShell({ nav, user, footer, stops, now, banner, children }: AppShellProps) {
  const t = await words("shell");
  const foot = (
    <>
      {footer}
      {user}
    </>
  );
  return (
    <AnnouncerProvider>
      <a
        href="#main"
        className="absolute start-2 top-2 z-50 -translate-y-20 rounded-control bg-ink px-3 py-2 text-body font-strong text-on-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      {/* A screen with a bar of its own, as a single card has, has the whole window. */}
      <div className="group/shell min-h-dvh md:not-has-data-own-bar:grid md:grid-cols-[13.25rem_minmax(0,1fr)]">
        <aside className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto border-e border-rule bg-page px-2 pt-3.5 pb-2 group-has-data-own-bar/shell:hidden max-md:hidden">
          <div className="px-2.5 pb-1">
            <Brand />
          </div>
          <NavList items={nav} />
          <div className="mt-auto flex flex-col gap-3">{foot}</div>
        </aside>
        <div className="md:hidden group-has-data-own-bar/shell:hidden">
          <PhoneBar
            label={t("menu")}
            icon={<Menu aria-hidden="true" className="size-[1.125rem]" strokeWidth={1.75} />}
            brand={<Brand />}
            nav={<NavList items={nav} />}
            foot={foot}
          />
        </div>
        <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-col">
          <Stops given={stops} drawn={<StopLine t={t} stops={stops} now={now} />} now={now}>
            {banner}
            {children}
          </Stops>
        </main>
      </div>
    </AnnouncerProvider>
  );
}
