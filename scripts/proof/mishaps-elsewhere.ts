import type { Page } from "@playwright/test";

import type { ServerUnderTest } from "../../bench/server-under-test";
import { update } from "../../bench/server-under-test";
import type { Random } from "../demo/random";
import { APPROVE, ARMED, keyThatMoves, type Mishap, openCard } from "./at-desk";
import { postAs } from "./post-as";

/** What happens on another screen, and closes the card under a key that was meant for it. */
export const MISHAPS_ELSEWHERE: readonly Mishap[] = [
  {
    name: "a key for a card that its agent has just taken back",
    happens: async (page, random, under) => {
      await arrive(under, random);
      await post(under, `/proposals/${await openCard(page)}/withdraw`);
      await keyWhereItWas(page, random);
    },
  },
  {
    name: "a key for a card that was decided in another tab",
    happens: async (page, random, under) => {
      await arrive(under, random);
      const other = await page.context().newPage();
      await other.goto(`/queue?open=${await openCard(page)}`);
      await other.locator(ARMED).waitFor();
      const recorded = other.waitForResponse((response) => response.url().endsWith("/people/decide") && response.ok());
      await other.keyboard.press(random.pick(["a", "r"] as const));
      await recorded;
      await other.close();
      await keyWhereItWas(page, random);
    },
  },
];

/** One more proposal of the agent, as riskless as the rest, so that the queue does not run dry. */
export async function arrive(under: ServerUnderTest, random: Random): Promise<void> {
  await post(under, "/proposals", update(random.between(10_000, 999_999)));
}

/** The news is here, and its buttons have gone: the key that was on its way decides nothing, neither there nor on what comes next. */
async function keyWhereItWas(page: Page, random: Random): Promise<void> {
  await page.locator(APPROVE).waitFor({ state: "detached" });
  await page.keyboard.press(random.pick(["a", "r", "Shift+A"] as const));
  // What has arrived comes into the list: with each of these a card leaves it.
  await page.keyboard.press("n");
  await page.keyboard.press(await keyThatMoves(page, random));
  await page.locator(ARMED).waitFor();
}

async function post({ url, keys }: ServerUnderTest, path: string, body: object = {}): Promise<void> {
  await postAs({ url, key: keys[0] ?? "" }, path, body);
}
