import type { Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import { serverUnderTest } from "../../bench/server-under-test";
import { fillQueue, signedIn } from "../../bench/signed-in";
import { CHROMIUM_ARGUMENTS, findChromium } from "../chromium.mjs";
import { ARMED, openCard } from "./at-desk";
import type { Extent, Proof, SkippedProof } from "./proof";

const NAME = "input: a queue is worked through by keys alone, one to approve, two to reject with a reason, one to undo";
const CARDS = { slice: 20, full: 100 };

/** Of ten cards one is rejected with a reason, and one is approved, taken back and approved again. */
const TURNS = ["approve", "approve", "approve", "reject", "approve", "approve", "undo", "approve", "approve", "approve"] as const;
/** The least that each could take (design: review §8, 5). */
const KEYS = { approve: 1, reject: 2, undo: 3 };

interface Recorded {
  decide: number;
  reason: number;
  undo: number;
}

/**
 * The built server's queue, in Chromium, worked through with these keys and no others. What can fail is that they are not enough: then the server is not
 * told, and the card does not go.
 */
export async function effortByKeys({ full, progress }: Extent): Promise<Proof | SkippedProof> {
  const executablePath = findChromium();
  if (executablePath === null) return { name: NAME, skipped: "there is no Chromium" };
  const cards = full ? CARDS.full : CARDS.slice;
  const under = await serverUnderTest({ agents: 1, fill: (ctx) => fillQueue(ctx, cards) });
  const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, executablePath });
  try {
    const context = await browser.newContext({ baseURL: under.url, storageState: await signedIn(browser, under) });
    const page = await context.newPage();
    const recorded = follow(page);
    await page.goto("/queue?fold=no");
    let [keys, rejects, undos] = [0, 0, 0];
    for (let card = 0; card < cards; card += 1) {
      const turn = TURNS[card % TURNS.length] ?? "approve";
      await take(page, turn);
      keys += KEYS[turn];
      rejects += turn === "reject" ? 1 : 0;
      undos += turn === "undo" ? 1 : 0;
      progress(`${String(card)} of ${String(cards)} cards`);
    }
    await page.getByText("Nothing needs you").first().waitFor();
    const holds = recorded.decide === cards + undos && recorded.reason === rejects && recorded.undo === undos;
    return { name: NAME, holds, cards, keys, ...recorded };
  } finally {
    await browser.close();
    await under.stop();
  }
}

/** Counts what the server took. */
function follow(page: Page): Recorded {
  const recorded: Recorded = { decide: 0, reason: 0, undo: 0 };
  page.on("response", (response) => {
    for (const what of ["decide", "reason", "undo"] as const)
      if (response.ok() && response.url().endsWith(`/people/${what}`)) recorded[what] += 1;
  });
  return recorded;
}

async function take(page: Page, turn: (typeof TURNS)[number]): Promise<void> {
  await page.locator(ARMED).waitFor();
  const id = await openCard(page);
  await pressed(page, turn === "reject" ? "r" : "a", "decide");
  if (turn === "reject") await pressed(page, "1", "reason");
  if (turn !== "undo") return;
  await pressed(page, "u", "undo");
  await page.locator(`article h2[id='card-${id}-heading']`).waitFor();
  await page.locator(ARMED).waitFor();
  await pressed(page, "a", "decide");
}

/** Presses a key, and waits until the server has taken what it does. */
async function pressed(page: Page, key: string, what: keyof Recorded): Promise<void> {
  const taken = page.waitForResponse((response) => response.url().endsWith(`/people/${what}`) && response.ok());
  await page.keyboard.press(key);
  await taken;
}
