import { mkdirSync } from "node:fs";

import type { Page } from "@playwright/test";

import { Countersign } from "../sdk/src/index";
import { Random } from "./demo/random";
import { DEMO_AGENTS } from "./demo/scenarios";
import type { Stage } from "./pictures/stage";
import { cardIsReady, onStage, signedIn } from "./pictures/stage";

/** `npm run pictures`: the pictures of the README, made from the demo by the built server in a real Chromium. */
const FOLDER = "docs/pictures";
const PROPOSALS = 16;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await onStage({ days: 30 }, async (stage) => {
    await propose(stage);
    await takePictures(stage);
  });
}

/** The same proposals each time, by the demo's agents over the HTTP API. */
async function propose({ url, keys }: Stage): Promise<void> {
  const random = new Random(7);
  for (let number = 0; number < PROPOSALS; number += 1) {
    const agent = DEMO_AGENTS[number % DEMO_AGENTS.length];
    const apiKey = agent === undefined ? undefined : keys[agent.name];
    if (agent === undefined || apiKey === undefined) throw new Error("the demo has agents with keys");
    await new Countersign({ url, apiKey }).propose(agent.next(random));
  }
}

async function takePictures(stage: Stage): Promise<void> {
  const { browser, url } = stage;
  const storageState = await signedIn(stage, "reviewer");
  for (const theme of ["light", "dark"] as const) {
    const desk = await browser.newContext({ baseURL: url, viewport: DESK, colorScheme: theme, storageState });
    const page = await desk.newPage();
    await page.goto("/queue");
    await openCardOf(page, "refunds");
    await page.screenshot({ path: `${FOLDER}/queue-${theme}.png` });
    await desk.close();
  }
  const admin = await browser.newContext({ baseURL: url, viewport: DESK, storageState: await signedIn(stage, "admin") });
  const policy = await admin.newPage();
  await policy.goto("/policy");
  // A draft, with what it would have done: the point of the screen.
  await policy.getByText("Bad rate against automation").waitFor();
  await policy.getByLabel("Major × restorable").selectOption("one look");
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

await main();
