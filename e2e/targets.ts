import type { Locator, Page } from "@playwright/test";

/** Least height of what decides, in CSS px: under a mouse, and under a thumb. */
const ACT = { desk: 44, phone: 56 } as const;
/** Least of anything else that is pressed (WCAG 2.5.8). */
const ANY = 24;

/** A box of the page, in CSS px. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where `one` is drawn, in CSS px to the hundredth: what stands between two pixels is 43.99999 px high in one run and 44 in another.
 * Throws where it is not drawn.
 */
export async function boxOf(one: Locator): Promise<Box> {
  const box = await one.boundingBox();
  if (box === null) throw new Error(`${String(one)} is not drawn`);
  const [x, y, width, height] = [hundredths(box.x), hundredths(box.y), hundredths(box.width), hundredths(box.height)];
  return { x, y, width, height };
}

function hundredths(px: number): number {
  return Math.round(px * 100) / 100;
}

/**
 * What is too small to hit on the page as it stands, by name and size: what decides (`acts`, a selector) under 44 px, or 56 px on a phone, in height
 * and 44 px in width; anything else under 24 px. A field counts with its label, and a link within a line of text not at all.
 */
export async function smallTargets(page: Page, acts: string, on: keyof typeof ACT): Promise<readonly string[]> {
  return page.evaluate(
    ({ acts, least, any }) => {
      const pressed = "button, a[href], input, select, textarea, summary, [role='button'], [role='tab'], [role='menuitem']";
      const boxOf = (one: Element): DOMRect => (one.closest("label") ?? one).getBoundingClientRect();
      const isThere = (one: Element): boolean => {
        const { width, height } = boxOf(one);
        // What only screen readers meet is one pixel wide.
        return width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true }) && one.closest("[inert]") === null;
      };
      const isInText = (one: Element): boolean => one.matches("a[href]") && getComputedStyle(one).display === "inline";
      const said = (one: Element, width: number, height: number): string => {
        const name = one.getAttribute("aria-label") ?? one.textContent.trim();
        return `${name === "" ? one.outerHTML.slice(0, 80) : name}: ${String(Math.round(width))} × ${String(Math.round(height))}`;
      };
      return [...document.querySelectorAll(pressed)].flatMap((one) => {
        if (!isThere(one) || isInText(one)) return [];
        const { width, height } = boxOf(one);
        const decides = one.matches(acts);
        const fits = decides ? height >= least && width >= 44 : height >= any && width >= any;
        return fits ? [] : [said(one, width, height)];
      });
    },
    { acts, least: ACT[on], any: ANY },
  );
}
