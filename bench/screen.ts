import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";

import type { Browser, CDPSession, LaunchOptions, Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import { CHROMIUM_ARGUMENTS, findChromium } from "../scripts/chromium.mjs";
import { KINDS } from "../lib/domain/words";
import type { Context } from "../lib/services/context";
import { signInOverHttp } from "./person-session";
import type { Row } from "./row";
import { below, quantile } from "./row";
import type { ServerUnderTest } from "./server-under-test";
import { serverUnderTest } from "./server-under-test";
import { fillNineKinds, type KindOf } from "./nine-kinds";
import { firstAgent, signedIn, theAdmin, type SignedIn } from "./signed-in";

const QUEUED = 500;
const DECISIONS = 60;
const LOADS = 9;
/** Loads after which a browser has what it compiled, too. */
const KNOWN_AFTER = 3;
/** Pages that the server has answered before: by then the engine has compiled what makes them, as in a server that is in use. */
const WARM_UP = 80;
/** A machine of this many times less speed; and how many decisions are made on it. */
const SLOW = 4;
const SLOW_DECISIONS = 30;
/** The list in which each card is of another kind than the one before it: see {@link fillNineKinds}. */
const LIST = "/queue?fold=no&sort=age";
/** Cards that are looked at without deciding, one of each kind, and how long each, milliseconds: what moves inside them meanwhile is counted. */
const LOOKS = KINDS.length;
const LOOK_MS = 700;
/** A movement that was made by hand has been counted by then, milliseconds. */
const SEEN_WITHIN_MS = 5_000;
/** By then, milliseconds, an idle browser has read ahead everything. */
const IDLE_MS = 3_000;
/** What browsers' own tools call fast 4G: 9 Mbit/s down at 90 %, 165 ms. */
const FAST_4G = { offline: false, downloadThroughput: (9e6 * 0.9) / 8, uploadThroughput: (1.5e6 * 0.9) / 8, latency: 165 };

/** What a reviewer waits for, in a real Chromium on the production build with 500 items of all kinds in the queue. */
export async function screenRows(): Promise<readonly Row[]> {
  let kinds: KindOf = new Map();
  const fill = async (ctx: Context): Promise<void> => {
    kinds = await fillNineKinds(ctx, await firstAgent(ctx), await theAdmin(ctx), QUEUED);
  };
  const under = await serverUnderTest({ agents: 1, fill });
  const executablePath = findChromium();
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const state = await signedIn(browser, under);
    await warmUp(under);
    const says = `Chromium, ${String(QUEUED)} items of ${String(KINDS.length)} kinds`;
    const cold = await firstCardsCold(browser, under, state);
    const warm = await firstCardsWarm(executablePath, under, state);
    const needed = await queueScript(browser, under, state, "needed");
    const whole = await queueScript(browser, under, state, "whole");
    const paints = await keyToPaint(browser, under, state, { decisions: DECISIONS, slowdown: 1, kinds });
    const slow = await keyToPaint(browser, under, state, { decisions: SLOW_DECISIONS, slowdown: SLOW, kinds });
    const shift = await shiftOnceArmed(browser, under, state);
    const ahead = `to decide the first card; ${String(Math.round((whole - needed) / 1000))} kB more are read ahead when idle`;
    return [
      below({ name: "key_to_paint_p75", value: quantile(paints, 0.75), unit: "ms" }, 50, says),
      below({ name: "key_to_paint_p95", value: quantile(paints, 0.95), unit: "ms" }, 100, says),
      below({ name: "key_to_paint_max", value: Math.max(...paints), unit: "ms" }, 200, says),
      below(
        { name: "key_to_paint_slow_p95", value: quantile(slow, 0.95), unit: "ms" },
        200,
        `at ${String(SLOW)} times less speed`,
      ),
      below({ name: "layout_shift", value: shift, unit: "" }, 0, `inside the card once armed, ${String(LOOKS)} cards`),
      below({ name: "first_card_cold_p75", value: quantile(cold, 0.75), unit: "ms" }, 1500, "nothing cached, fast 4G"),
      below(
        { name: "first_card_warm_p75", value: quantile(warm, 0.75), unit: "ms" },
        300,
        "a profile that has been here, no throttling",
      ),
      below({ name: "queue_js", value: needed / 1000, unit: "kB gzip" }, 180, ahead),
    ];
  } finally {
    await browser.close();
    await under.stop();
  }
}

const IN_PAGE = "bench/in-page.js";
/** What that script leaves in the page; read only inside functions that run there. */
declare const countersignBench: {
  readonly headingPaintedAt: number;
  readonly paints: { readonly card: string; readonly took: number }[];
  readonly shifts: { readonly at: number; readonly value: number }[];
};

function launchOptions(executablePath: string | null): LaunchOptions {
  return { args: CHROMIUM_ARGUMENTS, ...(executablePath === null ? {} : { executablePath }) };
}

async function warmUp({ url }: ServerUnderTest): Promise<void> {
  const cookie = await signInOverHttp(url);
  for (let page = 0; page < WARM_UP; page += 1) await (await fetch(`${url}/queue`, { headers: { cookie } })).text();
}

/** From the start of the navigation until the first card's heading was painted, each time in a browser that has never been here. */
async function firstCardsCold(browser: Browser, under: ServerUnderTest, state: SignedIn): Promise<number[]> {
  const took: number[] = [];
  // The first load of all warms the server's and the machine's files, and is not counted.
  for (let load = 0; load <= LOADS; load += 1) {
    const context = await browser.newContext({ baseURL: under.url, storageState: state });
    const page = await context.newPage();
    await throttle(await context.newCDPSession(page));
    const at = await headingPaintedAt(page);
    if (load > 0) took.push(at);
    await context.close();
  }
  return took;
}

/**
 * The same in the browser of somebody who works here. It needs a profile on disk, as people have: a context of its own is a private window, and
 * in that Chromium compiles every script anew.
 */
async function firstCardsWarm(executablePath: string | null, under: ServerUnderTest, state: SignedIn): Promise<number[]> {
  const profile = mkdtempSync(path.join(tmpdir(), "countersign-profile-"));
  const options = { ...launchOptions(executablePath), baseURL: under.url };
  const context = await chromium.launchPersistentContext(profile, options);
  const took: number[] = [];
  try {
    await context.addCookies([...state.cookies]);
    // Chromium keeps what it compiled from the second time on that a script is read.
    for (let load = 0; load < KNOWN_AFTER + LOADS; load += 1) {
      const page = await context.newPage();
      const at = await headingPaintedAt(page);
      if (load >= KNOWN_AFTER) took.push(at);
      await page.close();
    }
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
  return took;
}

async function headingPaintedAt(page: Page): Promise<number> {
  await page.addInitScript({ path: IN_PAGE });
  await page.goto("/queue", { waitUntil: "commit" });
  const at = await page.waitForFunction(() => countersignBench.headingPaintedAt, undefined, { polling: 20 });
  return at.jsonValue();
}

async function throttle(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", FAST_4G);
}

/**
 * Bytes of JavaScript that the queue loads, each file compressed as a server would: what is `needed` to decide the first card, on a browser that
 * is never idle; or the `whole`, with what is read ahead for what may be opened.
 */
async function queueScript(browser: Browser, under: ServerUnderTest, state: SignedIn, what: "needed" | "whole"): Promise<number> {
  const context = await browser.newContext({ baseURL: under.url, storageState: state });
  const page = await context.newPage();
  if (what === "needed") await page.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto("/queue?fold=no");
  await armed(page);
  // The event stream never ends, so that there is no end of the network's traffic to wait for.
  if (what === "whole") await page.waitForTimeout(IDLE_MS);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}

interface Run {
  readonly decisions: number;
  /** 4: the page's processor does a quarter of the work in the same time. */
  readonly slowdown: number;
  /** Of every item: each of them is to be painted. */
  readonly kinds: KindOf;
}

/** From the key's own time stamp until the next card was painted, for each of the decisions. */
async function keyToPaint(browser: Browser, under: ServerUnderTest, state: SignedIn, run: Run): Promise<readonly number[]> {
  const context = await browser.newContext({ baseURL: under.url, storageState: state, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript({ path: IN_PAGE });
  await page.goto(LIST);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: run.slowdown });
  for (let decided = 0; decided < run.decisions; decided += 1) {
    await armed(page);
    await page.keyboard.press("a");
    await page.waitForFunction((count) => countersignBench.paints.length > count, decided, { polling: 20 });
  }
  const paints = await page.evaluate(() => countersignBench.paints);
  await context.close();
  const painted = new Set(paints.map(({ card }) => run.kinds.get(card.replace(/^card-|-heading$/gu, ""))));
  for (const kind of KINDS) if (!painted.has(kind)) throw new Error(`key_to_paint is about every kind, and painted no ${kind}`);
  return paints.map(({ took }) => took);
}

/** How much moved inside cards that could be decided and that nobody touched: the browser's layout shift, summed. */
async function shiftOnceArmed(browser: Browser, under: ServerUnderTest, state: SignedIn): Promise<number> {
  const context = await browser.newContext({ baseURL: under.url, storageState: state, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript({ path: IN_PAGE });
  await page.goto(LIST);
  await provesItself(page);
  let moved = 0;
  for (let card = 0; card < LOOKS; card += 1) {
    await armed(page);
    const from = await page.evaluate(() => performance.now());
    await page.waitForTimeout(LOOK_MS);
    const shifts = await page.evaluate(() => countersignBench.shifts);
    moved += shifts.filter(({ at }) => at > from).reduce((sum, { value }) => sum + value, 0);
    await page.keyboard.press("j");
  }
  await context.close();
  return moved;
}

/** A zero says nothing of an observer that sees nothing: what is moved by hand inside the card has to be counted, there and back. */
async function provesItself(page: Page): Promise<void> {
  await armed(page);
  for (const space of ["3rem", ""]) {
    const before = await page.evaluate(() => countersignBench.shifts.length);
    await page.locator("article h2[id^='card-']").evaluate((heading, top) => (heading.style.paddingTop = top), space);
    await page
      .waitForFunction((count) => countersignBench.shifts.length > count, before, { polling: 20, timeout: SEEN_WITHIN_MS })
      .catch(() => {
        throw new Error("layout_shift cannot be measured: a card was moved by hand, and nothing was counted");
      });
  }
}

async function armed(page: Page): Promise<void> {
  await page.locator("[data-action-bar] button[aria-keyshortcuts='A'][aria-disabled='false']").waitFor();
}
