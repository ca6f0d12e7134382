import { gzipSync } from "node:zlib";

import type { Browser, CDPSession, Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import { CHROMIUM_ARGUMENTS, findChromium } from "../scripts/chromium.mjs";
import type { Row } from "./row";
import { below, quantile } from "./row";
import type { ServerUnderTest } from "./server-under-test";
import { serverUnderTest } from "./server-under-test";
import { fillQueue, signedIn, type SignedIn } from "./signed-in";

const QUEUED = 500;
const DECISIONS = 60;
const LOADS = 9;
/** What browsers' own tools call fast 4G: 9 Mbit/s down at 90 %, 165 ms. */
const FAST_4G = { offline: false, downloadThroughput: (9e6 * 0.9) / 8, uploadThroughput: (1.5e6 * 0.9) / 8, latency: 165 };

/** What a reviewer waits for, in a real Chromium on the production build with 500 items in the queue. */
export async function screenRows(): Promise<readonly Row[]> {
  const under = await serverUnderTest({ agents: 1, fill: (ctx) => fillQueue(ctx, QUEUED) });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_ARGUMENTS,
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const state = await signedIn(browser, under);
    const says = `Chromium, ${String(QUEUED)} items`;
    const cold = await firstCards(browser, under, state, "cold");
    const warm = await firstCards(browser, under, state, "warm");
    const script = await queueScript(browser, under, state);
    const paints = await keyToPaint(browser, under, state);
    return [
      below({ name: "key_to_paint_p75", value: quantile(paints, 0.75), unit: "ms" }, 50, says),
      below({ name: "key_to_paint_p95", value: quantile(paints, 0.95), unit: "ms" }, 100, says),
      below({ name: "key_to_paint_max", value: Math.max(...paints), unit: "ms" }, 200, says),
      below({ name: "first_card_cold_p75", value: quantile(cold, 0.75), unit: "ms" }, 1500, "nothing cached, fast 4G"),
      below({ name: "first_card_warm_p75", value: quantile(warm, 0.75), unit: "ms" }, 300, "scripts cached, no throttling"),
      below({ name: "queue_js", value: script / 1000, unit: "kB gzip" }, 180),
    ];
  } finally {
    await browser.close();
    await under.stop();
  }
}

const IN_PAGE = "bench/in-page.js";
/** What that script leaves in the page; read only inside functions that run there. */
declare const countersignBench: { readonly headingPaintedAt: number; readonly paints: number[] };

/** From the start of the navigation until the first card's heading was painted. */
async function firstCards(browser: Browser, under: ServerUnderTest, state: SignedIn, how: "cold" | "warm"): Promise<number[]> {
  const took: number[] = [];
  let context = await browser.newContext({ baseURL: under.url, storageState: state });
  for (let load = 0; load <= LOADS; load += 1) {
    if (how === "cold") {
      await context.close();
      context = await browser.newContext({ baseURL: under.url, storageState: state });
    }
    const page = await context.newPage();
    if (how === "cold") await throttle(await context.newCDPSession(page));
    await page.addInitScript({ path: IN_PAGE });
    await page.goto("/queue", { waitUntil: "commit" });
    const at = await page.waitForFunction(() => countersignBench.headingPaintedAt, undefined, { polling: 20 });
    // The first load of all warms the server, not the browser.
    if (load > 0) took.push(await at.jsonValue());
    await page.close();
  }
  await context.close();
  return took;
}

async function throttle(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", FAST_4G);
}

/** Bytes of JavaScript that the queue loads, each file compressed as a server would. */
async function queueScript(browser: Browser, under: ServerUnderTest, state: SignedIn): Promise<number> {
  const context = await browser.newContext({ baseURL: under.url, storageState: state });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto("/queue", { waitUntil: "networkidle" }).catch(() => undefined);
  await page.locator("article h2").waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}

/** From the key's own time stamp until the next card was painted, for each of the decisions. */
async function keyToPaint(browser: Browser, under: ServerUnderTest, state: SignedIn): Promise<readonly number[]> {
  const context = await browser.newContext({ baseURL: under.url, storageState: state, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript({ path: IN_PAGE });
  await page.goto("/queue");
  for (let decided = 0; decided < DECISIONS; decided += 1) {
    await armed(page);
    await page.keyboard.press("a");
    await page.waitForFunction((count) => countersignBench.paints.length > count, decided, { polling: 20 });
  }
  const paints = await page.evaluate(() => countersignBench.paints);
  await context.close();
  return paints;
}

async function armed(page: Page): Promise<void> {
  await page.locator("[data-action-bar] button[aria-keyshortcuts='A'][aria-disabled='false']").waitFor();
}
