import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Browser, BrowserContext, Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import type { Role } from "../../lib/domain/words";
import { startBuiltServer } from "../../test/built-server";
import { freePort } from "../../test/free-port";
import { CHROMIUM_ARGUMENTS, findChromium } from "../chromium.mjs";
import { DEMO_PASSWORD, DEMO_PEOPLE, seed } from "../demo/seed";

/** The built server on a seeded database of its own, and a Chromium to look at it with. */
export interface Stage {
  readonly browser: Browser;
  readonly url: string;
  /** API key by agent name. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Runs `work` with the built server over `days` of the demo's past and, where there is one, under a policy of its own; clears up after it. */
export async function onStage(
  set: { readonly days: number; readonly policy?: string },
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "countersign-pictures-"));
  try {
    const port = await freePort();
    const databaseUrl = `file:${path.join(dataDir, "pictures.db")}`;
    const baseUrl = `http://127.0.0.1:${String(port)}`;
    const { keys } = await seed({ ...set, databaseUrl, dataDir, baseUrl, onProgress: () => undefined });
    const server = await startBuiltServer({ port, databaseUrl, dataDir });
    const executablePath = findChromium();
    const browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath === null ? {} : { executablePath }) });
    try {
      await work({ browser, url: server.url, keys });
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The cookies of the demo's person of a role, once signed in. */
export async function signedIn({ browser, url }: Stage, as: Role): ReturnType<BrowserContext["storageState"]> {
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

/** Armed: then nothing on it changes any more. */
export async function cardIsReady(page: Page): Promise<void> {
  await page.locator("[data-action-bar] button[aria-disabled='false']").first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
