import { words } from "../words/words";
import { Bot, ChartLine, FileText, History, Inbox, PenLine, ScrollText, Settings, SlidersHorizontal, Users } from "./frame-icons";
import type { NavIcon, NavItem } from "./nav-item";
import { NavLink } from "./nav-link";

const ICON: Record<NavIcon, typeof Inbox> = {
  queue: Inbox,
  history: History,
  compose: PenLine,
  policy: SlidersHorizontal,
  insights: ChartLine,
  agents: Bot,
  people: Users,
  ledger: ScrollText,
  settings: Settings,
  proposal: FileText,
};

/** The screens, each with its icon and its word; the current one is marked for eyes and ears. The icons are drawn on the server. */
export async function NavList({ items }: { readonly items: readonly NavItem[] }) {
  const t = await words("shell");
  return (
    <nav aria-label={t("main")} data-screens>
      <ul className="flex flex-col">
        {items.map((item) => {
          const Icon = ICON[item.icon];
          return (
            <li key={item.href}>
              <NavLink href={item.href}>
                <Icon aria-hidden="true" className="size-[1.125rem] shrink-0" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 truncate">{item.label}</span>
                {item.count !== undefined && (
                  <>
                    <span className="sr-only">, </span>
                    <span className="tabular text-note font-normal text-ink-3">{item.count}</span>
                  </>
                )}
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
