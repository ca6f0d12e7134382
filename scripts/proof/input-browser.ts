import type { Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import { serverUnderTest } from "../../bench/server-under-test";
import { fillQueue, signedIn } from "../../bench/signed-in";
import { CHROMIUM_ARGUMENTS, findChromium } from "../chromium.mjs";
import { Random } from "../demo/random";
import { MISHAPS } from "./mishaps";
import type { Extent, Proof, SkippedProof } from "./proof";

const NAME = "input: nothing is decided by accident (the page, in Chromium)";
const SEQUENCES = { slice: 300, full: 10_000 };
/** After so many mishaps a decision is meant, and must be made: a page that answers nothing would prove nothing. */
const MEANT_EVERY = 25;
/** From this long after it was painted a card may be decided. */
const ARMED_AFTER_MS = 250;
/** Whatever decides: one card, and many together. */
const DECIDES = ["/people/decide", "/people/batch/approve", "/people/batch/reject"];
const IN_PAGE = "scripts/proof/in-page.js";
/** What that script leaves in the page; read only inside functions that run there. */
declare const countersignInput: { readonly waited: () => number };

/** Mishaps of all kinds on the built server's queue: the requests that decide are counted where they leave the browser. */
export async function inputInBrowser({ full, progress }: Extent): Promise<Proof | SkippedProof> {
  const executablePath = findChromium();
  if (executablePath === null) return { name: NAME, skipped: "there is no Chromium" };
  const sequences = full ? SEQUENCES.full : SEQUENCES.slice;
  const meant = Math.floor(sequences / MEANT_EVERY);
  const under = await serverUnderTest({ agents: 1, fill: (ctx) => fillQueue(ctx, Math.min(900, meant + 20)) });
  const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, executablePath });
  try {
    const context = await browser.newContext({ baseURL: under.url, storageState: await signedIn(browser, under) });
    const page = await context.newPage();
    const sent = { decisions: 0 };
    page.on("request", (request) => {
      if (request.method() === "POST" && DECIDES.some((path) => request.url().endsWith(path))) sent.decisions += 1;
    });
    await page.addInitScript({ path: IN_PAGE });
    await page.goto("/queue?fold=no");
    await armed(page);
    const random = new Random(20_261_123);
    const counts = { accidents: 0, slow: 0, meant: 0, made: 0 };
    for (let sequence = 1; sequence <= sequences; sequence += 1) {
      const before = sent.decisions;
      const mishap = random.pick(MISHAPS);
      await mishap.happens(page, random, under);
      await settled(page);
      if (sent.decisions !== before) {
        const waited = await page.evaluate(() => countersignInput.waited());
        // A machine that was slow with the second half of a mishap made it a decision on a card that had been armed for long.
        if (mishap.atOnce && waited >= ARMED_AFTER_MS) counts.slow += 1;
        else {
          counts.accidents += sent.decisions - before;
          process.stderr.write(`${mishap.name} decided, ${waited.toFixed(0)} ms after the card\n`);
        }
      }
      if (sequence % MEANT_EVERY === 0) {
        counts.meant += 1;
        counts.made += await decideOnPurpose(page, sent);
        progress(`${String(sequence)} of ${String(sequences)}`);
      }
    }
    const holds = counts.accidents === 0 && counts.made === counts.meant && counts.meant > 0;
    return { name: NAME, holds, sequences, kinds: MISHAPS.length, ...counts };
  } finally {
    await browser.close();
    await under.stop();
  }
}

/** A button that a person moved the focus to answers Enter, and that is meant. */
function unfocus(page: Page): Promise<void> {
  return page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
}

async function armed(page: Page): Promise<void> {
  await page.locator("[data-action-bar] button[aria-keyshortcuts='A'][aria-disabled='false']").waitFor();
}

/** Closes what a mishap opened, takes the focus from where it put it, and lets the page finish what it would do: a request that was on its way has left by then. */
async function settled(page: Page): Promise<void> {
  for (const key of ["a", "A", "r", "Control", "Alt", "Shift"]) await page.keyboard.up(key).catch(() => undefined);
  // Whatever a key opened, also what is not drawn yet because it is being loaded.
  await twoFrames(page);
  await page.keyboard.press("Escape");
  await page.locator("[role='dialog']").waitFor({ state: "detached" });
  await unfocus(page);
  await twoFrames(page);
}

function twoFrames(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** One press that is meant, on an armed card: answers how many requests it made. */
async function decideOnPurpose(page: Page, sent: { readonly decisions: number }): Promise<number> {
  const before = sent.decisions;
  await armed(page);
  const recorded = page.waitForResponse((response) => response.url().endsWith("/people/decide") && response.ok());
  await page.keyboard.press("a");
  await recorded;
  await armed(page);
  return sent.decisions - before;
}
