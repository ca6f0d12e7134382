import type { Page } from "@playwright/test";

/** What takes the focus by Tab. */
const TABBED =
  "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";

/** What has the focus and cannot be seen, by name: under a bar that sticks or is fixed, also after the page has scrolled to it (WCAG 2.4.11). */
export async function focusOutOfSight(page: Page): Promise<readonly string[]> {
  return page.evaluate((tabbed) => {
    const there = [...document.querySelectorAll<HTMLElement>(tabbed)].filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      // What only screen readers meet is one pixel wide.
      return width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true }) && one.closest("[inert]") === null;
    });
    return there.flatMap((one) => {
      one.focus();
      const { left, top, width, height } = one.getBoundingClientRect();
      // Something taller than the window is seen by its beginning.
      const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 24));
      const seen = hit !== null && (one.contains(hit) || hit.contains(one) || one.closest("label")?.contains(hit) === true);
      return seen ? [] : [one.getAttribute("aria-label") ?? one.textContent.trim().slice(0, 60)];
    });
  }, TABBED);
}

/** With reduced motion: what still moves by itself, by its class. A measure, as of a hold, is read off its width and stays. */
export async function movesAllTheSame(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = await page.evaluate(() => {
    const longest = (times: string): number => Math.max(...times.split(",").map((time) => Number.parseFloat(time)));
    return [...document.querySelectorAll("body *:not([data-measure])")].flatMap((one) => {
      const { animationName, animationDuration, animationIterationCount, transitionDuration } = getComputedStyle(one);
      const still = longest(transitionDuration) <= 0.001 && (animationName === "none" || longest(animationDuration) <= 0.001);
      return still && animationIterationCount !== "infinite" ? [] : [one.outerHTML.slice(0, 120)];
    });
  });
  await page.emulateMedia({ reducedMotion: null });
  return moving;
}

/** In forced colours, where no fill of ours is left: what cannot be told from its neighbours any more. */
export async function untoldInForcedColours(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  const untold = await page.evaluate(() => {
    const style = (one: Element): CSSStyleDeclaration => getComputedStyle(one);
    const drawn = (width: string, kind: string): boolean => Number.parseFloat(width) >= 1 && kind !== "none";
    const rules: readonly (readonly [string, string, (one: Element) => boolean])[] = [
      ["added", "article ins", (one) => style(one).textDecorationLine.includes("underline")],
      ["removed", "article del", (one) => style(one).textDecorationLine.includes("line-through")],
      ["tier", "article header", (one) => /^\s*(Low|Medium|High|Critical)/.test(one.textContent)],
      [
        "current",
        "[aria-current='page'], [aria-current='true']",
        (one) => drawn(style(one).outlineWidth, style(one).outlineStyle),
      ],
      [
        "a button",
        "[data-action-bar] [role='group'] > button",
        (one) => drawn(style(one).borderTopWidth, style(one).borderTopStyle),
      ],
    ];
    return rules.flatMap(([name, selector, told]) => {
      const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
      if (all.length === 0) return [`${name}: there is none`];
      return all.every(told) ? [] : [name];
    });
  });
  await page.emulateMedia({ forcedColors: null });
  return untold;
}
