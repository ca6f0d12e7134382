import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import type { ServerUnderTest } from "../../bench/server-under-test";
import { serverUnderTest } from "../../bench/server-under-test";
import { fillQueue, signedIn } from "../../bench/signed-in";
import { CHROMIUM_ARGUMENTS, findChromium } from "../chromium.mjs";
import { Random } from "../demo/random";
import { ARMED, type Mishap, openCard } from "./at-desk";
import { MISHAPS } from "./mishaps";
import { arrive } from "./mishaps-elsewhere";
import type { Extent, Proof, SkippedProof } from "./proof";

const NAME = "input: nothing is decided by accident (the page, in Chromium)";
const SEQUENCES = { slice: 300, full: 10_000 };
const SEED = 20_261_123;
const DESKS = 2;
/** A browser is used for so many, and then a new one: one that has been driven for hours is no desk that anybody sits at, and may end by itself. */
const PART = 500;
/** After so many mishaps a decision is meant, and must be made: a page that answers nothing would prove nothing. */
const MEANT_EVERY = 25;
/** From this long after it was painted, or after the window got the focus, a card may be decided. */
const ARMED_AFTER_MS = { card: 250, focus: 600 };
/** Whatever decides: one card, and many together. */
const DECIDES = ["/people/decide", "/people/batch/approve", "/people/batch/reject"];
const IN_PAGE = "scripts/proof/in-page.js";
/** What that script leaves in the page; read only inside functions that run there. */
declare const countersignInput: { readonly waited: (since: "card" | "focus") => number; readonly pressedOn: () => string };

interface Sent {
  decisions: number;
}

interface Counts {
  accidents: number;
  slow: number;
  meant: number;
  made: number;
}

/**
 * Mishaps of all kinds on the built server's queue: the requests that decide are counted where they leave the browser. In full at several desks at
 * once, each with a server, a browser and a chance of its own: a desk mostly waits, as its person does.
 */
export async function inputInBrowser({ full, progress }: Extent): Promise<Proof | SkippedProof> {
  const executablePath = findChromium();
  if (executablePath === null) return { name: NAME, skipped: "there is no Chromium" };
  const sequences = full ? SEQUENCES.full : SEQUENCES.slice;
  const desks = full ? DESKS : 1;
  const counts: Counts = { accidents: 0, slow: 0, meant: 0, made: 0 };
  const done = Array.from({ length: desks }, () => 0);
  await Promise.all(
    done.map((_, desk) =>
      atOneDesk(executablePath, sequences / desks, {
        random: new Random(SEED + desk),
        counts,
        progress: (at) => {
          done[desk] = at;
          progress(`${String(done.reduce((sum, one) => sum + one, 0))} of ${String(sequences)}`);
        },
      }),
    ),
  );
  const holds = counts.accidents === 0 && counts.made === counts.meant && counts.meant > 0;
  return { name: NAME, holds, sequences, desks, kinds: MISHAPS.length, ...counts };
}

async function atOneDesk(executablePath: string, sequences: number, trial: Trial): Promise<void> {
  const fill = Math.floor(sequences / MEANT_EVERY) + 20;
  const under = await serverUnderTest({ agents: 1, fill: (ctx) => fillQueue(ctx, Math.min(900, fill)) });
  try {
    for (let done = 0; done < sequences; done += PART) {
      const part = { from: done, to: Math.min(sequences, done + PART) };
      const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, executablePath });
      try {
        await inOneBrowser(browser, under, part, trial);
      } finally {
        await browser.close();
      }
    }
  } finally {
    await under.stop();
  }
}

interface Trial {
  readonly random: Random;
  readonly counts: Counts;
  readonly progress: (sequence: number) => void;
}

async function inOneBrowser(
  browser: Browser,
  under: ServerUnderTest,
  { from, to }: { readonly from: number; readonly to: number },
  { random, counts, progress }: Trial,
): Promise<void> {
  const context = await browser.newContext({ baseURL: under.url, storageState: await signedIn(browser, under) });
  const page = await context.newPage();
  const sent: Sent = { decisions: 0 };
  page.on("request", (request) => {
    if (request.method() === "POST" && DECIDES.some((path) => request.url().endsWith(path))) sent.decisions += 1;
  });
  await page.addInitScript({ path: IN_PAGE });
  await page.goto("/queue?fold=no");
  await armed(page);
  for (let sequence = from + 1; sequence <= to; sequence += 1) {
    const before = sent.decisions;
    const mishap = random.pick(MISHAPS);
    await mishap.happens(page, random, under).catch(named(mishap, sequence));
    await settled(page).catch(named(mishap, sequence));
    if (sent.decisions !== before) await count(page, mishap, sent.decisions - before, counts);
    if (sequence % MEANT_EVERY !== 0) continue;
    counts.meant += 1;
    const made = await decideOnPurpose(page, sent, () => arrive(under, random));
    counts.made += made;
    progress(sequence);
  }
}

/** What broke down says where: the same seed leads there again. */
function named(mishap: Mishap, sequence: number): (cause: unknown) => never {
  return (cause) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`sequence ${String(sequence)}, ${mishap.name}: ${why}`, { cause });
  };
}

async function count(page: Page, mishap: Mishap, decisions: number, counts: Counts): Promise<void> {
  const since = mishap.atOnce ?? "card";
  const waited = await page.evaluate((from) => countersignInput.waited(from), since);
  // A machine that was slow with the second half of a mishap made it a decision on a card that had been armed for long.
  if (mishap.atOnce !== undefined && waited >= ARMED_AFTER_MS[since]) {
    counts.slow += 1;
    return;
  }
  counts.accidents += decisions;
  process.stderr.write(`${mishap.name} decided, ${waited.toFixed(0)} ms after the ${since}\n`);
}

/** A button that a person moved the focus to answers Enter, and that is meant. */
function unfocus(page: Page): Promise<void> {
  return page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
}

async function armed(page: Page): Promise<void> {
  await page.locator(ARMED).waitFor();
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

/**
 * One press that is meant, on an armed card, after something else has arrived: answers how many requests it made, and none where it was not the
 * card before the person that was decided.
 */
async function decideOnPurpose(page: Page, sent: { readonly decisions: number }, arrives: () => Promise<void>): Promise<number> {
  const before = sent.decisions;
  await armed(page);
  const shown = await openCard(page);
  await arrives();
  await page.getByRole("button", { name: /\bnew\b/u }).waitFor();
  const recorded = page.waitForResponse((response) => response.url().endsWith("/people/decide") && response.ok());
  await page.keyboard.press("a");
  const decided = (await recorded).request().postData() ?? "";
  const pressedOn = await page.evaluate(() => countersignInput.pressedOn());
  await armed(page);
  if (decided.includes(shown)) return sent.decisions - before;
  process.stderr.write(`meant ${shown}, pressed on ${pressedOn}, decided ${decided.slice(0, 200)}\n`);
  return 0;
}
