import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import type { Role } from "../lib/domain/words";
import { Countersign } from "../sdk/src/index";
import { startBuiltServer } from "../test/built-server";
import { freePort } from "../test/free-port";
import { CHROMIUM_ARGUMENTS, findChromium } from "./chromium.mjs";
import { Random } from "./demo/random";
import { DEMO_AGENTS } from "./demo/scenarios";
import { DEMO_PASSWORD, DEMO_PEOPLE, seed } from "./demo/seed";

/** `npm run pictures`: the pictures of the README, made from the demo by the built server in a real Chromium. */
const FOLDER = "docs/pictures";
const PROPOSALS = 16;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), "countersign-pictures-"));
  const port = await freePort();
  const databaseUrl = `file:${path.join(dataDir, "pictures.db")}`;
  const { keys } = await seed({
    databaseUrl,
    dataDir,
    baseUrl: `http://127.0.0.1:${String(port)}`,
    days: 30,
    onProgress: () => undefined,
  });
  const server = await startBuiltServer({ port, databaseUrl, dataDir });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath === null ? {} : { executablePath }) });
  try {
    await propose(server.url, keys);
    await takePictures(browser, server.url);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The same proposals each time, by the demo's agents over the HTTP API. */
async function propose(url: string, keys: Readonly<Record<string, string>>): Promise<void> {
  const random = new Random(7);
  for (let number = 0; number < PROPOSALS; number += 1) {
    const agent = DEMO_AGENTS[number % DEMO_AGENTS.length];
    const apiKey = agent === undefined ? undefined : keys[agent.name];
    if (agent === undefined || apiKey === undefined) throw new Error("the demo has agents with keys");
    await new Countersign({ url, apiKey }).propose(agent.next(random));
  }
}

async function takePictures(browser: Browser, url: string): Promise<void> {
  const storageState = await signedIn(browser, url, "reviewer");
  for (const theme of ["light", "dark"] as const) {
    const desk = await browser.newContext({ baseURL: url, viewport: DESK, colorScheme: theme, storageState });
    const page = await desk.newPage();
    await page.goto("/queue");
    await openCardOf(page, "refunds");
    await page.screenshot({ path: `${FOLDER}/queue-${theme}.png` });
    await desk.close();
  }
  const admin = await browser.newContext({ baseURL: url, viewport: DESK, storageState: await signedIn(browser, url, "admin") });
  const policy = await admin.newPage();
  await policy.goto("/policy");
  // A draft, with what it would have done: the point of the screen.
  await policy.getByText("Bad rate against automation").waitFor();
  await policy.getByLabel("Moderate × restorable").selectOption("runs, 20 % audited");
  await policy.screenshot({ path: `${FOLDER}/policy-light.png` });
  await admin.close();
  const phone = await browser.newContext({
    baseURL: url,
    viewport: PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    storageState,
  });
  const page = await phone.newPage();
  await page.goto("/queue");
  await page
    .getByRole("link", { name: /refunds/ })
    .first()
    .click();
  await page.waitForURL(/\/focus/);
  await cardIsReady(page);
  await page.screenshot({ path: `${FOLDER}/focus-phone.png` });
  await phone.close();
}

async function openCardOf(page: Page, agent: string): Promise<void> {
  await page
    .getByRole("link", { name: new RegExp(agent) })
    .first()
    .click();
  await page.getByRole("article").getByText(`${agent} · `).waitFor();
  await cardIsReady(page);
}

/** Armed: then nothing on it changes any more. */
async function cardIsReady(page: Page): Promise<void> {
  await page.locator("[data-action-bar] button[aria-disabled='false']").first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function signedIn(browser: Browser, url: string, as: Role) {
  const person = DEMO_PEOPLE.find(({ role }) => role === as);
  if (person === undefined) throw new Error(`the demo has one of the role ${as}`);
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/queue/);
  const state = await context.storageState();
  await context.close();
  return state;
}

await main();
