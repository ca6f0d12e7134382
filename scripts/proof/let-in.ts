import type { Page } from "@playwright/test";

import { arrivesAbove, type World } from "./around-a-press";
import type { Shown } from "./shown-at-press";
import { isAnyCounted, isCounted, listOf } from "./shown-at-press";

/** What was seen where arrivals that were held back were let into the list around a press. */
export interface LetIn {
  seen: number;
  /** The card that was open before was the one displayed at the press, with the arrivals above it by then or not. */
  kept: number;
  /** They were in the list by then, when the press came. */
  before: number;
}

/** What is said to be new beside the list: a press on it lets them in. */
const NEW = "main div:has(> ul > li a[href*='open=']) > div > button";

/** Something is held back, and said to be new. */
export async function heldBack(world: World, page: Page): Promise<void> {
  if (world.arrived.length === 0) world.arrived.push(await arrivesAbove(world));
  if (!(await isAnyCounted(page))) throw new Error("what has arrived is not counted beside the list");
}

/** Lets in what is held back: by its key, or by a click, wherever it is by then. */
export async function letIn(page: Page, by: "key" | "pointer"): Promise<false> {
  if (by === "key") await page.keyboard.press("n");
  else await page.locator(NEW).first().click();
  return false;
}

/** Looks, after the press, whether the arrivals are in the list, and which card the press was at. */
export async function seeLetIn(
  world: World,
  { page, open }: { readonly page: Page; readonly open: string },
  shown: readonly Shown[],
  counts: LetIn,
): Promise<void> {
  counts.seen += 1;
  const gone = await isCounted(page, 0);
  const { rows } = await listOf(page);
  const arrived = world.arrived.splice(0);
  world.letIn.push(...arrived);
  const isKept = shown.length > 0 && shown.every(({ id }) => id === open);
  if (gone && isKept && arrived.every((id) => rows.includes(id))) counts.kept += 1;
  if (shown.some(({ list }) => arrived.some((id) => list.rows.includes(id)))) counts.before += 1;
}
