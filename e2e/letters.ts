import type { Page } from "@playwright/test";

/**
 * Sets how large the browser draws letters where a page does not say, as its settings do: widths that count in letters follow, in queries as well.
 * What sets the window or the theme afterwards sets it back.
 */
export async function lettersOf(page: Page, px: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Text of one width is drawn smaller by browsers, in this proportion.
  await session.send("Page.setFontSizes", { fontSizes: { standard: px, fixed: Math.round((px * 13) / 16) } });
}
