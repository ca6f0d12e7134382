import type { Page } from "@playwright/test";

import type { ServerUnderTest } from "../../bench/server-under-test";
import type { Random } from "../demo/random";

/** Something that happens to a person at the desk and is not meant to decide anything. */
export interface Mishap {
  readonly name: string;
  /** Its key or click comes right after another card, or after the focus; a slow machine may make it late, which the page's own clock tells. */
  readonly atOnce?: "card" | "focus";
  readonly happens: (page: Page, random: Random, under: ServerUnderTest) => Promise<void>;
}

export const APPROVE = "[data-action-bar] button[aria-keyshortcuts='A']";
/** Of a card that can be decided. */
export const ARMED = `${APPROVE}[aria-disabled='false']`;
/** The bar of a card that is over: somebody else has decided it, or its agent took it back. */
export const CLOSED = `[data-action-bar]:not(:has(button[aria-keyshortcuts='A']))`;
const HEADING = "article h2[id^='card-']";

/** At an end of the list only one of the two opens another card; the other would leave an armed one, which may be decided. */
export async function keyThatMoves(page: Page, random: Random): Promise<"j" | "k"> {
  const place = await page.evaluate(() => {
    const open = document.querySelector("main ul > li a[aria-current='true']");
    // Of the list alone: the sections above it are links in a list as well.
    const rows = [...(open?.closest("ul")?.querySelectorAll(":scope > li a") ?? [])];
    const at = open === null ? -1 : rows.indexOf(open);
    return { first: at <= 0, last: at === rows.length - 1 };
  });
  if (place.first) return "j";
  return place.last ? "k" : random.pick(["j", "k"] as const);
}

/** The id of the proposal whose card is open. */
export async function openCard(page: Page): Promise<string> {
  const id = await page.locator(HEADING).first().getAttribute("id");
  return /^card-(.+)-heading$/u.exec(id ?? "")?.[1] ?? "";
}

/** Waits for a card that can be decided; where the open one is over, goes on to another. */
export async function ready(page: Page): Promise<void> {
  await page.locator(`${ARMED}, ${CLOSED}`).first().waitFor();
  if ((await page.locator(CLOSED).count()) > 0) await page.keyboard.press("j");
  await page.locator(ARMED).waitFor();
}
