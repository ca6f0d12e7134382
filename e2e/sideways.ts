import type { Page } from "@playwright/test";

/** What may scroll sideways by itself: the tabs above a list, and a table, whose columns say something by standing side by side. */
const MAY_SCROLL = "nav ul, :has(> table)";

/** What is wider than it may be, by its words: the page itself, and what scrolls sideways within it. */
export async function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate((mayScroll) => {
    const { scrollingElement } = document;
    const across = (one: Element): boolean => ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
    const wide = [...document.querySelectorAll("main, main *")].filter(
      (one) => across(one) && one.scrollWidth > one.clientWidth && !one.matches(mayScroll) && one.checkVisibility(),
    );
    const taken = scrollingElement?.scrollWidth ?? Infinity;
    return [
      ...(taken > screen.width ? [`the page: ${String(taken)}`] : []),
      ...wide.map((one) => `${one.outerHTML.slice(0, 120)}: ${String(one.scrollWidth)}`),
    ];
  }, MAY_SCROLL);
}
