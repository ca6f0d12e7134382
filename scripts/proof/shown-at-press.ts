import type { Page } from "@playwright/test";

/** An event has reached the page by then. */
const COUNTED_WITHIN_MS = 5_000;
const IN_PAGE = "scripts/proof/shown-in-page.js";
/** What that script leaves in the page; read only inside functions that run there. */
declare const countersignShown: {
  readonly take: () => readonly Shown[];
  readonly takeSent: () => number;
  readonly list: () => List;
  readonly order: () => Promise<readonly string[]>;
};

/** The list beside the card, by the ids of its rows. */
interface List {
  readonly rows: readonly string[];
  /** The place of the open card in it; -1 where it is not there. */
  readonly open: number;
  /** How many are said to be new. */
  readonly arrived: number;
}

/** What the card on the screen said in the very moment of a press. */
export interface Shown {
  readonly press: string;
  readonly id: string;
  readonly version: number;
  /** Every telephone number that is drawn outside the note of what changed: one of them is what the version would write. */
  readonly phones: readonly string[];
  /** How long this version of the card had been there, milliseconds. */
  readonly stoodMs: number;
  readonly list: List;
}

/** Has every press noted with what was displayed, before anything in the page hears of it. */
export async function watchPresses(page: Page): Promise<void> {
  await page.addInitScript({ path: IN_PAGE });
}

/** How a press may decide. */
export const PRESSES = ["a", "r", "click"] as const;
type Press = (typeof PRESSES)[number];

/** What was noted of such a press since the last time. What lets arrivals in may be a click as well, but then a key decides: what that click is at is not decided. */
export async function pressesOf(page: Page, press: Press): Promise<readonly Shown[]> {
  const noted = await page.evaluate(() => countersignShown.take());
  return noted.filter((one) => one.press === press || (press === "click" && one.press === "mousedown"));
}

/** How many decisions the page has sent since the last time, whether or not they have left the browser. */
export function sentBy(page: Page): Promise<number> {
  return page.evaluate(() => countersignShown.takeSent());
}

/** The list as it stands. */
export function listOf(page: Page): Promise<List> {
  return page.evaluate(() => countersignShown.list());
}

/** The ids in the order in which the list would be, were it read anew by the page. */
export function orderOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => countersignShown.order());
}

/** Waits until anything is said to be new. False where that does not happen. */
export function isAnyCounted(page: Page): Promise<boolean> {
  return page
    .waitForFunction(() => countersignShown.list().arrived > 0, undefined, { timeout: COUNTED_WITHIN_MS })
    .then(
      () => true,
      () => false,
    );
}

/** Waits until so many are said to be new. False where that does not happen. */
export function isCounted(page: Page, arrived: number): Promise<boolean> {
  return page
    .waitForFunction((count) => countersignShown.list().arrived === count, arrived, { timeout: COUNTED_WITHIN_MS })
    .then(
      () => true,
      () => false,
    );
}
