import clsx from "clsx";

import { Link } from "./link";

export interface TabLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** `12`, or `99+` where counting stopped; null for a tab that has no count. */
  readonly count: string | null;
}

export interface TabsNavProps {
  readonly label: string;
  readonly tabs: readonly TabLink[];
  readonly className?: string;
}

/** Tabs that are links: each has an address, so the view survives a reload and a share. Scrolls sideways within itself. */
export function TabsNav({ label, tabs, className }: TabsNavProps) {
  return (
    <nav aria-label={label} data-tabs className={clsx("border-b border-rule", className)}>
      <ul className="-mb-px flex [scrollbar-width:none] gap-4 overflow-x-auto px-4 contain-inline-size">
        {tabs.map((tab) => (
          // Words for ears alone stand outside of the line: they would widen the page, not what scrolls.
          <li key={tab.href} className="relative shrink-0">
            <Link
              ref={tab.current ? bringIntoSight : undefined}
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={clsx(
                "flex h-[2.875rem] items-center gap-1.5 border-b-2 text-body font-strong -outline-offset-2 transition-colors",
                tab.current ? "border-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== null && (
                <>
                  <span className="sr-only">, </span>
                  <span className="tabular text-note font-normal text-ink-3">{tab.count}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where more tabs stand than fit, the current one is in the middle. Their row alone scrolls: `scrollIntoView` would take the page along. */
function bringIntoSight(tab: HTMLElement | null): void {
  const row = tab?.closest("ul");
  if (tab && row) row.scrollLeft += middle(tab) - middle(row);
}

function middle(of: HTMLElement): number {
  const { left, width } = of.getBoundingClientRect();
  return left + width / 2;
}
