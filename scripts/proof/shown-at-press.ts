import type { Page } from "@playwright/test";

const IN_PAGE = "scripts/proof/shown-in-page.js";
/** What that script leaves in the page; read only inside functions that run there. */
declare const countersignShown: { readonly take: () => readonly Shown[]; readonly takeSent: () => number };

/** What the card on the screen said in the very moment of a press. */
export interface Shown {
  readonly press: string;
  readonly id: string;
  readonly version: number;
  /** Every telephone number that is drawn outside the note of what changed: one of them is what the version would write. */
  readonly phones: readonly string[];
}

/** Has every press noted with what was displayed, before anything in the page hears of it. */
export async function watchPresses(page: Page): Promise<void> {
  await page.addInitScript({ path: IN_PAGE });
}

/** What was noted since the last time. */
export function pressesOf(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => countersignShown.take());
}

/** How many decisions the page has sent since the last time, whether or not they have left the browser. */
export function sentBy(page: Page): Promise<number> {
  return page.evaluate(() => countersignShown.takeSent());
}
